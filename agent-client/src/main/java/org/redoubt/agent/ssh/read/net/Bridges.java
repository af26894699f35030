package org.redoubt.agent.ssh.read.net;

import static org.redoubt.topology.model.Attributes.MEMBER_OF;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.UP;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.redoubt.agent.libvirt.read.DomainXml;
import org.redoubt.agent.probe.Reader;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.agent.ssh.read.text.Asked;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;

/**
 * Says which of a host's bridges lead out of it, and through which ports and bonds. What libvirt offers to VMs as a bridge
 * is the network of that name: this host's bridge is a member of it.
 */
public final class Bridges implements Reader {

    static ElementId id(ElementId host, String name) {
        return host.part(ElementKind.BRIDGE, name);
    }

    @Override
    public void read(Round round, Reading reading) {
        // the ports' reader says what of this could not be read
        Interfaces interfaces = Interfaces.of(new Asked(round, reading).quietly());
        ElementId host = round.host();
        Set<String> used = new LinkedHashSet<>();
        for (Interface port : interfaces.ports()) {
            lead(NetworkPorts.id(host, port.name()), interfaces.bridgesOver(port), host, reading, used);
        }
        for (Interface one : interfaces.all()) {
            if (one.kind().equals("bond") || one.kind().equals("team")) {
                lead(Bundle.id(host, one.name()), interfaces.bridgesOver(one), host, reading, used);
            }
        }
        used.forEach(name -> interfaces.find(name).ifPresent(bridge -> say(bridge, host, reading)));
    }

    private static void lead(ElementId from, List<String> bridges, ElementId host, Reading reading, Set<String> used) {
        if (!bridges.isEmpty()) {
            reading.say(
                    from,
                    MEMBER_OF,
                    bridges.stream().map(name -> id(host, name)).toList());
            used.addAll(bridges);
        }
    }

    private static void say(Interface bridge, ElementId host, Reading reading) {
        ElementId id = id(host, bridge.name());
        reading.say(id, NAME, bridge.name())
                .say(id, PART_OF, host)
                .say(id, MEMBER_OF, List.of(DomainXml.bridgeId(bridge.name())))
                .say(id, UP, bridge.carrier().or(bridge::raised));
    }
}
