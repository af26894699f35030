package org.redoubt.agent.pacemaker;

import static org.redoubt.topology.model.Attributes.ADDRESS;
import static org.redoubt.topology.model.Attributes.AGENT;
import static org.redoubt.topology.model.Attributes.ALLOW_MIGRATE;
import static org.redoubt.topology.model.Attributes.DETAIL;
import static org.redoubt.topology.model.Attributes.DOMAIN;
import static org.redoubt.topology.model.Attributes.FAILURES;
import static org.redoubt.topology.model.Attributes.HEALTH;
import static org.redoubt.topology.model.Attributes.MAINTENANCE;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.RESOURCE;
import static org.redoubt.topology.model.Attributes.ROLE;
import static org.redoubt.topology.model.Attributes.RULES;
import static org.redoubt.topology.model.Attributes.RUNS_ON;
import static org.redoubt.topology.model.Attributes.TARGETS;
import static org.redoubt.topology.model.Attributes.UP;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.redoubt.agent.pacemaker.read.Cib;
import org.redoubt.agent.pacemaker.read.Limits;
import org.redoubt.agent.pacemaker.read.Mon;
import org.redoubt.agent.probe.Reading;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Health;
import org.redoubt.topology.model.NodeState;

/**
 * Says what a cluster runs: its resources, and the devices by which it fences, each with what its configuration and what
 * its state tell. What only one of the two could be read of is said all the same.
 */
final class Resources {

    /**
     * One resource, from both sides.
     *
     * @param instances its state, or each instance's of a clone; none where it is not known
     */
    record Resource(String id, String agent, Optional<Cib.Primitive> primitive, List<Mon.Running> instances) {

        boolean fences() {
            return agent.startsWith("stonith:");
        }

        /** Whether it is a VM, known by name or not. */
        boolean isVm() {
            return agent.endsWith(":VirtualDomain") || agent.endsWith(":Xen");
        }

        boolean cloned() {
            return instances.size() > 1
                    || instances.stream().anyMatch(one -> one.id().contains(":"));
        }

        /** The names of the nodes where it is active. */
        List<String> nodes() {
            TreeSet<String> nodes = new TreeSet<>();
            instances.stream().filter(Mon.Running::active).forEach(one -> nodes.addAll(one.nodes()));
            return List.copyOf(nodes);
        }

        boolean migrates() {
            return primitive
                    .filter(one -> "true".equalsIgnoreCase(one.meta().get("allow-migrate")))
                    .isPresent();
        }
    }

    private static final Set<NodeState> WELL = EnumSet.of(NodeState.ONLINE, NodeState.STANDBY, NodeState.MAINTENANCE);

    private final Members members;
    private final Reading reading;
    private final Optional<Cib> cib;
    private final Optional<Mon> mon;

    Resources(Members members, Reading reading, Optional<Cib> cib, Optional<Mon> mon) {
        this.members = members;
        this.reading = reading;
        this.cib = cib;
        this.mon = mon;
    }

    /** Every resource that either side knows. */
    static List<Resource> all(Optional<Cib> cib, Optional<Mon> mon) {
        Map<String, List<Mon.Running>> running = new LinkedHashMap<>();
        for (Mon.Running one : mon.map(Mon::resources).orElse(List.of())) {
            running.computeIfAbsent(one.id().replaceFirst(":[0-9]+$", ""), none -> new ArrayList<>())
                    .add(one);
        }
        Map<String, Resource> all = new LinkedHashMap<>();
        for (Cib.Primitive one : cib.map(Cib::primitives).orElse(List.of())) {
            List<Mon.Running> instances = running.getOrDefault(one.id(), List.of());
            all.put(one.id(), new Resource(one.id(), one.agent(), Optional.of(one), instances));
        }
        running.forEach((id, instances) -> all.computeIfAbsent(
                id, name -> new Resource(name, instances.getFirst().agent(), Optional.empty(), instances)));
        return List.copyOf(all.values());
    }

    void say() {
        for (Resource one : all(cib, mon)) {
            ElementKind kind = one.fences() ? ElementKind.FENCE_DEVICE : ElementKind.SERVICE;
            ElementId id = members.id().part(kind, one.id());
            reading.say(id, NAME, one.id()).say(id, RESOURCE, one.id()).say(id, AGENT, one.agent());
            state(id, one);
            if (one.fences()) {
                device(id, one);
            } else {
                reading.say(id, PART_OF, members.id());
                vm(id, one);
            }
        }
    }

    /** What is known of the VM that it is; on the resource, and on the VM itself where that is known by it. */
    void vm(ElementId id, Resource one) {
        if (one.isVm()) {
            reading.say(id, DOMAIN, one.primitive().flatMap(Cib.Primitive::domain));
            if (one.primitive().isPresent()) {
                reading.say(id, ALLOW_MIGRATE, one.migrates());
            }
        }
        rules(one).ifPresent(rules -> reading.say(id, RULES, rules));
        where(one).ifPresent(host -> reading.say(id, RUNS_ON, host));
    }

    /** Empty where the configuration is not known; then whether there are rules is not known either. */
    private Optional<List<String>> rules(Resource one) {
        return cib.map(known -> known.rules().getOrDefault(one.id(), List.of())).filter(rules -> !rules.isEmpty());
    }

    /** The host where it is active, where that is one alone. */
    Optional<ElementId> where(Resource one) {
        List<String> nodes = one.nodes();
        return nodes.size() == 1 ? members.host(nodes.getFirst()) : Optional.empty();
    }

    /** Whether it is believed to be where nobody can look. */
    boolean doubtful(Resource one) {
        return !lost(one.nodes()).isEmpty();
    }

    private void state(ElementId id, Resource one) {
        List<String> failures = mon.map(Mon::failures).orElse(List.of()).stream()
                .filter(failure -> failure.resource().equals(one.id()))
                .map(Mon.Failure::words)
                .toList();
        if (!failures.isEmpty()) {
            reading.say(id, FAILURES, Limits.lines(failures));
        }
        if (one.instances().isEmpty()) {
            return;
        }
        reading.say(id, ROLE, role(one));
        boolean unmanaged = one.instances().stream().anyMatch(instance -> !instance.managed());
        reading.say(id, MAINTENANCE, unmanaged);
        String matter = matter(one, failures);
        reading.say(id, HEALTH, health(one, matter));
        if (!matter.isEmpty()) {
            reading.say(id, DETAIL, Limits.sentence(matter));
        }
    }

    private static String role(Resource one) {
        List<String> roles = one.instances().stream()
                .map(instance -> instance.role()
                        + instance.pending().map(what -> " (" + what + ")").orElse("")
                        + instance.target()
                                .map(role -> " (wanted: " + role + ")")
                                .orElse(""))
                .distinct()
                .toList();
        return Limits.sentence(String.join(", ", roles));
    }

    private static Health health(Resource one, String matter) {
        boolean failed = one.instances().stream().anyMatch(instance -> instance.failed() || instance.blocked());
        if (failed || !one.cloned() && one.nodes().size() > 1) {
            return Health.FAILED;
        }
        return matter.isEmpty() ? Health.OK : Health.DEGRADED;
    }

    /** What is the matter with it; empty when nothing is. */
    private String matter(Resource one, List<String> failures) {
        boolean failed = one.instances().stream().anyMatch(Mon.Running::failed);
        if (failed || one.instances().stream().anyMatch(Mon.Running::blocked)) {
            return failures.isEmpty() ? failed ? "failed" : "blocked" : failures.getFirst();
        }
        List<String> nodes = one.nodes();
        if (!one.cloned() && nodes.size() > 1) {
            return "active on " + String.join(" and ", nodes) + " at once";
        }
        List<String> lost = lost(nodes);
        if (!lost.isEmpty()) {
            return "believed on " + String.join(", ", lost) + ", which is not known to be well";
        }
        boolean wantedSo =
                one.instances().stream().allMatch(instance -> instance.target().isPresent());
        return nodes.isEmpty() && !wantedSo ? "active nowhere" : "";
    }

    /** Those of the nodes of which it is not known that they do what they are told: what is said of them is old. */
    private List<String> lost(List<String> nodes) {
        return mon.map(Mon::members).orElse(List.of()).stream()
                .filter(member -> !member.state().map(WELL::contains).orElse(false))
                .flatMap(member -> member.node().name().stream())
                .filter(nodes::contains)
                .toList();
    }

    private void device(ElementId id, Resource one) {
        List<ElementId> targets = one.primitive().map(Cib.Primitive::targets).orElse(List.of()).stream()
                .flatMap(name -> members.host(name).stream())
                .distinct()
                .toList();
        reading.say(id, PART_OF, targets.size() == 1 ? targets.getFirst() : members.id());
        if (!targets.isEmpty()) {
            reading.say(id, TARGETS, targets);
        }
        one.primitive()
                .map(Cib.Primitive::parameters)
                .flatMap(known ->
                        Optional.ofNullable(known.get("ip")).or(() -> Optional.ofNullable(known.get("ipaddr"))))
                .flatMap(Limits::name)
                .ifPresent(address -> reading.say(id, ADDRESS, address));
        if (!one.instances().isEmpty()) {
            boolean active = one.instances().stream().anyMatch(Mon.Running::active);
            boolean failed = one.instances().stream().anyMatch(Mon.Running::failed);
            if (failed || active && !doubtful(one)) {
                reading.say(id, UP, !failed);
            }
        }
    }
}
