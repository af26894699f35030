package org.redoubt.agent.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redoubt.agent.site.SiteFile.Host;
import org.redoubt.agent.site.text.LinkSpeed;
import org.redoubt.topology.model.Owner;

class SiteFileTest {

    private static SiteFile parse(String text) throws SiteFileException {
        return SiteFile.parse("dc-west.yaml", text.getBytes(UTF_8));
    }

    private static List<String> wrong(String text) {
        SiteFileException wrong = catchThrowableOfType(SiteFileException.class, () -> parse(text));
        assertThat(wrong).as(text).isNotNull();
        assertThat(wrong.problems()).hasSize((int) wrong.getMessage().lines().count());
        return wrong.getMessage().lines().toList();
    }

    @Test
    void aUriForEachHostIsEnough() throws Exception {
        SiteFile site = parse("""
                hosts:
                  - uri: qemu+ssh://root@node-1/system
                  - uri: qemu+tcp://node_2:16509/system?keepalive=1
                """);
        assertThat(site.name()).isEqualTo("dc-west");
        assertThat(site.clusters()).isEmpty();
        assertThat(site.hosts()).extracting(Host::key).containsExactly("node-1", "node_2");
        assertThat(site.hosts().getFirst())
                .isEqualTo(new Host(
                        "node-1",
                        "qemu+ssh://root@node-1/system",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        List.of(),
                        Optional.of(new SshAddress(Optional.of("root"), "node-1", 22))));
        assertThat(site.hosts().getLast().address()).isEqualTo("qemu+tcp://node_2:16509/system");
    }

    @Test
    void everythingThatCanBeSaid() throws Exception {
        SiteFile site = parse("""
                # the western hall
                name: Hall West
                clusters: [west, "2026"]
                hosts:
                  - name: Node 1
                    uri: qemu+ssh://root@10.0.0.1/system
                    owner: none
                    peer: qemu+tcp://192.168.0.1/system
                    cluster: 2026
                    migration-speed: 2.5Gbit
                    tags: [hall-2, ssd, hall-2]
                  - {uri: "qemu+ssh://10.0.0.2/system", owner: pacemaker, cluster: west}
                """);
        assertThat(site.name()).isEqualTo("Hall West");
        assertThat(site.clusters()).containsExactly("west", "2026");
        assertThat(site.hosts().getFirst())
                .isEqualTo(new Host(
                        "Node 1",
                        "qemu+ssh://root@10.0.0.1/system",
                        Optional.of("Node 1"),
                        Optional.of(Owner.NONE),
                        Optional.of("qemu+tcp://192.168.0.1/system"),
                        Optional.of("2026"),
                        OptionalLong.of(312_500_000),
                        List.of("hall-2", "ssd"),
                        Optional.of(new SshAddress(Optional.of("root"), "10.0.0.1", 22))));
        assertThat(site.hosts().getLast().owner()).contains(Owner.PACEMAKER);
    }

    @Test
    void jsonSaysTheSame() throws Exception {
        String json = "{\"hosts\": [\n\t{\"uri\": \"qemu:///system\", \"owner\": \"none\"}]}";
        SiteFile read = SiteFile.parse("here.json", json.getBytes(UTF_8));
        assertThat(read.name()).isEqualTo("here");
        assertThat(read.hosts()).extracting(Host::key).containsExactly("qemu:///system");
    }

    @Test
    void hostsOnThisMachineAreToldApart() throws Exception {
        SiteFile site = parse("""
                hosts:
                  - uri: test:///default
                  - uri: test:///default
                  - uri: test:///default?x=1
                """);
        assertThat(site.hosts())
                .extracting(Host::key)
                .containsExactly("test:///default", "test:///default (2)", "test:///default (3)");
    }

    @Test
    void whatOnlyAHostCallsAClusterIsOne() throws Exception {
        SiteFile site = parse("hosts: [{uri: 'qemu:///system', cluster: a}, {uri: 'test:///default', cluster: a}]");
        assertThat(site.clusters()).containsExactly("a");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceAndInOrder() {
        assertThat(wrong("""
                nmae: west
                clusters: [west]
                hosts:
                  - uri: node-1
                    owner: nobody
                  - uri: qemu+ssh://root:secret@node-2/system
                    migration-speed: fast
                  - name: node-3
                  - uri: qemu+ssh://node-4
                    cluster: wset
                    uir: x
                """))
                .containsExactly(
                        "dc-west.yaml:1:1: nothing is known of \"nmae\"; was name meant?",
                        "dc-west.yaml:4:10: the URI does not say how the host is reached; write it like qemu+ssh://root@node-1/system",
                        "dc-west.yaml:5:12: owner is not \"nobody\"; write owner: none where nobody but the operator moves its VMs, or leave it out",
                        "dc-west.yaml:6:10: a password stands in the URI; leave it out: use ssh keys, or libvirt's own authentication file",
                        "dc-west.yaml:7:22: migration-speed is not \"fast\"; write the speed of the link like 1Gbit, 2.5Gbit or 125MB",
                        "dc-west.yaml:8:5: this host has no uri; write uri: qemu+ssh://root@node-1/system",
                        "dc-west.yaml:9:10: a QEMU URI ends with /system or /session; write qemu+ssh://node-4/system",
                        "dc-west.yaml:11:5: nothing is known of \"uir\"; was uri meant?");
    }

    @Test
    void aClusterThatIsNotDeclaredIsASlip() {
        assertThat(wrong("clusters: [west]\nhosts: [{uri: 'qemu:///system', cluster: wset}]"))
                .containsExactly("dc-west.yaml:2:42: clusters: names no cluster \"wset\"; was west meant?");
    }

    @Test
    void twoHostsWithOneKeyNameBothLines() {
        assertThat(wrong("""
                hosts:
                  - uri: qemu+tcp://node-1:1/system
                  - uri: qemu+tcp://node-1:2/system
                """))
                .containsExactly(
                        "dc-west.yaml:3:10: the host of line 2 is called \"node-1:2\" too; give one of them another name:"
                                .replace("node-1:2", "node-1"));
        assertThat(wrong("""
                hosts:
                  - uri: qemu+tcp://node-1/system
                  - uri: qemu+tcp://node-2/system
                    name: node-1
                """))
                .containsExactly(
                        "dc-west.yaml:4:11: the host of line 2 is called \"node-1\" too; give one of them another name:");
    }

    @Test
    void theSameHostTwiceIsASlip() {
        assertThat(wrong("""
                hosts:
                  - {name: a, uri: "qemu+tcp://node-1/system"}
                  - {name: b, uri: "qemu+tcp://node-1/system?x=1"}
                """))
                .singleElement()
                .asString()
                .contains("dc-west.yaml:3:12: this is the host of line 2 once more");
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        assertThat(wrong("hosts:\n  - uri: qemu:///system\nhosts: []\n"))
                .containsExactly(
                        "dc-west.yaml:3:1: \"hosts\" stands here a second time; the first is in line 1; leave one of them out");
        SiteFileException json = catchThrowableOfType(
                SiteFileException.class,
                () -> SiteFile.parse(
                        "a.json", "{\"hosts\": [{\"uri\":\"qemu:///system\",\"uri\":\"x\"}]}".getBytes(UTF_8)));
        assertThat(json).hasMessageContaining("a second time");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hosts: [{uri: 'qemu:///system', name: &a b, peer: *a}]",
                "hosts: [{uri: !!java.net.URL 'qemu:///system'}]",
                "a: &a [x,x]\nb: &b [*a,*a]\nhosts: [*b,*b,*b]",
            })
    void aliasesAndTagsAreRefused(String text) {
        assertThat(wrong(text)).anyMatch(line -> line.contains("is not allowed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing",
                "null",
                "[]",
                "hosts",
                "hosts:",
                "hosts: node-1",
                "hosts: []",
                "hosts: {uri: x}",
                "hosts: [node-1]",
                "hosts: [[]]",
                "hosts: [{}]",
                "hosts: [{uri: }]",
                "hosts: [{uri: [a]}]",
                "hosts: [{uri: ''}]",
                "hosts: [{uri: 'a b:///x'}]",
                "hosts: [{uri: 'qemu:///system', name: ''}]",
                "hosts: [{uri: 'qemu:///system', name: \"a\\u202eb\"}]",
                "hosts: [{uri: 'qemu:///system', owner: }]",
                "hosts: [{uri: 'qemu:///system', peer: there}]",
                "hosts: [{uri: 'qemu:///system', migration-speed: 0Gbit}]",
                "hosts: [{uri: 'qemu:///system'}]\n---\nhosts: []",
                "hosts: [{uri: 'qemu:///system'}",
                "hosts:\n\t- uri: x",
                "\u0000",
                "%YAML 9.9\n--- x",
                "clusters: [a, a]\nhosts: [{uri: 'qemu:///system'}]",
                "clusters: west\nhosts: [{uri: 'qemu:///system'}]",
            })
    void whatCannotBeUsedIsRefusedWithPlaceAndRemedy(String text) {
        assertThat(wrong(text)).allMatch(line -> line.matches("dc-west\\.yaml:[1-9][0-9]*:[1-9][0-9]*: .+; .+"));
    }

    @Test
    void depthAndLengthHaveTheirLimits() {
        assertThat(wrong("hosts: " + "[".repeat(30) + "]".repeat(30))).isNotEmpty();
        assertThat(wrong("hosts: " + "[".repeat(100_000))).isNotEmpty();
        assertThat(wrong("#".repeat(SiteFile.LONGEST + 1)))
                .containsExactly("dc-west.yaml: it is longer than 8 MiB; is it the right file?");
        assertThatExceptionOfType(SiteFileException.class)
                .isThrownBy(() -> SiteFile.parse("x", new byte[] {(byte) 0xc3, 0x28}))
                .withMessage("x: it is not UTF-8 text; is it the right file?");
    }

    @Property(tries = 500)
    void junkIsRefusedAndNothingElse(@ForAll byte[] junk) {
        assertThatExceptionOfType(SiteFileException.class).isThrownBy(() -> SiteFile.parse("x.yaml", junk));
        assertThatExceptionOfType(SiteFileException.class).isThrownBy(() -> SiteFile.parse("x.json", junk));
    }

    @Property(tries = 500)
    void anyPieceOfASiteFileIsReadOrRefused(@ForAll int cut, @ForAll char put) {
        String whole = "name: a\nclusters: [b]\nhosts:\n  - {uri: 'qemu:///system', cluster: b, owner: none}\n";
        int at = Math.floorMod(cut, whole.length());
        for (String text :
                new String[] {whole.substring(0, at), whole.substring(0, at) + put + whole.substring(at + 1)}) {
            try {
                assertThat(parse(text).hosts()).isNotEmpty();
            } catch (SiteFileException wrong) {
                assertThat(wrong.problems()).isNotEmpty();
            }
        }
    }

    @Test
    void aFileOfALargeSiteIsRead(@TempDir Path temporary) throws Exception {
        StringBuilder text = new StringBuilder("hosts:\n");
        for (int i = 0; i < 2500; i++) {
            text.append("  - uri: qemu+ssh://root@node-%d.example.org/system%n    owner: none%n".formatted(i));
        }
        Path file = Files.writeString(temporary.resolve("large.yml"), text);
        assertThat(SiteFile.read(file).hosts()).hasSize(2500);
        assertThat(SiteFile.read(file).name()).isEqualTo("large");
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> SiteFile.read(temporary.resolve("none")));
    }

    @ParameterizedTest
    @CsvSource({
        "1Gbit,125000000",
        "1 Gbit/s,125000000",
        "2.5Gbit,312500000",
        "100Mbit,12500000",
        "8kbit,1000",
        "125MB,125000000",
        "1GiB/s,1073741824",
        "10Gbps,",
        "10Gbitps,1250000000",
        "0Gbit,",
        "-1Gbit,",
        "1e9,",
        "1,",
        "99999999999Gbit,",
        "999999999TB,",
        "1gbit,"
    })
    void speedsAreReadAsPeopleWriteThem(String text, Long bytes) {
        assertThat(LinkSpeed.parse(text)).isEqualTo(bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes));
    }
}
