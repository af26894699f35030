package org.redoubt.agent.pacemaker;

import static org.redoubt.topology.model.Attributes.COORDINATOR;
import static org.redoubt.topology.model.Attributes.DETAIL;
import static org.redoubt.topology.model.Attributes.FENCE_HISTORY;
import static org.redoubt.topology.model.Attributes.FENCE_LEVELS;
import static org.redoubt.topology.model.Attributes.FENCING;
import static org.redoubt.topology.model.Attributes.FENCING_ENABLED;
import static org.redoubt.topology.model.Attributes.HEALTH;
import static org.redoubt.topology.model.Attributes.MAINTENANCE;
import static org.redoubt.topology.model.Attributes.MEMBER_OF;
import static org.redoubt.topology.model.Attributes.NODE_STATE;
import static org.redoubt.topology.model.Attributes.OPTIONS;
import static org.redoubt.topology.model.Attributes.QUORATE;
import static org.redoubt.topology.model.Attributes.UNMATCHED_NODES;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redoubt.agent.pacemaker.read.Cib;
import org.redoubt.agent.pacemaker.read.FenceEvent;
import org.redoubt.agent.pacemaker.read.Limits;
import org.redoubt.agent.pacemaker.read.Mon;
import org.redoubt.agent.probe.Reading;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.FenceState;
import org.redoubt.topology.model.Health;
import org.redoubt.topology.model.NodeState;

/** Says how a cluster and each of its nodes stand, and what it fenced. */
final class ClusterState {

    private final Members members;
    private final Reading reading;

    ClusterState(Members members, Reading reading) {
        this.members = members;
        this.reading = reading;
    }

    void state(Mon mon) {
        ElementId cluster = members.id();
        reading.say(cluster, QUORATE, mon.quorate())
                .say(cluster, COORDINATOR, mon.coordinator().flatMap(members::host))
                .say(cluster, MAINTENANCE, mon.options().maintenance())
                .say(cluster, FENCING_ENABLED, mon.options().fencing());
        if (!mon.options().all().isEmpty()) {
            reading.say(cluster, OPTIONS, mon.options().all());
        }
        nodes(mon);
        List<String> matters = matters(mon);
        boolean failed = mon.quorate().filter(quorate -> !quorate).isPresent();
        // of what was not understood it is not known whether it is well
        if (!matters.isEmpty() || mon.odd() == 0) {
            reading.say(cluster, HEALTH, failed ? Health.FAILED : matters.isEmpty() ? Health.OK : Health.DEGRADED);
        }
        if (!matters.isEmpty()) {
            reading.say(cluster, DETAIL, Limits.sentence(String.join("; ", matters)));
        }
    }

    private void nodes(Mon mon) {
        List<String> unmatched = new ArrayList<>();
        for (Mon.Member member : mon.members()) {
            Optional<ElementId> host = members.host(member.node());
            if (host.isPresent()) {
                reading.say(host.get(), MEMBER_OF, List.of(members.id())).say(host.get(), NODE_STATE, member.state());
            } else if (!member.guest()) {
                unmatched.add(member.node().label() + (member.remote() ? " (remote)" : ""));
            }
        }
        if (!unmatched.isEmpty()) {
            reading.say(members.id(), UNMATCHED_NODES, Limits.lines(unmatched));
        }
    }

    /** Everything that is not as it should be, the gravest first. */
    private static List<String> matters(Mon mon) {
        List<String> matters = new ArrayList<>();
        if (mon.quorate().filter(quorate -> !quorate).isPresent()) {
            matters.add("no quorum");
        }
        if (mon.coordinator().isEmpty()) {
            matters.add("no coordinator");
        }
        in(mon, NodeState.UNCLEAN, "unclean", matters);
        in(mon, NodeState.OFFLINE, "offline", matters);
        in(mon, NodeState.PENDING, "pending", matters);
        String fenced = join(mon.events().stream()
                .filter(event -> event.state() == FenceState.PENDING)
                .map(FenceEvent::target)
                .distinct()
                .toList());
        if (!fenced.isEmpty()) {
            matters.add("being fenced: " + fenced);
        }
        String failed = join(mon.resources().stream()
                .filter(one -> one.failed() || one.blocked())
                .map(Mon.Running::id)
                .distinct()
                .toList());
        if (!failed.isEmpty()) {
            matters.add("failed: " + failed);
        }
        if (mon.options().maintenance().filter(on -> on).isPresent()) {
            matters.add("maintenance: nothing is started or stopped");
        }
        mon.members()
                .forEach(member -> member.health()
                        .ifPresent(colour ->
                                matters.add("health of " + member.node().label() + " is " + colour)));
        return matters;
    }

    private static void in(Mon mon, NodeState state, String word, List<String> matters) {
        String nodes = join(mon.members().stream()
                .filter(member -> !member.guest())
                .filter(member -> member.state().equals(Optional.of(state)))
                .map(member -> member.node().label())
                .toList());
        if (!nodes.isEmpty()) {
            matters.add(word + ": " + nodes);
        }
    }

    private static String join(List<String> names) {
        return String.join(", ", names);
    }

    /** Which devices shoot which host, in which order. */
    void levels(Cib cib) {
        cib.levels()
                .forEach((target, levels) ->
                        members.host(target).ifPresent(host -> reading.say(host, FENCE_LEVELS, Limits.lines(levels))));
    }

    /** Who was shot: of the cluster, and of each host the events that were about it. */
    void history(List<FenceEvent> events) {
        List<FenceEvent> sorted = new ArrayList<>(events);
        sorted.sort(Comparator.comparing(event -> event.state() != FenceState.PENDING));
        if (sorted.isEmpty()) {
            return;
        }
        reading.say(members.id(), FENCE_HISTORY, words(sorted));
        Map<String, List<FenceEvent>> byTarget = new LinkedHashMap<>();
        sorted.forEach(event -> byTarget.computeIfAbsent(event.target(), none -> new ArrayList<>())
                .add(event));
        byTarget.forEach((target, about) -> members.host(target)
                .ifPresent(host -> reading.say(host, FENCE_HISTORY, words(about))
                        .say(host, FENCING, about.getFirst().state())));
    }

    private static List<String> words(List<FenceEvent> events) {
        return Limits.lines(events.stream().map(FenceEvent::words).toList());
    }
}
