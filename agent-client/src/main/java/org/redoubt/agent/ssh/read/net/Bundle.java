package org.redoubt.agent.ssh.read.net;

import static org.redoubt.topology.model.Attributes.ACTIVE_MEMBER;
import static org.redoubt.topology.model.Attributes.DETAIL;
import static org.redoubt.topology.model.Attributes.HEALTH;
import static org.redoubt.topology.model.Attributes.MEMBER_OF;
import static org.redoubt.topology.model.Attributes.MODE;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.SPEED;
import static org.redoubt.topology.model.Attributes.UP;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redoubt.agent.probe.Reading;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Health;

/**
 * Ports that are bound together, by the kernel's bonding or by teamd.
 *
 * @param up whether the whole has a link
 * @param active the port that it sends through, where it is one
 */
record Bundle(String name, String mode, boolean up, Optional<String> active, List<Leg> legs) {

    static final String ACTIVE_BACKUP = "active-backup";

    /**
     * One of its ports.
     *
     * @param matter why nothing goes through it, empty when it works
     * @param speed bytes per second
     */
    record Leg(String name, String matter, Optional<Long> speed) {

        boolean works() {
            return matter.isEmpty();
        }
    }

    static ElementId id(ElementId host, String name) {
        return host.part(ElementKind.BOND, name);
    }

    List<String> legNames() {
        return legs.stream().map(Leg::name).toList();
    }

    void say(ElementId host, Reading reading) {
        ElementId id = id(host, name);
        boolean works = up && legs.stream().anyMatch(Leg::works);
        boolean whole = works && legs.size() > 1 && legs.stream().allMatch(Leg::works);
        reading.say(id, NAME, name)
                .say(id, PART_OF, host)
                .say(id, MODE, mode)
                .say(id, UP, works)
                .say(id, HEALTH, whole ? Health.OK : works ? Health.DEGRADED : Health.FAILED)
                .say(id, ACTIVE_MEMBER, active.map(port -> NetworkPorts.id(host, port)));
        if (!whole) {
            reading.say(id, DETAIL, words());
        }
        if (works) {
            reading.say(id, SPEED, speed());
        }
        legs.forEach(leg -> reading.say(NetworkPorts.id(host, leg.name()), MEMBER_OF, List.of(id)));
    }

    private String words() {
        if (legs.isEmpty()) {
            return "it has no port";
        }
        List<String> words = new ArrayList<>();
        if (!up) {
            words.add("it has no link");
        }
        legs.stream().filter(leg -> !leg.works()).forEach(leg -> words.add(leg.name() + ": " + leg.matter()));
        return words.isEmpty() ? "it has only one port" : String.join("; ", words);
    }

    /** Of the one port that is used at a time, or of all that work together. */
    private Optional<Long> speed() {
        List<Leg> used = legs.stream()
                .filter(
                        mode.equals(ACTIVE_BACKUP)
                                ? leg -> active.filter(leg.name()::equals).isPresent()
                                : Leg::works)
                .toList();
        boolean known =
                !used.isEmpty() && used.stream().allMatch(leg -> leg.speed().isPresent());
        return known
                ? Optional.of(used.stream()
                        .mapToLong(leg -> leg.speed().orElseThrow())
                        .sum())
                : Optional.empty();
    }
}
