package org.redoubt.agent.ssh.read.net;

import static org.redoubt.topology.model.Attributes.ADDRESS;
import static org.redoubt.topology.model.Attributes.CABLED_TO;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.PART_OF;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redoubt.agent.probe.Reader;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.agent.ssh.read.text.Asked;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;

/** Says which port of which switch is at the other end of each of a host's ports, as LLDP hears it. */
public final class Neighbours implements Reader {

    @Override
    public void read(Round round, Reading reading) {
        Asked asked = new Asked(round, reading);
        Interfaces interfaces = Interfaces.of(asked.quietly());
        Map<String, List<Neighbour>> byPort = new LinkedHashMap<>();
        for (Neighbour neighbour : Neighbour.read(asked)) {
            if (neighbour.switches() && isPort(neighbour.port(), interfaces)) {
                byPort.computeIfAbsent(neighbour.port(), none -> new ArrayList<>())
                        .add(neighbour);
            }
        }
        byPort.forEach((port, heard) -> {
            Set<ElementId> ends = new LinkedHashSet<>();
            preferred(heard).forEach(neighbour -> ends.add(say(neighbour, reading)));
            reading.say(NetworkPorts.id(round.host(), port), CABLED_TO, List.copyOf(ends));
        });
    }

    /** A guest may speak LLDP on its own interface, which is no port of the host. */
    private static boolean isPort(String name, Interfaces interfaces) {
        return interfaces.ports().stream().anyMatch(port -> port.name().equals(name))
                || !interfaces.hardwareKnown() && interfaces.find(name).isEmpty();
    }

    /** A switch that speaks several protocols is heard several times, each time by another name. */
    private static List<Neighbour> preferred(List<Neighbour> heard) {
        List<Neighbour> lldp =
                heard.stream().filter(one -> one.protocol().equals("LLDP")).toList();
        return lldp.isEmpty() ? heard : lldp;
    }

    private static ElementId say(Neighbour neighbour, Reading reading) {
        ElementId device = new ElementId(ElementKind.SWITCH, neighbour.chassis());
        reading.say(device, NAME, neighbour.name().orElse(neighbour.chassis()))
                .say(device, ADDRESS, neighbour.address());
        if (neighbour.farPort().isEmpty()) {
            return device;
        }
        ElementId port =
                device.part(ElementKind.SWITCH_PORT, neighbour.farPort().get());
        reading.say(port, NAME, neighbour.farName()).say(port, PART_OF, device);
        return port;
    }
}
