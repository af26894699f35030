package org.redoubt.agent.ssh.read.net;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redoubt.agent.ssh.read.text.Asked;
import org.redoubt.agent.ssh.read.text.Json;
import org.redoubt.agent.ssh.read.text.Names;

/**
 * Who is heard at the other end of a cable, as {@code lldpcli -f json0} tells it.
 *
 * @param port the host's own port at which it is heard
 * @param protocol LLDP, CDPv2 or another one of those that lldpd understands
 * @param chassis its identity: stays the same whatever it is called
 * @param name what it calls itself
 * @param farPort the identity of the port at the other end
 * @param farName what that port is called
 */
record Neighbour(
        String port,
        String protocol,
        boolean switches,
        String chassis,
        Optional<String> name,
        Optional<String> address,
        Optional<String> farPort,
        Optional<String> farName) {

    private static final String QUESTION = "lldp";

    /** All of them; what is incomplete is left out, and said to be. */
    static List<Neighbour> read(Asked asked) {
        Optional<Json> json = asked.json(QUESTION);
        if (json.isEmpty()) {
            return List.of();
        }
        if (!json.get().at("lldp").list()) {
            asked.reading().unreadable(QUESTION, "it is not of the form json0");
            return List.of();
        }
        List<Neighbour> all = new ArrayList<>();
        int strange = 0;
        for (Json answer : json.get().at("lldp").items()) {
            for (Json one : answer.at("interface").items()) {
                Optional<Neighbour> neighbour = parse(one);
                neighbour.ifPresent(all::add);
                strange += neighbour.isPresent() ? 0 : 1;
            }
        }
        if (strange > 0) {
            asked.reading().unreadable(QUESTION, "who is at the end of " + strange + " cables is not told properly");
        }
        return all;
    }

    /** The host's ports at which somebody is heard. */
    static Set<String> ports(Asked asked) {
        Set<String> ports = new LinkedHashSet<>();
        read(asked).forEach(one -> ports.add(one.port()));
        return ports;
    }

    private static Optional<Neighbour> parse(Json one) {
        Json chassis = one.at("chassis").first();
        Json far = one.at("port").first();
        Optional<String> port = one.at("name").text().filter(Names::plain);
        Optional<String> id = value(chassis.at("id")).flatMap(Names::identity);
        if (port.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> description = value(far.at("descr")).flatMap(Names::label);
        Optional<String> farId = value(far.at("id")).flatMap(Names::identity);
        boolean telling = !far.at("id").first().at("type").says("mac");
        return Optional.of(new Neighbour(
                port.get(),
                one.at("via").text().orElse("LLDP"),
                switches(chassis),
                id.get(),
                value(chassis.at("name")).flatMap(Names::label),
                address(chassis.at("mgmt-ip")),
                farId,
                telling ? farId : description.or(() -> farId)));
    }

    /** The first by which it can be reached from elsewhere: not one of the link alone. */
    private static Optional<String> address(Json list) {
        return list.items().stream()
                .flatMap(one -> one.at("value").text().stream())
                .filter(address -> !address.startsWith("fe80:"))
                .findFirst()
                .flatMap(Names::label);
    }

    private static Optional<String> value(Json list) {
        return list.first().at("value").text();
    }

    /** Whether it passes on what comes in. One that tells of nothing but being a station does not. */
    private static boolean switches(Json chassis) {
        boolean station = false;
        for (Json capability : chassis.at("capability").items()) {
            boolean enabled = capability.at("enabled").flag().orElse(false);
            String type = capability.at("type").text().orElse("");
            if (enabled && (type.equals("Bridge") || type.equals("Router"))) {
                return true;
            }
            station |= enabled && type.equals("Station");
        }
        return !station;
    }
}
