package org.redoubt.agent.ssh.read.storage;

import static org.redoubt.topology.model.Attributes.CABLED_TO;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.PART_OF;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.ssh.read.text.Lines;
import org.redoubt.agent.ssh.read.text.Names;
import org.redoubt.topology.model.ElementId;

/**
 * A session with an iSCSI target: for the kernel a SCSI host of its own.
 *
 * @param target the target's IQN
 * @param portal the address and port of the target's end; empty where it is not told
 * @param state {@code LOGGED_IN}, {@code FAILED}, {@code FREE}; empty where it is not told
 */
record IscsiSession(String target, String portal, String state) {

    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{2,45}");

    /** The sessions by the SCSI host that each one is. */
    static Map<String, IscsiSession> byAdapter(Lines lines) {
        Map<String, Map<String, String>> connections = new LinkedHashMap<>();
        lines.in("iscsi_connection").values().forEach(one -> connections.put(one.getOrDefault("session", ""), one));
        Map<String, IscsiSession> sessions = new LinkedHashMap<>();
        lines.in("iscsi_session").forEach((name, facts) -> {
            String adapter = facts.getOrDefault("host", "");
            Optional<String> target = Names.identity(facts.getOrDefault("targetname", ""));
            if (Adapter.HOST.matcher(adapter).matches() && target.isPresent()) {
                sessions.put(
                        adapter,
                        new IscsiSession(
                                target.get(),
                                portal(connections.getOrDefault(name, Map.of())),
                                facts.getOrDefault("state", "")));
            }
        });
        return sessions;
    }

    private static String portal(Map<String, String> connection) {
        String address = connection.getOrDefault("address", connection.getOrDefault("persistent_address", ""));
        String port = connection.getOrDefault("port", connection.getOrDefault("persistent_port", ""));
        if (!ADDRESS.matcher(address).matches() || Names.number(port).isEmpty()) {
            return "";
        }
        return (address.indexOf(':') < 0 ? address : "[" + address + "]") + ":" + port;
    }

    void say(ElementId port, Reading reading) {
        switch (state) {
            case "LOGGED_IN" -> HbaPorts.works(port, reading);
            case "" -> {}
            default ->
                HbaPorts.failed(port, "iSCSI session " + Names.label(state).orElse(""), reading);
        }
        ElementId array = Adapter.array(target);
        reading.say(array, NAME, target);
        if (portal.isEmpty()) {
            reading.say(port, CABLED_TO, List.of(array));
        } else {
            ElementId controller = Adapter.controller(array, portal);
            reading.say(controller, NAME, portal)
                    .say(controller, PART_OF, array)
                    .say(port, CABLED_TO, List.of(controller));
        }
    }
}
