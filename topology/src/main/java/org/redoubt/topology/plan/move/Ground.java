package org.redoubt.topology.plan.move;

import static org.redoubt.topology.model.Attributes.*;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.redoubt.topology.cluster.Ownership;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Job;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Whereabouts;
import org.redoubt.topology.plan.forecast.Experience;

/**
 * What the rules need to know of one VM, gathered once for all hosts: in time proportional to the site's hosts, ports
 * and VMs.
 *
 * @param source where it is, when there is exactly one such host and the site knows it
 * @param memory what it occupies, bytes; -1 when nobody says
 * @param clusters the clusters of its host
 * @param migrations how many migrations each host takes part in
 * @param mates the VMs of its groups, by the host they are on
 * @param owned whether a cluster that was heard owns it
 */
record Ground(
        Site site,
        Element.Vm vm,
        Whereabouts where,
        Optional<Element.Host> source,
        long memory,
        Optional<Set<String>> features,
        Optional<List<String>> sourceFeatures,
        Optional<List<ElementId>> networks,
        Optional<List<ElementId>> volumes,
        Set<ElementId> clusters,
        Map<ElementId, Integer> migrations,
        Map<ElementId, List<ElementId>> mates,
        Ports ports,
        Ownership owned,
        Predicting predicting) {

    static Ground of(Site site, Element.Vm vm, Experience experience) {
        Whereabouts where = vm.whereabouts();
        Optional<Element.Host> source = where.host().flatMap(site::host);
        Map<ElementId, Integer> migrations = new HashMap<>();
        Map<ElementId, List<ElementId>> mates = new HashMap<>();
        Set<ElementId> groups = members(vm, ElementKind.VM_GROUP);
        site.vms().forEach(other -> survey(other, vm, groups, migrations, mates));
        long memory = vm.value(MEMORY).orElse(-1L);
        return new Ground(
                site,
                vm,
                where,
                source,
                memory,
                vm.value(CPU_FEATURES).map(HashSet::new),
                source.flatMap(host -> host.value(CPU_FEATURES)),
                vm.value(NEEDS_NETWORKS),
                vm.value(NEEDS_VOLUMES),
                source.map(host -> members(host, ElementKind.CLUSTER)).orElse(Set.of()),
                migrations,
                mates,
                Ports.of(site),
                Ownership.of(site, vm),
                new Predicting(vm, memory, experience));
    }

    private static void survey(
            Element.Vm other,
            Element.Vm vm,
            Set<ElementId> groups,
            Map<ElementId, Integer> migrations,
            Map<ElementId, List<ElementId>> mates) {
        for (Claim<Job> claim : other.claims().about(JOB)) {
            if (claim.value() == Job.MIGRATING_IN || claim.value() == Job.MIGRATING_OUT) {
                other.claims()
                        .by(claim.source(), RUNS_ON)
                        .ifPresent(on -> migrations.merge(on.value(), 1, Integer::sum));
            }
        }
        boolean mate = !groups.isEmpty()
                && !other.id().equals(vm.id())
                && !Collections.disjoint(other.refs(MEMBER_OF), groups);
        if (mate) {
            other.whereabouts()
                    .host()
                    .ifPresent(host -> mates.computeIfAbsent(host, none -> new ArrayList<>())
                            .add(other.id()));
        }
    }

    /** The elements of a kind that {@code element} is a member of. */
    static Set<ElementId> members(Element element, ElementKind kind) {
        Set<ElementId> members = new HashSet<>();
        for (ElementId id : element.refs(MEMBER_OF)) {
            if (id.kind() == kind) {
                members.add(id);
            }
        }
        return members;
    }

    /** What of the few that are needed is not among the many that are there. */
    static Set<ElementId> missing(List<ElementId> needed, List<ElementId> there) {
        Set<ElementId> missing = new HashSet<>(needed);
        for (ElementId id : there) {
            if (missing.remove(id) && missing.isEmpty()) {
                break;
            }
        }
        return missing;
    }

    String name(ElementId id) {
        return site.nameOf(id);
    }

    String names(Collection<ElementId> ids) {
        return ids.stream().map(this::name).sorted().collect(Collectors.joining(", "));
    }
}
