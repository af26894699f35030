package org.redoubt.agent.pacemaker.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.redoubt.agent.xml.Xml;
import org.redoubt.topology.model.NodeState;

/**
 * What a CIB's status section tells of nodes and resources, where there is no crm_mon to tell it: how each node was last
 * seen, and what the last action on each node made of each resource. What it does not tell stays unknown.
 */
public final class CibStatus {

    /** What the last action that ended made of a resource on one node. */
    private record Outcome(boolean active, boolean failed, String words) {}

    private final Xml root;
    private final Cib cib;

    private CibStatus(Xml root, Cib cib) {
        this.root = root;
        this.cib = cib;
    }

    /** The same as crm_mon would tell, as far as the status section goes. */
    public static Mon of(Xml root, Cib cib) {
        return new CibStatus(root, cib).mon();
    }

    private Mon mon() {
        List<Xml> states = root.at("status").map(one -> one.all("node_state")).orElse(List.of());
        Optional<ClusterNode> coordinator = root.attribute("dc-uuid")
                .flatMap(id -> cib.nodes().stream()
                        .filter(node -> node.id().equals(id))
                        .findFirst());
        List<Mon.Member> members = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (ClusterNode node : cib.nodes()) {
            Optional<Xml> told = states.stream()
                    .filter(one -> one.attribute("uname").equals(node.name()))
                    .findFirst();
            node.name().ifPresent(seen::add);
            members.add(new Mon.Member(node, told.flatMap(one -> state(node, one)), false, false, Optional.empty()));
        }
        // guests and remote nodes stand only in the status
        for (Xml one : states) {
            one.attribute("uname")
                    .flatMap(Limits::name)
                    .filter(seen::add)
                    .ifPresent(name -> members.add(new Mon.Member(
                            ClusterNode.named("", name), Optional.empty(), true, false, Optional.empty())));
        }
        List<Mon.Failure> failures = new ArrayList<>();
        return new Mon(
                coordinator,
                root.attribute("have-quorum").flatMap(CibStatus::flag),
                new Mon.Options(
                        property("stonith-enabled").or(() -> property("fencing-enabled")),
                        property("maintenance-mode"),
                        List.of()),
                List.copyOf(members),
                resources(states, failures),
                failures,
                List.of(),
                0);
    }

    private Optional<Boolean> property(String name) {
        return Optional.ofNullable(cib.properties().get(name)).flatMap(CibStatus::flag);
    }

    /** Newer ones write since when instead of true, and 0 for false. */
    private static Optional<Boolean> flag(String value) {
        return switch (value) {
            case "true", "on", "yes", "1", "online" -> Optional.of(true);
            case "false", "off", "no", "0", "offline" -> Optional.of(false);
            default -> Limits.number(value).map(since -> since > 0);
        };
    }

    private Optional<NodeState> state(ClusterNode node, Xml told) {
        Optional<Boolean> member = told.attribute("in_ccm").flatMap(CibStatus::flag);
        Optional<Boolean> peer = told.attribute("crmd").flatMap(CibStatus::flag);
        String join = told.attribute("join").orElse("");
        String expected = told.attribute("expected").orElse("");
        if (member.isEmpty() || peer.isEmpty()) {
            return Optional.empty();
        }
        if (member.get() && peer.get()) {
            return Optional.of(join.equals("member") ? joined(node, told) : NodeState.PENDING);
        }
        return switch (expected) {
            case "down" -> Optional.of(NodeState.OFFLINE);
            case "member" -> Optional.of(NodeState.UNCLEAN);
            default -> join.equals("down") ? Optional.of(NodeState.OFFLINE) : Optional.empty();
        };
    }

    private NodeState joined(ClusterNode node, Xml told) {
        if (attribute(node, told, "standby")) {
            return NodeState.STANDBY;
        }
        return attribute(node, told, "maintenance") ? NodeState.MAINTENANCE : NodeState.ONLINE;
    }

    /** A node's attribute, kept for good or until it leaves. */
    private boolean attribute(ClusterNode node, Xml told, String name) {
        List<Xml> sets = new ArrayList<>();
        root.at("configuration", "nodes").map(nodes -> nodes.all("node")).orElse(List.of()).stream()
                .filter(one -> one.attribute("uname").equals(node.name()))
                .forEach(one -> sets.addAll(one.all("instance_attributes")));
        told.child("transient_attributes").ifPresent(one -> sets.addAll(one.all("instance_attributes")));
        return sets.stream()
                .flatMap(set -> set.all("nvpair").stream())
                .filter(pair -> pair.attribute("name").filter(name::equals).isPresent())
                .anyMatch(
                        pair -> pair.attribute("value").flatMap(CibStatus::flag).orElse(false));
    }

    private List<Mon.Running> resources(List<Xml> states, List<Mon.Failure> failures) {
        Map<String, Map<String, Outcome>> outcomes = new LinkedHashMap<>();
        for (Xml state : states) {
            String node = state.attribute("uname").flatMap(Limits::name).orElse("?");
            List<Xml> histories =
                    state.at("lrm", "lrm_resources").map(Xml::children).orElse(List.of());
            for (Xml history : histories) {
                String id = history.attribute("id").orElse("").replaceFirst(":[0-9]+$", "");
                outcome(history)
                        .ifPresent(outcome -> outcomes.computeIfAbsent(id, none -> new TreeMap<>())
                                .put(node, outcome));
            }
        }
        List<Mon.Running> running = new ArrayList<>();
        for (Cib.Primitive one : cib.primitives()) {
            Map<String, Outcome> byNode = outcomes.getOrDefault(one.id(), Map.of());
            if (!byNode.isEmpty()) {
                running.add(running(one, byNode));
                byNode.forEach((node, outcome) -> {
                    if (outcome.failed()) {
                        failures.add(new Mon.Failure(
                                one.id(), node, Limits.sentence(outcome.words().replace("NODE", node))));
                    }
                });
            }
        }
        return List.copyOf(running);
    }

    private Mon.Running running(Cib.Primitive one, Map<String, Outcome> byNode) {
        List<String> nodes = byNode.entrySet().stream()
                .filter(entry -> entry.getValue().active())
                .map(Map.Entry::getKey)
                .toList();
        boolean managed = !"false".equals(one.meta().get("is-managed"))
                && !"true".equals(one.meta().get("maintenance"));
        return new Mon.Running(
                one.id(),
                one.agent(),
                List.of(),
                nodes.isEmpty() ? "Stopped" : "Started",
                Optional.ofNullable(one.meta().get("target-role"))
                        .map(Limits::sentence)
                        .filter(role -> !role.equals("Started")),
                !nodes.isEmpty(),
                byNode.values().stream().anyMatch(Outcome::failed),
                false,
                managed,
                Optional.empty(),
                nodes);
    }

    /** What the last action that ended made of it. */
    private static Optional<Outcome> outcome(Xml history) {
        return history.all("lrm_rsc_op").stream()
                .filter(op -> !op.attribute("op-status").orElse("-1").equals("-1"))
                .max(Comparator.comparingLong(
                        op -> Limits.number(op.attribute("call-id").orElse("")).orElse(-1L)))
                .flatMap(CibStatus::ended);
    }

    private static Optional<Outcome> ended(Xml op) {
        String operation = op.attribute("operation").orElse("");
        Optional<Long> rc = op.attribute("rc-code").flatMap(Limits::number);
        if (rc.isEmpty()) {
            return Optional.empty();
        }
        boolean fine = rc.get() == 0;
        String words = operation + " on NODE ended with " + rc.get()
                + op.attribute("exit-reason").map(why -> ": " + why).orElse("");
        return switch (operation) {
            case "start", "promote", "demote", "migrate_from", "reload" -> Optional.of(new Outcome(fine, !fine, words));
            case "stop", "migrate_to" -> Optional.of(new Outcome(!fine, !fine, words));
            // 7: it is not running; 8: it is, promoted
            case "monitor" ->
                Optional.of(new Outcome(rc.get() != 7, rc.get() != 0 && rc.get() != 7 && rc.get() != 8, words));
            default -> Optional.empty();
        };
    }
}
