package org.redoubt.agent.ssh.read.storage;

import static org.redoubt.topology.model.Attributes.ADDRESS;
import static org.redoubt.topology.model.Attributes.CABLED_TO;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.PART_OF;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.ssh.read.text.Lines;
import org.redoubt.topology.model.ElementId;

/**
 * A port of an array that a Fibre Channel adapter sees.
 *
 * @param adapter the SCSI host that sees it
 * @param array the array's node name
 * @param port its port name
 */
record Target(String adapter, String array, String port) {

    /** Those that are there now: of one that was lost nobody knows where it is. */
    static List<Target> all(Lines lines) {
        List<Target> all = new ArrayList<>();
        lines.in("fc_remote_ports").values().forEach(facts -> {
            Optional<String> array = Adapter.worldWide(facts.getOrDefault("node_name", ""));
            Optional<String> port = Adapter.worldWide(facts.getOrDefault("port_name", ""));
            boolean serves = facts.getOrDefault("roles", "").contains("Target")
                    && facts.getOrDefault("port_state", "").equals("Online");
            String adapter = facts.getOrDefault("host", "");
            if (serves
                    && array.isPresent()
                    && port.isPresent()
                    && Adapter.HOST.matcher(adapter).matches()) {
                all.add(new Target(adapter, array.get(), port.get()));
            }
        });
        return all;
    }

    private ElementId id() {
        return Adapter.controller(Adapter.array(array), port);
    }

    /** Says of the targets where they are, and of an adapter that is on no fabric that they are at its other end. */
    static void say(List<Target> targets, Map<String, Adapter> adapters, ElementId host, Reading reading) {
        for (Adapter adapter : adapters.values()) {
            List<Target> seen = targets.stream()
                    .filter(target -> target.adapter().equals(adapter.name()))
                    .toList();
            for (Target target : seen) {
                ElementId array = Adapter.array(target.array());
                // what it is called only multipath knows, and hosts must not call it by turns
                reading.say(array, ADDRESS, target.array())
                        .say(target.id(), NAME, target.port())
                        .say(target.id(), PART_OF, array)
                        .say(target.id(), CABLED_TO, adapter.fabric().map(List::of));
            }
            if (adapter.fabric().isEmpty() && !seen.isEmpty()) {
                reading.say(
                        Adapter.id(host, adapter.name()),
                        CABLED_TO,
                        seen.stream().map(Target::id).distinct().toList());
            }
        }
    }
}
