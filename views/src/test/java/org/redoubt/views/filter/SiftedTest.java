package org.redoubt.views.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Health;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.views.TestSite;

class SiftedTest {

    private static final ElementId PAYROLL = new ElementId(ElementKind.CLUSTER, "payroll");
    private static final ElementId NIC = ElementId.host("node-1").part(ElementKind.NETWORK_PORT, "eth0");

    private final Site site = new TestSite()
            .host("node-1", LinkState.CONNECTED, "payroll")
            .host("node-2", LinkState.HANGS, "payroll")
            .host("node-3", LinkState.CONNECTED, "web")
            .vm("u-1", "db", "node-1", RunState.RUNNING)
            .vm("u-2", "cache", "node-3", RunState.CRASHED)
            .say(NIC, Attributes.UP, true)
            .say(ElementId.vm("u-1"), Attributes.TAGS, List.of("gold"))
            .say(ElementId.host("node-3"), Attributes.TAGS, List.of("hall-2", "ssd"))
            .by("site-file@test", 1000)
            .at(2000);

    private Sifted sift(Filter filter) {
        return Sifted.of(site, filter);
    }

    @Test
    void withoutAFilterNothingIsDimmedAndAllThatMayBeAskedForIsKnown() {
        Sifted all = sift(Filter.NONE);
        assertThat(all.lit()).isEmpty();
        assertThat(all.clusters()).containsOnlyKeys("payroll", "web");
        assertThat(all.tags()).containsExactly("gold", "hall-2", "ssd");
    }

    @Test
    void onlyAbnormalLeavesWhatIsAndTheHostThatHoldsIt() {
        Sifted abnormal = sift(Filter.NONE.onlyAbnormal(true));
        assertThat(abnormal.lit())
                .contains(ElementId.host("node-2"), PAYROLL, ElementId.vm("u-2"), ElementId.host("node-3"))
                .doesNotContain(ElementId.host("node-1"), ElementId.vm("u-1"), NIC);
        assertThat(abnormal.hosts()).isEqualTo(2);
        assertThat(abnormal.vms()).isEqualTo(1);
    }

    @Test
    void aHostWithAPartThatIsDownIsAbnormalToo() {
        Site hurt = new TestSite()
                .host("node-1", LinkState.CONNECTED, "payroll")
                .host("node-2", LinkState.CONNECTED, "payroll")
                .say(NIC, Attributes.HEALTH, Health.FAILED)
                .by("site-file@test", 1000)
                .at(2000);
        assertThat(Sifted.of(hurt, Filter.NONE.onlyAbnormal(true)).lit())
                .contains(ElementId.host("node-1"), NIC)
                .doesNotContain(ElementId.host("node-2"));
    }

    @Test
    void aClusterLeavesItsHostsWithTheirVmsAndPorts() {
        assertThat(sift(Filter.NONE.toggle(PAYROLL)).lit())
                .contains(ElementId.host("node-1"), ElementId.host("node-2"), ElementId.vm("u-1"), NIC)
                .doesNotContain(ElementId.host("node-3"), ElementId.vm("u-2"));
    }

    @Test
    void aTagIsFoundOnAVmAndOnAHostWithAllItsVms() {
        assertThat(sift(Filter.NONE.toggle("gold")).vms()).isEqualTo(1);
        assertThat(sift(Filter.NONE.toggle("ssd")).lit()).contains(ElementId.host("node-3"), ElementId.vm("u-2"));
        assertThat(sift(Filter.NONE.toggle("ssd").toggle("gold")).vms())
                .as("one or the other")
                .isEqualTo(2);
    }

    @Test
    void sortsCombineAndWhereNothingMatchesEverythingIsDimmed() {
        Filter filter = Filter.NONE.onlyAbnormal(true).toggle(PAYROLL).toggle("gold");
        Sifted none = sift(filter);
        assertThat(none.hosts()).isZero();
        assertThat(none.lit()).isNotEmpty().doesNotContain(ElementId.host("node-1"), ElementId.host("node-2"));
    }

    @Test
    void whatIsAskedForTwiceIsNotAskedForAnyMore() {
        assertThat(Filter.NONE.toggle("gold").toggle("gold").any()).isFalse();
        assertThat(new Filter(true, Set.of(), Set.of()).any()).isTrue();
    }
}
