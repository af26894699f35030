package org.redoubt.topology.cluster;

import static org.redoubt.topology.model.Attributes.ALLOW_MIGRATE;
import static org.redoubt.topology.model.Attributes.DOMAIN;
import static org.redoubt.topology.model.Attributes.DOMAINS;
import static org.redoubt.topology.model.Attributes.MEMBER_OF;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.RUNS_ON;
import static org.redoubt.topology.model.Attributes.STATE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;

/**
 * Whether a cluster manager starts and stops a VM, and by which of its resources. A cluster knows its VMs by the names of
 * their configuration files, a hypervisor knows them by their UUIDs: they are one where the file is called by the VM's
 * UUID, or by its name and the VM is on a host of that cluster. Where a resource is known of which no VM can be told, or a
 * cluster does not tell what it runs, a VM of its hosts may be owned: that is not the same as being free.
 */
public sealed interface Ownership {

    /** Where Pacemaker and corosync themselves stand on a host, in its parts. */
    List<String> DAEMONS = List.of("pacemaker", "corosync");

    /** This resource is the VM. */
    record Owned(Element resource) implements Ownership {}

    /**
     * It may be owned.
     *
     * @param why for people, one sentence
     */
    record Doubtful(String why) implements Ownership {}

    /** No cluster that was heard owns it. That nobody was heard is the same: the site file may say who does. */
    record Unclaimed() implements Ownership {}

    /** In time proportional to the site's resources, and to its VMs where a resource is known by no VM's name. */
    static Ownership of(Site site, Element.Vm vm) {
        Set<ElementId> hosts = hosts(site, vm);
        Set<ElementId> clusters = clusters(site, hosts);
        List<Element> resources = clusters.isEmpty() ? List.of() : resources(site, clusters);
        for (Element resource : resources) {
            if (is(resource, vm)) {
                return new Owned(resource);
            }
        }
        for (ElementId cluster : clusters) {
            if (!tells(site, cluster) && hosts.stream().anyMatch(host -> daemon(site, host, cluster))) {
                return new Doubtful("cluster " + site.nameOf(cluster) + " did not tell which VMs it runs");
            }
        }
        for (Element resource : resources) {
            boolean here = resource.value(RUNS_ON).map(hosts::contains).orElse(true);
            if (here && !knownByName(site, resource)) {
                return new Doubtful("resource " + resource.name()
                        + " is a VM there that is known by no such name: it may" + " be this one");
            }
        }
        return new Unclaimed();
    }

    /** The hosts that hold it, active or not. */
    private static Set<ElementId> hosts(Site site, Element.Vm vm) {
        Set<ElementId> hosts = new TreeSet<>();
        vm.claims().about(RUNS_ON).forEach(claim -> hosts.add(claim.value()));
        for (Claim<?> claim : vm.claims().about(STATE)) {
            // a hypervisor speaks in the name of its host
            String where = claim.source().where();
            if (!where.isEmpty() && site.host(ElementId.host(where)).isPresent()) {
                hosts.add(ElementId.host(where));
            }
        }
        return hosts;
    }

    private static Set<ElementId> clusters(Site site, Set<ElementId> hosts) {
        Set<ElementId> clusters = new TreeSet<>();
        for (ElementId host : hosts) {
            site.host(host)
                    .ifPresent(known -> known.claims()
                            .about(MEMBER_OF)
                            .forEach(claim -> claim.value().stream()
                                    .filter(id -> id.kind() == ElementKind.CLUSTER)
                                    .forEach(clusters::add)));
        }
        return clusters;
    }

    /** The resources of these clusters that are VMs. */
    private static List<Element> resources(Site site, Set<ElementId> clusters) {
        return site.all(ElementKind.SERVICE)
                .filter(resource -> !resource.claims().about(DOMAIN).isEmpty()
                        || !resource.claims().about(ALLOW_MIGRATE).isEmpty())
                .filter(resource ->
                        resource.value(PART_OF).map(clusters::contains).orElse(false))
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
    }

    private static boolean is(Element resource, Element.Vm vm) {
        for (Claim<String> domain : resource.claims().about(DOMAIN)) {
            if (domain.value().equals(vm.id().key()) || called(vm, Set.of(domain.value()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether any source calls it so: what the site file calls it does not hide what its host does. */
    private static boolean called(Element.Vm vm, Set<String> names) {
        return vm.claims().about(NAME).stream().anyMatch(name -> names.contains(name.value()));
    }

    private static boolean knownByName(Site site, Element resource) {
        Set<String> names = new HashSet<>();
        resource.claims().about(DOMAIN).forEach(domain -> names.add(domain.value()));
        Set<ElementId> cluster = new HashSet<>();
        resource.value(PART_OF).ifPresent(cluster::add);
        return !names.isEmpty()
                && site.vms()
                        .filter(vm -> names.contains(vm.id().key()) || called(vm, names))
                        .anyMatch(vm -> !Collections.disjoint(clusters(site, hosts(site, vm)), cluster));
    }

    private static boolean tells(Site site, ElementId cluster) {
        return site.find(cluster)
                .filter(known -> !known.claims().about(DOMAINS).isEmpty())
                .isPresent();
    }

    /** Whether a cluster's daemons were ever heard of on a member: where only a file groups hosts, nobody owns anything. */
    private static boolean daemon(Site site, ElementId host, ElementId cluster) {
        boolean member = site.host(host)
                .filter(known -> clusters(site, Set.of(known.id())).contains(cluster))
                .isPresent();
        List<ElementId> daemons = new ArrayList<>();
        DAEMONS.forEach(name -> daemons.add(host.part(ElementKind.SERVICE, name)));
        return member && daemons.stream().anyMatch(id -> site.find(id).isPresent());
    }
}
