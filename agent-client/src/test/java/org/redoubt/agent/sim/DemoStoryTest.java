package org.redoubt.agent.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.*;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Health;
import org.redoubt.topology.model.Job;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Owner;
import org.redoubt.topology.model.Side;
import org.redoubt.topology.model.Site;

/** What the demo tells, as a desk that listens from the start knows it. */
class DemoStoryTest {

    private final SimWorld world = new SimWorld(SimSpec.demo(7));
    private final Reporter reporter = new Reporter(world, at -> at);
    private Site site = Site.empty("demo");

    @BeforeEach
    void listen() {
        reporter.openAll();
        until(0);
    }

    private Site until(long millis) {
        site = Folding.fold(Sims.fold(site, reporter.hear(millis)), new Fact.Tick(millis));
        return site;
    }

    private Element at(String id) {
        return site.find(ElementId.parse(id)).orElseThrow();
    }

    private LinkState link(String host) {
        return site.host(ElementId.host(host)).orElseThrow().link();
    }

    private Element vm(String name) {
        return site.vms().filter(vm -> vm.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void everythingIsThereAtOnce() {
        assertThat(site.hosts()).hasSize(SimSpec.demo(7).hosts()).allSatisfy(host -> {
            assertThat(host.link()).isEqualTo(LinkState.CONNECTED);
            assertThat(host.refs(MEMBER_OF)).hasSize(1);
            assertThat(host.refs(REACHES)).isNotEmpty();
        });
        assertThat(site.vms()).hasSize(SimSpec.demo(7).vms());
        assertThat(site.all(ElementKind.CLUSTER).map(Element::name))
                .containsExactlyInAnyOrder("payroll", "web", "dr-east");
        assertThat(site.all(ElementKind.RING)).hasSize(3 * 2 + 10 * 2);
        assertThat(at("storage-array:array-2").value(REPLICA_OF)).contains(ElementId.parse("storage-array:array-1"));
        assertThat(at("storage-array:array-2").value(REPLICA_LAG).orElseThrow()).isBetween(500L, 1_100L);
        assertThat(at("storage-array:array-1").value(REPLICA_LAG)).isEmpty();
    }

    @Test
    void bothSidesOfEverythingAreApart() {
        for (int host = 1; host <= 10; host++) {
            for (int side = 0; side < 2; side++) {
                String node = "node-" + host;
                String letter = side == 0 ? "a" : "b";
                assertThat(at("network-port:" + node + "/nic" + side).refs(CABLED_TO))
                        .containsExactly(ElementId.parse("switch-port:core-" + letter + "/" + host));
                assertThat(at("hba-port:" + node + "/hba" + side).refs(CABLED_TO))
                        .containsExactly(ElementId.parse("fabric-switch:fabric-" + letter));
                assertThat(at("power-supply:" + node + "/psu" + side).refs(FED_BY))
                        .containsExactly(ElementId.parse("power-feed:feed-" + letter));
                assertThat(at("network-port:" + node + "/nic" + side).value(SIDE))
                        .contains(Side.values()[side]);
            }
        }
        assertThat(at("switch:core-a").refs(CABLED_TO)).containsExactly(ElementId.parse("switch:core-b"));
    }

    @Test
    void everyReasonToStayIsToBeSeen() {
        assertThat(site.hosts().filter(host -> host.value(OWNER).isEmpty()).map(Element::name))
                .containsExactlyInAnyOrder("node-8", "node-9", "node-10");
        assertThat(site.hosts().filter(host -> host.value(OWNER).equals(java.util.Optional.of(Owner.NONE))))
                .hasSize(7);
        ElementId dmz = ElementId.parse("network:dmz");
        assertThat(site.hosts().filter(host -> !host.refs(OFFERS).contains(dmz)).map(Element::name))
                .containsExactlyInAnyOrder("node-6", "node-9");
        assertThat(site.hosts()
                        .filter(host -> !host.value(CPU_FEATURES).orElseThrow().contains("avx512f"))
                        .map(Element::name))
                .containsExactly("node-6");
        assertThat(share("node-4")).isBetween(0.90, 0.95);
        assertThat(share("node-6")).isGreaterThan(0.95);
        assertThat(at("network-port:node-5/nic0").value(PART_OF))
                .isEqualTo(at("network-port:node-5/nic1").value(PART_OF));
        assertThat(at("network-port:node-4/nic0").value(PART_OF))
                .isNotEqualTo(at("network-port:node-4/nic1").value(PART_OF));
        assertThat(((Element.Vm) vm("erp-old")).whereabouts().host()).isEmpty();
    }

    private double share(String host) {
        Element node = at("host:" + host);
        return 1
                - (double) node.value(MEMORY_FREE).orElseThrow()
                        / node.value(MEMORY).orElseThrow();
    }

    @Test
    void atEightSecondsAnHbaLosesItsLink() {
        until(7_999);
        assertThat(at("hba-port:node-2/hba1").value(UP)).contains(true);
        assertThat(at("hba-port:node-2/hba1").value(DETAIL)).isEmpty();
        until(8_000);
        Element hba = at("hba-port:node-2/hba1");
        assertThat(hba.value(UP)).contains(false);
        assertThat(hba.value(HEALTH)).contains(Health.FAILED);
        assertThat(hba.value(DETAIL).orElseThrow()).contains("Link Down Event").contains("remaining active paths: 2");
        assertThat(at("hba-port:node-2/hba0").value(UP)).contains(true);
        until(150_000);
        assertThat(at("hba-port:node-2/hba1").value(UP)).contains(true);
        assertThat(at("hba-port:node-2/hba1").value(DETAIL)).isEmpty();
    }

    @Test
    void atTwentyAHeartbeatIsLateAndReturns() {
        until(19_900);
        assertThat(at("ring:web/1/node-5").value(BEAT).orElseThrow()).isLessThan(1_100);
        until(22_000);
        assertThat(at("ring:web/1/node-5").value(BEAT).orElseThrow()).isGreaterThanOrEqualTo(2_000);
        assertThat(at("ring:web/1/node-5").value(HEALTH)).contains(Health.DEGRADED);
        assertThat(at("ring:web/0/node-5").value(HEALTH)).contains(Health.OK);
        until(30_000);
        assertThat(at("ring:web/1/node-5").value(BEAT).orElseThrow()).isLessThan(1_100);
        assertThat(at("ring:web/1/node-5").value(DETAIL)).isEmpty();
    }

    @Test
    void atFortyAHostFallsSilentAndComesBack() {
        until(49_999);
        assertThat(link("node-7")).isEqualTo(LinkState.CONNECTED);
        long heard = at("host:node-7").claims().about(CPU_LOAD).getFirst().heard();
        assertThat(heard).isLessThan(40_000);
        assertThat(at("ring:web/0/node-7").value(UP)).contains(false);
        assertThat(at("bmc:node-7").claims().about(UP).getFirst().heard()).isGreaterThan(44_000);
        until(50_000);
        assertThat(link("node-7")).isEqualTo(LinkState.HANGS);
        until(55_000);
        assertThat(link("node-7")).isEqualTo(LinkState.LOST);
        until(57_000);
        assertThat(link("node-7")).isEqualTo(LinkState.UNREACHABLE);
        assertThat(at("host:node-7").value(LINK_DETAIL).orElseThrow()).contains("No route to host");
        until(122_000);
        assertThat(link("node-7")).isEqualTo(LinkState.REFUSED);
        assertThat(at("host:node-7").claims().about(CPU_LOAD).getFirst().heard())
                .isEqualTo(heard);
        until(130_000);
        assertThat(link("node-7")).isEqualTo(LinkState.CONNECTED);
        assertThat(at("host:node-7").value(LINK_DETAIL)).isEmpty();
        assertThat(((Element.Vm) vm("metrics")).whereabouts().host()).contains(ElementId.host("node-7"));
    }

    @Test
    void otherThingsGoWrongToo() {
        until(6_000);
        assertThat(vm("reports").value(JOB)).contains(Job.OTHER);
        until(104_000);
        assertThat(vm("reports").value(JOB)).contains(Job.NONE);
        assertThat(at("storage-array:array-2").value(REPLICA_LAG).orElseThrow()).isGreaterThan(3_000);
        assertThat(at("power-supply:node-9/psu1").value(UP)).contains(false);
        until(141_000);
        assertThat(at("network-port:node-1/nic1").value(UP)).contains(false);
        assertThat(at("switch-port:core-b/1").value(UP)).contains(false);
        assertThat(at("ring:payroll/1/node-1").value(UP)).contains(false);
    }

    @Test
    void itStaysInterestingAndHeals() {
        List<Trouble.Kind> kinds = new ArrayList<>();
        for (long minute = 3; minute < 63; minute++) {
            for (Story.Moment moment : world.story().moments(minute * 60_000, (minute + 1) * 60_000)) {
                if (moment.at() == moment.trouble().from()) {
                    kinds.add(moment.trouble().kind());
                }
            }
        }
        assertThat(kinds).hasSizeBetween(40, 100);
        assertThat(kinds.stream().distinct().count()).isGreaterThan(6);
        until(3_600_000);
        for (Trouble trouble : world.story().at(3_600_000)) {
            assertThat(trouble.until() - trouble.from()).isLessThanOrEqualTo(240_000);
        }
    }

    @Test
    void pollsAreStaggered() {
        List<Long> times = new ArrayList<>();
        for (long at = 100; at <= 5_000; at += 100) {
            for (Reporter.Heard heard : reporter.hear(at)) {
                if (heard.report().source().kind().equals("libvirt")) {
                    times.add(heard.report().at());
                }
            }
        }
        assertThat(times.stream().distinct().count()).isGreaterThanOrEqualTo(10);
        assertThat(times).hasSizeGreaterThanOrEqualTo(10);
    }
}
