package org.redoubt.agent.site.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.redoubt.agent.site.paper.Papers.gaps;
import static org.redoubt.agent.site.paper.Papers.hear;
import static org.redoubt.topology.model.Attributes.*;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redoubt.agent.site.SiteFileException;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;

class PaperGrammarTest {

    private static final String HOST = "hosts: [{uri: 'qemu:///system', name: a, %s}]\n";

    private static List<String> wrong(String text) {
        SiteFileException wrong = catchThrowableOfType(SiteFileException.class, () -> Papers.parse(text));
        assertThat(wrong).as(text).isNotNull();
        return wrong.getMessage().lines().toList();
    }

    @Test
    void whatIsNamedAndNeverDefinedIsASlip() {
        assertThat(wrong("""
                power: [{name: feed-a, side: C}]
                racks: [{name: r1, power: feed-x}]
                switches: [core-a]
                network-roots: [core-z]
                arrays: [{name: s, replica-of: s, capacity: much, controllers: [{name: A, cables: fab}]}]
                failure-domains: [{name: d, hosts: [b], racks: [r2]}]
                vms: [{criticality: grave}, x]
                groups: [{name: g, kind: family, vms: [x, y]}]
                hosts:
                  - uri: qemu+tcp://a/system
                    rack: r9
                    power: {psu1: feed-b}
                    cables: {eth0: core-b/12, eth1: core-a/1, eth2: core-a/1}
                """))
                .containsExactly(
                        "dc.yaml:1:30: side is not \"C\"; write side: A or side: B, or leave it out",
                        "dc.yaml:2:27: power: names no \"feed-x\"; was feed-a meant?",
                        "dc.yaml:4:17: switches: names no \"core-z\"; was core-a meant?",
                        "dc.yaml:5:32: an array is no replica of itself; name the array that it replicates",
                        "dc.yaml:5:45: capacity is not \"much\"; write how much it holds like 40TiB or 500GB",
                        "dc.yaml:5:83: fabrics: names no \"fab\"; write it there: - name: …",
                        "dc.yaml:6:37: hosts: names no \"b\"; was a meant?",
                        "dc.yaml:6:49: racks: names no \"r2\"; was r1 meant?",
                        "dc.yaml:7:7: this entry of vms says of no VM; write vm: and its name or UUID",
                        "dc.yaml:7:21: criticality is not \"grave\"; write criticality: low, normal, high or critical",
                        "dc.yaml:7:29: a VM is a mapping here, this is \"x\"; write vm: erp-db",
                        "dc.yaml:8:26: kind is not \"family\"; write kind: guest-cluster, anti-affinity or fault-tolerant-pair",
                        "dc.yaml:11:11: racks: names no \"r9\"; was r1 meant?",
                        "dc.yaml:12:19: power: names no \"feed-b\"; was feed-a meant?",
                        "dc.yaml:13:20: neither switches: nor fabrics: names \"core-b/12\"; write it there: - name: …",
                        "dc.yaml:13:53: another cable is in this port already, in line 13; write the port that it is really in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "racks: r1",
                "racks: [{room: x}]",
                "racks: [[]]",
                "racks: [r1, r1]",
                "racks: [{name: r1, colour: red}]",
                "power: [{name: a, fed-by: b}, {name: b, fed-by: a}]",
                "power: [{name: a, fed-by: a}]",
                "switches: [{name: x, id: i}, {name: y, id: i}]",
                "switches: {core-a: 1}",
                "network-roots: [[]]",
                "arrays: [{name: s, volumes: [{name: v, controllers: X}]}]",
                "vms: [{vm: x}, {vm: x}]",
                "vms: [{vm: x, people: {a: b}}]",
                "groups: [{name: g, vms: {}}]",
            })
    void whatCannotBeMeantIsRefusedWithPlaceAndRemedy(String text) {
        assertThat(wrong(text + "\n" + HOST.formatted("tags: []")))
                .allMatch(line -> line.matches("dc\\.yaml:[1-9][0-9]*:[1-9][0-9]*: .+; .+"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cables: core-a",
                "cables: [core-a]",
                "cables: {eth0: [[x]]}",
                "cables: {eth0: core-a/}",
                "cables: {'': core-a}",
                "power: {psu1: {}}",
                "rack: [r1]",
                "bmc: {}",
            })
    void soIsWhatAHostCannotMean(String said) {
        assertThat(wrong("switches: [core-a]\n" + HOST.formatted(said)))
                .allMatch(line -> line.matches("dc\\.yaml:2:[1-9][0-9]*: .+; .+"));
    }

    @Test
    void namesMayHoldSlashesAndRacksNeedNoList() throws Exception {
        Site site = hear("switches: [a/b]\n" + HOST.formatted("cables: {eth0: a/b/1/0/3, eth1: a/b}, rack: r7"));
        assertThat(site.find(ElementId.parse("network-port:a/eth0"))
                        .orElseThrow()
                        .refs(CABLED_TO))
                .containsExactly(ElementId.parse("switch-port:a/b/1/0/3"));
        assertThat(site.find(ElementId.parse("network-port:a/eth1"))
                        .orElseThrow()
                        .refs(CABLED_TO))
                .containsExactly(ElementId.parse("switch:a/b"));
        assertThat(site.nameOf(ElementId.parse("rack:r7"))).isEqualTo("r7");
    }

    @Test
    void aPortOfAHostThatIsNotAskedIsPartOfIt() throws Exception {
        Site site = hear("switches: [s]\n" + HOST.formatted("cables: {eth0: s}"));
        assertThat(site.find(ElementId.parse("network-port:a/eth0"))
                        .orElseThrow()
                        .value(PART_OF))
                .contains(ElementId.host("a"));
    }

    @Test
    void aHostIsFedByItsRackUnlessItSaysOtherwise() throws Exception {
        String file = "power: [f, g]\nracks: [{name: r, power: [f, g]}]\n";
        ElementId f = ElementId.parse("power-feed:f");
        ElementId g = ElementId.parse("power-feed:g");
        ElementId host = ElementId.host("a");
        assertThat(hear(file + HOST.formatted("rack: r"))
                        .host(host)
                        .orElseThrow()
                        .refs(FED_BY))
                .containsExactly(f, g);
        assertThat(hear(file + HOST.formatted("rack: r, power: g"))
                        .host(host)
                        .orElseThrow()
                        .refs(FED_BY))
                .containsExactly(g);
    }

    @Test
    void whatMostHaveWasForgottenWhereItIsMissing() throws Exception {
        assertThat(gaps(hear("""
                power: [f, spare]
                racks: [r, empty]
                fabrics: [fab, dark]
                arrays: [{name: s, controllers: [A]}]
                groups: [{name: alone, vms: [x]}]
                failure-domains: [nothing]
                hosts:
                  - {uri: "qemu+tcp://a/system", rack: r, power: {psu1: f, psu2: f}, cables: {hba0: fab, hba1: fab}}
                  - {uri: "qemu+tcp://b/system", rack: r, power: {psu1: f, psu2: }, cables: {hba0: fab, hba1: fab}}
                  - {uri: "qemu+tcp://c/system", rack: r, power: {psu1: f, psu2: f}, cables: {hba0: fab, own: }}
                  - {uri: "qemu+tcp://d/system"}
                """)))
                .containsExactly(
                        "controller A of s is cabled nowhere",
                        "dark is cabled to nothing",
                        "empty holds no host",
                        "failure domain nothing holds nothing",
                        "group alone has fewer than two VMs",
                        "hba1 of c is cabled nowhere",
                        "nobody says how d is cabled",
                        "nobody says what feeds d",
                        "nobody says where d stands",
                        "own of c is cabled nowhere",
                        "psu2 of b is fed by nothing",
                        "spare feeds nothing");
    }

    @Test
    void hostsWhosePortsAreCalledOtherwiseLeaveNothingOpen() throws Exception {
        assertThat(gaps(hear("""
                switches: [s]
                hosts:
                  - {uri: "qemu+tcp://a/system", cables: {eth0: s, eth1: s}}
                  - {uri: "qemu+tcp://b/system", cables: {ens1: s, ens2: s}}
                """))).isEmpty();
    }

    @Test
    void whatIsSaidOfNobodyIsNoGap() throws Exception {
        assertThat(gaps(hear("""
                fabrics: [fab]
                hosts: [{uri: "qemu+tcp://a/system"}, {uri: "qemu+tcp://b/system"}, {uri: "qemu+tcp://c/system", rack: r}]
                """))).isEmpty();
    }

    @Property(tries = 300)
    void anyPieceOfASiteFileIsReadOrRefused(@ForAll int cut, @ForAll char put) throws Exception {
        String whole = "power: [{name: f, side: A}]\nswitches: [{name: s, power: f}]\n"
                + "vms: [{vm: x, criticality: low}]\nhosts: [{uri: 'qemu:///system', power: {p: f}, cables: {e: s/1}}]\n";
        int at = Math.floorMod(cut, whole.length());
        for (String text :
                new String[] {whole.substring(0, at), whole.substring(0, at) + put + whole.substring(at + 1)}) {
            try {
                assertThat(Papers.parse(text).hosts()).isNotEmpty();
            } catch (SiteFileException wrong) {
                assertThat(wrong).hasMessageContaining("dc.yaml");
            }
        }
    }
}
