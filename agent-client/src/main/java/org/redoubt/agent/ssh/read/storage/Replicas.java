package org.redoubt.agent.ssh.read.storage;

import static org.redoubt.topology.model.Attributes.DETAIL;
import static org.redoubt.topology.model.Attributes.HEALTH;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.REPLICA_BEHIND;
import static org.redoubt.topology.model.Attributes.REPLICA_OF;
import static org.redoubt.topology.model.Attributes.ROLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redoubt.agent.probe.Reader;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.agent.ssh.read.text.Asked;
import org.redoubt.agent.ssh.read.text.Json;
import org.redoubt.agent.ssh.read.text.Names;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Health;

/**
 * Says which of a host's volumes DRBD mirrors to others, in which role, and how far the copies are apart. A volume is good
 * here as long as its own disk is up to date, and whole only when each of its peers' is too.
 */
public final class Replicas implements Reader {

    private static final String QUESTION = "drbd";
    private static final String GOOD = "UpToDate";

    /** Without one of these the host has no copy that could be used. */
    private static final Set<String> USABLE = Set.of(GOOD, "Consistent", "Outdated");

    /** The mirrored volume as {@code host} has it. */
    static ElementId id(ElementId host, String resource) {
        return host.part(ElementKind.VOLUME, "drbd/" + resource);
    }

    @Override
    public void read(Round round, Reading reading) {
        Asked asked = new Asked(round, reading);
        Optional<Json> json = asked.ofWhatMayBeAbsent().json(QUESTION);
        if (json.isPresent() && !json.get().list()) {
            reading.unreadable(QUESTION, "it is no list of resources");
        }
        int strange = 0;
        for (Json resource : json.map(Json::items).orElse(List.of())) {
            strange += say(resource, round.host(), reading) ? 0 : 1;
        }
        if (strange > 0) {
            reading.unreadable(QUESTION, "what is told of " + strange + " resources is incomplete");
        }
    }

    private static boolean say(Json resource, ElementId host, Reading reading) {
        Optional<String> name = resource.at("name").text().filter(Names::plain);
        Optional<String> role = resource.at("role").text().flatMap(Names::label);
        List<Json> devices = resource.at("devices").items();
        if (name.isEmpty()
                || role.isEmpty()
                || devices.isEmpty()
                || !resource.at("connections").list()) {
            return false;
        }
        List<Json> connections = resource.at("connections").items();
        ElementId id = id(host, name.get());
        reading.say(id, NAME, name.get())
                .say(id, PART_OF, host)
                .say(id, ROLE, role.get())
                .say(id, REPLICA_BEHIND, behind(connections));
        List<String> matters = new ArrayList<>();
        boolean usable = own(resource, devices, matters);
        connections.forEach(connection -> peer(connection, matters));
        reading.say(id, HEALTH, !usable ? Health.FAILED : matters.isEmpty() ? Health.OK : Health.DEGRADED);
        if (!matters.isEmpty()) {
            reading.say(id, DETAIL, String.join("; ", matters));
        }
        if (role.get().equals("Secondary")) {
            original(connections).ifPresent(peer -> reading.say(id, REPLICA_OF, id(peer, name.get())));
        }
        return true;
    }

    /** Whether the copy here can be used. */
    private static boolean own(Json resource, List<Json> devices, List<String> matters) {
        boolean usable = true;
        for (Json device : devices) {
            String disk = device.at("disk-state").text().orElse("not told");
            boolean diskless = device.at("client").flag().orElse(false);
            if (!diskless && !disk.equals(GOOD)) {
                matters.add("own disk " + label(disk));
                usable &= USABLE.contains(disk);
            }
            if (!device.at("quorum").flag().orElse(true)) {
                matters.add("no quorum");
                usable = false;
            }
        }
        if (resource.at("suspended").flag().orElse(false)) {
            matters.add("I/O is suspended");
        }
        return usable;
    }

    private static void peer(Json connection, List<String> matters) {
        String peer = label(connection.at("name").text().orElse("a peer"));
        String state = connection.at("connection-state").text().orElse("not told");
        if (!state.equals("Connected")) {
            matters.add(peer + ": connection " + label(state));
            return;
        }
        for (Json device : connection.at("peer_devices").items()) {
            String disk = device.at("peer-disk-state").text().orElse("not told");
            if (!disk.equals(GOOD) && !device.at("peer-client").flag().orElse(false)) {
                matters.add(peer + ": disk " + label(disk));
            }
        }
    }

    private static String label(String text) {
        return Names.label(text).orElse("");
    }

    /** Bytes that differ from the peer that is farthest apart; empty where that is not told of each. */
    private static Optional<Long> behind(List<Json> connections) {
        long most = 0;
        for (Json connection : connections) {
            long sum = 0;
            for (Json device : connection.at("peer_devices").items()) {
                Optional<Long> kibibytes = device.at("out-of-sync").number().filter(size -> size < 1L << 50);
                if (kibibytes.isEmpty()) {
                    return Optional.empty();
                }
                sum += kibibytes.get() << 10;
            }
            most = Math.max(most, sum);
        }
        return connections.isEmpty() ? Optional.empty() : Optional.of(most);
    }

    /** The host that writes: DRBD calls it by its node name, which is its key where the site file says no other. */
    private static Optional<ElementId> original(List<Json> connections) {
        return connections.stream()
                .filter(connection -> connection.at("peer-role").says("Primary"))
                .flatMap(connection -> connection.at("name").text().filter(Names::plain).stream())
                .map(ElementId::host)
                .findFirst();
    }
}
