package org.redoubt.topology.plan.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.*;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Job;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Owner;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;
import org.redoubt.topology.plan.Fit;

/** While a VM is dragged, every host of the largest site answers: 2,500 hosts, 40,000 VMs. */
class FittingSizeTest {

    private static final int HOSTS = 2_500;
    private static final int VMS_PER_HOST = 16;
    private static final int CLUSTER = 50;
    private static final long GIB = 1L << 30;

    private static Site site() {
        List<String> features =
                IntStream.range(0, 60).mapToObj(i -> "feature-" + i).toList();
        Site site = Site.empty("large");
        for (int i = 0; i < HOSTS; i++) {
            site = Folding.fold(site, new Fact.Report(new Source("libvirt", "h" + i), 1, 0, said(i, features)));
        }
        return site;
    }

    private static List<Assertion<?>> said(int i, List<String> features) {
        List<Assertion<?>> said = new ArrayList<>();
        ElementId host = ElementId.host("h" + i);
        int cluster = i / CLUSTER;
        List<ElementId> volumes = IntStream.range(0, 64)
                .mapToObj(v -> new ElementId(ElementKind.VOLUME, "c" + cluster + "/v" + v))
                .toList();
        List<ElementId> networks = IntStream.range(0, 8)
                .mapToObj(n -> new ElementId(ElementKind.NETWORK, "vlan-" + n))
                .toList();
        say(said, host, NAME, "host-" + i);
        say(said, host, LINK, LinkState.CONNECTED);
        say(said, host, OWNER, Owner.NONE);
        say(said, host, HARDWARE_UUID, "uuid-" + i);
        say(said, host, MEMBER_OF, List.of(new ElementId(ElementKind.CLUSTER, "c" + cluster)));
        say(said, host, ARCH, "x86_64");
        say(said, host, CPU_MODEL, "Skylake");
        say(said, host, CPU_FEATURES, i % 3 == 0 ? features.subList(0, 50) : List.copyOf(features));
        say(said, host, CANNOT, List.of());
        say(said, host, MEMORY, 512 * GIB);
        say(said, host, MEMORY_FREE, (i % 100) * GIB);
        say(said, host, OFFERS, networks);
        say(said, host, REACHES, volumes);
        say(said, host, MIGRATION_SPEED, 1_250_000_000L);
        for (int p = 0; p < 4; p++) {
            ElementId port = host.part(p < 2 ? ElementKind.NETWORK_PORT : ElementKind.HBA_PORT, "p" + p);
            say(said, port, PART_OF, host);
            say(said, port, UP, true);
        }
        for (int v = 0; v < VMS_PER_HOST; v++) {
            ElementId vm = ElementId.vm("vm-" + i + "-" + v);
            say(said, vm, NAME, vm.key());
            say(said, vm, RUNS_ON, host);
            say(said, vm, STATE, RunState.RUNNING);
            say(said, vm, JOB, Job.NONE);
            say(said, vm, MEMORY, 8 * GIB);
            say(said, vm, CPU_FEATURES, features.subList(0, 55));
            say(said, vm, NEEDS_NETWORKS, networks.subList(0, 2));
            say(said, vm, NEEDS_VOLUMES, volumes.subList(0, 3));
            if (v % 4 == 3) {
                // Groups of five, one VM on each of neighbouring hosts.
                say(said, vm, MEMBER_OF, List.of(new ElementId(ElementKind.VM_GROUP, "g" + i / 5 + "-" + v)));
            }
        }
        return said;
    }

    private static <T> void say(List<Assertion<?>> said, ElementId element, Attribute<T> attribute, T value) {
        said.add(new Assertion<>(element, attribute, value));
    }

    @Test
    void everyHostAnswers() {
        List<Fit> fits = Fitting.of(site(), ElementId.vm("vm-7-3"));

        assertThat(fits).hasSize(HOSTS);
        assertThat(fits.stream().map(Fit::verdict).distinct())
                .as("some can take it, and most cannot")
                .contains(Fit.Verdict.CANNOT)
                .hasSizeGreaterThan(1);
    }
}
