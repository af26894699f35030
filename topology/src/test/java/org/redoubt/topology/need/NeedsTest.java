package org.redoubt.topology.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.redoubt.topology.model.Attributes.*;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;

class NeedsTest {

    private Site site = Site.empty("small");
    private long sequence;

    private <T> void say(String element, Attribute<T> attribute, T value) {
        site = Folding.fold(
                site,
                new Fact.Report(
                        new Source("ssh", "desk"),
                        ++sequence,
                        0,
                        List.of(new Assertion<>(id(element), attribute, value))));
    }

    private static ElementId id(String text) {
        return ElementId.parse(text);
    }

    private static List<ElementId> ids(String... texts) {
        return List.of(texts).stream().map(NeedsTest::id).toList();
    }

    private static Need one(String text) {
        return new Need.One(id(text));
    }

    @BeforeEach
    void aHostWithTwoOfEverything() {
        for (String side : List.of("0", "1")) {
            say("power-feed:" + side, NAME, "feed " + side);
            say("power-supply:one/psu" + side, PART_OF, id("host:one"));
            say("power-supply:one/psu" + side, FED_BY, ids("power-feed:" + side));
            say("adapter-card:one/nic" + side, PART_OF, id("host:one"));
            say("network-port:one/nic" + side, PART_OF, id("adapter-card:one/nic" + side));
            say("switch-port:core-" + side + "/7", PART_OF, id("switch:core-" + side));
            say("switch:core-" + side, FED_BY, ids("power-feed:" + side));
            say("hba-port:one/hba" + side, PART_OF, id("host:one"));
            say("hba-port:one/hba" + side, CABLED_TO, ids("fabric-switch:" + side));
            say("fabric-switch:" + side, FED_BY, ids("power-feed:" + side));
            say("storage-controller:array/" + side, CABLED_TO, ids("fabric-switch:0", "fabric-switch:1"));
            say("storage-controller:array/" + side, FED_BY, ids("power-feed:" + side));
        }
        // One end tells of the first cable, the other of the second.
        say("network-port:one/nic0", CABLED_TO, ids("switch-port:core-0/7"));
        say("switch-port:core-1/7", CABLED_TO, ids("network-port:one/nic1"));
        say("host:one", NAME, "node-1");
        say("storage-array:array", FED_BY, ids("power-feed:0", "power-feed:1"));
        say("volume:array/db", PART_OF, id("storage-array:array"));
        say("volume:array/db", MEMBER_OF, ids("storage-controller:array/0", "storage-controller:array/1"));
        say("network:lan", NAME, "lan");
        say("vm:db", RUNS_ON, id("host:one"));
        say("vm:db", STATE, RunState.RUNNING);
        say("vm:db", NEEDS_NETWORKS, ids("network:lan"));
        say("vm:db", NEEDS_VOLUMES, ids("volume:array/db"));
        // Somebody else's, on the same switches.
        say("network-port:two/nic0", PART_OF, id("host:two"));
        say("network-port:two/nic0", CABLED_TO, ids("switch-port:core-0/8"));
        say("switch-port:core-0/8", PART_OF, id("switch:core-0"));
        say("host:two", NAME, "node-2");
    }

    @Test
    void aVmNeedsItsHostItsNetworksAndItsVolumes() {
        assertThat(Needs.of(site, id("vm:db")))
                .isEqualTo(new Need.All(List.of(one("host:one"), one("network:lan"), one("volume:array/db"))));
    }

    @Test
    void aHostNeedsOneOfEachOfWhatItHasTwo() {
        assertThat(Needs.of(site, id("host:one")))
                .isEqualTo(new Need.All(List.of(
                        new Need.Of(1, List.of(one("power-supply:one/psu0"), one("power-supply:one/psu1"))),
                        new Need.Of(1, List.of(one("network-port:one/nic0"), one("network-port:one/nic1"))),
                        new Need.Of(1, List.of(one("hba-port:one/hba0"), one("hba-port:one/hba1"))))));
        assertThat(Needs.of(site, id("host:two"))).isEqualTo(new Need.All(List.of(one("network-port:two/nic0"))));
    }

    @Test
    void aPortNeedsItsCardAndTheOtherEndOfItsCableWhoeverTellsOfIt() {
        for (String side : List.of("0", "1")) {
            assertThat(Needs.of(site, id("network-port:one/nic" + side)))
                    .isEqualTo(new Need.All(
                            List.of(one("adapter-card:one/nic" + side), one("switch-port:core-" + side + "/7"))));
        }
    }

    @Test
    void aVolumeNeedsItsArrayAndOneController() {
        assertThat(Needs.of(site, id("volume:array/db")))
                .isEqualTo(new Need.All(List.of(
                        one("storage-array:array"),
                        new Need.Of(
                                1, List.of(one("storage-controller:array/0"), one("storage-controller:array/1"))))));
    }

    @Test
    void whatNobodyKnowsNeedsNothingAsFarAsAnybodySays() {
        assertThat(Needs.of(site, id("host:nine"))).isEqualTo(new Need.All(List.of()));
        assertThat(Needs.reach(site, id("host:nine"))).containsExactly(id("host:nine"));
    }

    @Test
    void whatAVmNeedsReachesDownToTheFeedsAndNotToOthers() {
        Set<ElementId> reach = Needs.reach(site, id("vm:db"));
        assertThat(reach)
                .containsAll(ids(
                        "vm:db",
                        "host:one",
                        "network:lan",
                        "volume:array/db",
                        "storage-array:array",
                        "storage-controller:array/0",
                        "fabric-switch:1",
                        "hba-port:one/hba1",
                        "network-port:one/nic1",
                        "adapter-card:one/nic0",
                        "switch-port:core-1/7",
                        "switch:core-1",
                        "power-supply:one/psu0",
                        "power-feed:0",
                        "power-feed:1"));
        assertThat(reach).doesNotContainAnyElementsOf(ids("host:two", "network-port:two/nic0", "switch-port:core-0/8"));
    }

    @Test
    void whatNeedsASwitchIsEverythingBehindIt() {
        assertThat(sorted(Needs.dependents(site, id("switch:core-0"))))
                .isEqualTo(sorted(Set.copyOf(ids(
                        "switch:core-0",
                        "switch-port:core-0/7",
                        "switch-port:core-0/8",
                        "network-port:one/nic0",
                        "network-port:two/nic0",
                        "host:one",
                        "host:two",
                        "vm:db"))));
        assertThat(Needs.dependents(site, id("vm:db"))).containsExactly(id("vm:db"));
    }

    /** Each says of the other that it is needed: what one reaches, and what depends on the other. */
    @Test
    void reachAndDependentsAreEachOthersReverse() {
        List<ElementId> all = site.elements().map(element -> element.id()).toList();
        for (ElementId from : all) {
            Set<ElementId> reach = Needs.reach(site, from);
            for (ElementId to : all) {
                assertThat(Needs.dependents(site, to).contains(from)).isEqualTo(reach.contains(to));
            }
        }
    }

    @Test
    void aCircleOfClaimsEnds() {
        say("adapter-card:loop", PART_OF, id("adapter-card:loop"));
        say("network-port:loop/x", PART_OF, id("adapter-card:loop"));
        say("network-port:loop/x", CABLED_TO, ids("network-port:loop/x"));
        assertThat(Needs.reach(site, id("network-port:loop/x")))
                .containsExactlyInAnyOrder(id("network-port:loop/x"), id("adapter-card:loop"));
        assertThat(Parts.host(site, site.find(id("network-port:loop/x")).orElseThrow()))
                .isEmpty();
    }

    @Test
    void moreThanThereAreCannotBeNeeded() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Need.Of(2, List.of(one("host:one"))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Need.Of(0, List.of(one("host:one"))));
    }

    private static Set<String> sorted(Set<ElementId> ids) {
        return ids.stream().map(ElementId::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyKindOfElementIsAnswered() {
        for (ElementKind kind : ElementKind.values()) {
            say(kind.label() + ":any", NAME, "any");
            assertThat(Needs.of(site, id(kind.label() + ":any"))).isNotNull();
        }
    }
}
