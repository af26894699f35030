package org.redoubt.agent.ssh.read.storage;

import static org.redoubt.topology.model.Attributes.ADDRESS;
import static org.redoubt.topology.model.Attributes.CABLED_TO;
import static org.redoubt.topology.model.Attributes.DETAIL;
import static org.redoubt.topology.model.Attributes.DRIVER;
import static org.redoubt.topology.model.Attributes.HEALTH;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.SPEED;
import static org.redoubt.topology.model.Attributes.UP;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redoubt.agent.probe.Reader;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.agent.ssh.read.text.Asked;
import org.redoubt.agent.ssh.read.text.Lines;
import org.redoubt.agent.ssh.read.text.Names;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Health;

/**
 * Says which ports towards storage a host has, on which card each sits, how its link is, and to which fabric or target it
 * leads. What hangs on a local controller has no cable, and is no such port.
 */
public final class HbaPorts implements Reader {

    /** A gigabit a second, in bytes. */
    private static final long GIGABIT = 125_000_000;

    private static final Set<String> VIRTUAL = Set.of("virtio_scsi", "vmw_pvscsi", "storvsc_host_t", "xen-scsifront");
    private static final Pattern SPEED_OF_PORT = Pattern.compile("([0-9]{1,4}) Gbit");

    @Override
    public void read(Round round, Reading reading) {
        Optional<Lines> lines = new Asked(round, reading).lines(Adapter.QUESTION);
        if (lines.isEmpty()) {
            return;
        }
        Map<String, IscsiSession> sessions = IscsiSession.byAdapter(lines.get());
        Map<String, Adapter> adapters = Adapter.all(lines.get());
        Target.say(Target.all(lines.get()), adapters, round.host(), reading);
        for (Adapter adapter : adapters.values()) {
            if (!adapter.local()) {
                say(adapter, Optional.ofNullable(sessions.get(adapter.name())), round.host(), reading);
            }
        }
    }

    private static void say(Adapter adapter, Optional<IscsiSession> session, ElementId host, Reading reading) {
        ElementId id = Adapter.id(host, adapter.name());
        reading.say(id, NAME, adapter.name());
        adapter.slot().ifPresentOrElse(slot -> slot.say(id, host, reading), () -> reading.say(id, PART_OF, host));
        reading.say(id, DRIVER, Optional.of(adapter.driver()).filter(driver -> !driver.isEmpty()));
        if (adapter.fibreChannel()) {
            fibreChannel(adapter, id, reading);
        } else if (session.isPresent()) {
            session.get().say(id, reading);
        } else {
            condition(adapter, id, reading);
        }
    }

    private static void fibreChannel(Adapter adapter, ElementId id, Reading reading) {
        Map<String, String> link = adapter.link();
        String state = link.getOrDefault("port_state", "");
        switch (state) {
            case "Online" -> works(id, reading);
            case "Marginal" -> degraded(id, "port state Marginal", reading);
            case "", "Unknown" -> {}
            default -> failed(id, "port state " + Names.label(state).orElse(""), reading);
        }
        Matcher speed = SPEED_OF_PORT.matcher(link.getOrDefault("speed", ""));
        if (speed.matches()) {
            reading.say(id, SPEED, Long.parseLong(speed.group(1)) * GIGABIT);
        }
        reading.say(id, ADDRESS, Adapter.worldWide(link.getOrDefault("port_name", "")));
        adapter.fabric()
                .ifPresent(fabric ->
                        reading.say(fabric, NAME, "fabric " + fabric.key()).say(id, CABLED_TO, List.of(fabric)));
    }

    /** Of a virtual adapter the kernel's state of it is all; of others it tells nothing of the cable. */
    private static void condition(Adapter adapter, ElementId id, Reading reading) {
        switch (adapter.state()) {
            case "running" -> {
                if (VIRTUAL.contains(adapter.driver())) {
                    works(id, reading);
                }
            }
            case "recovery" -> degraded(id, "state recovery", reading);
            case "", "created" -> {}
            default -> failed(id, "state " + Names.label(adapter.state()).orElse(""), reading);
        }
    }

    static void works(ElementId id, Reading reading) {
        reading.say(id, UP, true).say(id, HEALTH, Health.OK);
    }

    static void degraded(ElementId id, String why, Reading reading) {
        reading.say(id, UP, true).say(id, HEALTH, Health.DEGRADED).say(id, DETAIL, why);
    }

    static void failed(ElementId id, String why, Reading reading) {
        reading.say(id, UP, false).say(id, HEALTH, Health.FAILED).say(id, DETAIL, why);
    }
}
