package org.redoubt.agent.ssh.read.storage;

import static org.redoubt.topology.model.Attributes.CABLED_TO;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.PART_OF;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redoubt.agent.probe.Reader;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.agent.ssh.read.text.Asked;
import org.redoubt.agent.ssh.read.text.Names;
import org.redoubt.topology.model.ElementId;

/**
 * Says over which controllers a host reaches NVMe subsystems in the network: each is a path to the subsystem. A drive in a
 * slot of its own has no path that could fail without it.
 */
public final class NvmePaths implements Reader {

    private static final Pattern CONTROLLER = Pattern.compile("nvme[0-9]{1,6}");
    private static final Pattern ADDRESS = Pattern.compile("(?:^|.*,)traddr=([0-9A-Za-z.:\\-]{2,80})(?:,.*)?");
    private static final Pattern SERVICE = Pattern.compile("(?:^|.*,)trsvcid=([0-9]{1,5})(?:,.*)?");

    @Override
    public void read(Round round, Reading reading) {
        // the adapters' reader says what of this could not be read
        new Asked(round, reading)
                .quietly()
                .lines(Adapter.QUESTION)
                .ifPresent(lines -> lines.in("nvme").forEach((name, facts) -> {
                    String transport = facts.getOrDefault("transport", "pcie");
                    if (CONTROLLER.matcher(name).matches() && !transport.equals("pcie")) {
                        say(name, facts, round.host(), reading);
                    }
                }));
    }

    private static void say(String name, Map<String, String> facts, ElementId host, Reading reading) {
        ElementId id = StoragePaths.path(host, name);
        reading.say(id, NAME, name).say(id, PART_OF, host);
        String state = facts.getOrDefault("state", "");
        switch (state) {
            case "live" -> HbaPorts.works(id, reading);
            case "" -> {}
            default -> HbaPorts.failed(id, "controller " + Names.label(state).orElse(""), reading);
        }
        Optional<String> subsystem = Names.identity(facts.getOrDefault("subsysnqn", ""));
        Optional<String> address = address(facts.getOrDefault("address", ""));
        subsystem.map(Adapter::array).ifPresent(array -> {
            reading.say(array, NAME, array.key());
            if (address.isEmpty()) {
                reading.say(id, CABLED_TO, List.of(array));
            } else {
                ElementId far = Adapter.controller(array, address.get());
                reading.say(far, NAME, address.get()).say(far, PART_OF, array).say(id, CABLED_TO, List.of(far));
            }
        });
    }

    private static Optional<String> address(String text) {
        Matcher address = ADDRESS.matcher(text);
        Matcher service = SERVICE.matcher(text);
        return address.matches()
                ? Optional.of(address.group(1) + (service.matches() ? ":" + service.group(1) : ""))
                : Optional.empty();
    }
}
