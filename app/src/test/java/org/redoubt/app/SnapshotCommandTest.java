package org.redoubt.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.app.TypedCommand.type;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.port.FactSource;
import org.redoubt.agent.port.HostAgent;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.agent.site.SiteFile;
import org.redoubt.agent.site.SiteFileSource;
import org.redoubt.agent.site.Snapshot;
import org.redoubt.agent.site.SnapshotCodec;
import org.redoubt.agent.ssh.SshSources;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Source;

class SnapshotCommandTest {

    @TempDir
    Path temporary;

    private Path file(String name) {
        return temporary.resolve(name);
    }

    @Test
    void theSameSimulatedMomentGivesTheSameBytes() throws Exception {
        for (String name : new String[] {"one", "two"}) {
            TypedCommand seen = type(
                    "snapshot",
                    "sim:?hosts=20&vms=100&seed=3&t=60",
                    "-o",
                    file(name).toString());
            assertThat(seen.code()).as(seen.err()).isZero();
            assertThat(seen.err()).contains(": 20 hosts, ");
            assertThat(seen.out()).isEmpty();
        }
        assertThat(file("one")).hasSameBinaryContentAs(file("two"));
        Snapshot snapshot = SnapshotCodec.read(file("one"));
        assertThat(snapshot.simulated()).isTrue();
        assertThat(snapshot.site().now()).isEqualTo(60_000);
        assertThat(snapshot.site()
                        .vms()
                        .filter(vm -> vm.value(Attributes.RUNS_ON).isPresent())
                        .count())
                .isGreaterThan(80);
        type(
                "snapshot",
                "sim:?hosts=20&vms=100&seed=4&t=60",
                "-o",
                file("other").toString());
        assertThat(Files.mismatch(file("one"), file("other"))).isNotNegative();
    }

    @Test
    void aSnapshotOfASnapshotIsTheSame() throws Exception {
        type("snapshot", "sim:demo?t=30", "-o", file("one").toString());
        TypedCommand again = type("snapshot", file("one").toString(), "-o", "-");
        assertThat(again.code()).isZero();
        assertThat(again.out()).isEqualTo(Files.readString(file("one")));
    }

    @Test
    void whatAClusterWroteOfItselfIsASite() throws Exception {
        Path cluster = Files.writeString(file("west.xml"), """
                <pacemaker-result api-version="2.25"><summary/><nodes>
                    <node name="node-1" id="1" online="true" type="member"/></nodes>
                  <resources><resource id="web" resource_agent="ocf:heartbeat:VirtualDomain" role="Started"
                    active="true" failed="false"><node name="node-1" id="1" cached="true"/></resource></resources>
                  <status code="0" message="OK"/></pacemaker-result>
                """);
        TypedCommand seen =
                type("snapshot", cluster.toString(), "-o", file("s.json").toString());
        assertThat(seen.code()).as(seen.err()).isZero();
        assertThat(seen.err().lines()).containsExactly("west: 1 hosts, 1 VMs");
        Element.Vm vm = SnapshotCodec.read(file("s.json"))
                .site()
                .vm(ElementId.vm("west/web"))
                .orElseThrow();
        assertThat(vm.whereabouts().host()).contains(ElementId.host("node-1"));
        TypedCommand bad =
                type("snapshot", Files.writeString(file("x.xml"), "<cib").toString(), "-o", "-");
        assertThat(bad.code()).isEqualTo(2);
        assertThat(bad.err().lines())
                .containsExactly("redoubt: x.xml: it is not well-formed XML, or larger than is read");
    }

    @Test
    void aHostThatRefusesIsInItAndSaid() throws Exception {
        // port 1 of this machine: nobody listens, so it refuses at once; without libvirt's library that is the answer
        Path site = Files.writeString(
                file("site.yaml"), "hosts:\n  - uri: qemu+tcp://127.0.0.1:1/system\n    owner: none\n");
        TypedCommand seen =
                type("snapshot", site.toString(), "-o", file("s.json").toString());
        assertThat(seen.code()).as(seen.err()).isZero();
        assertThat(seen.err()).contains("site: 1 hosts, 0 VMs").contains("127.0.0.1 is not connected: ");
        Element.Host host = SnapshotCodec.read(file("s.json"))
                .site()
                .host(ElementId.host("127.0.0.1"))
                .orElseThrow();
        // or it is being tried again already
        assertThat(host.link()).isIn(LinkState.REFUSED, LinkState.NO_LIBRARY, LinkState.CONNECTING);
        assertThat(host.claims().about(Attributes.OWNER)).hasSize(1);
    }

    /** A source that never says a word. */
    private record Mute(Source source) implements FactSource {
        @Override
        public void start(Consumer<? super Fact> sink) {}

        @Override
        public void close() {}
    }

    /** A site of which nothing is ever heard. */
    private record Silence() implements SiteAgents {
        @Override
        public String name() {
            return "silence";
        }

        @Override
        public List<FactSource> sources() {
            return List.of(new Mute(new Source("libvirt", "node-\u202e1")));
        }

        @Override
        public Optional<HostAgent> agent(ElementId host) {
            return Optional.empty();
        }

        @Override
        public boolean simulated() {
            return false;
        }

        @Override
        public void close() {}
    }

    @Test
    void whoDoesNotAnswerInTimeIsNamedAndExitsWithOne() throws Exception {
        SiteFile site = SiteFile.ofUri("qemu+tcp://node-1/system");
        TypedCommand seen = type(
                (name, desk) -> new FiledSite(
                        Optional.of(new SiteFileSource(site, desk.clock())),
                        new Silence(),
                        new SshSources(List.of(), (host, question) -> true, List.of(), desk)),
                "snapshot",
                "somewhere",
                "-o",
                file("s.json").toString(),
                "--timeout",
                "1");
        assertThat(seen.code()).isEqualTo(1);
        assertThat(seen.err()).contains("no answer in 1 s from libvirt@node-\\u202e1");
        assertThat(SnapshotCodec.read(file("s.json")).site().hosts())
                .as("what others said")
                .hasSize(1);
    }

    @Test
    void whatIsNoSiteIsBadInput() throws Exception {
        Path wrong = Files.writeString(file("wrong.yaml"), "hosst: []\nhosts: [{uri: node-1}]\n");
        Path torn = Files.writeString(file("torn.json"), "{\"schema\":\"redoubt-snapshot/1\",");
        Path newer = Files.writeString(file("newer.json"), "{\"schema\":\"redoubt-snapshot/9\"}");
        String out = file("out").toString();
        assertThat(refused("snapshot", wrong.toString(), "-o", out))
                .contains("wrong.yaml:1:1: nothing is known of \"hosst\"; was hosts meant?")
                .contains("wrong.yaml:2:15: the URI does not say");
        assertThat(refused("snapshot", torn.toString(), "-o", out)).contains("torn.json: line 1: this is not JSON");
        assertThat(refused("snapshot", newer.toString(), "-o", out)).contains("newer.json");
        assertThat(refused("snapshot", "nowhere.yaml", "-o", out)).contains("nowhere.yaml: no such file. A site is");
        assertThat(refused("snapshot", "a\0b", "-o", out)).contains("not a file's name");
        assertThat(refused("snapshot", temporary.toString(), "-o", out)).contains(": a directory");
        assertThat(refused("snapshot", "sim:?hosts=-1", "-o", out)).contains("hosts");
        assertThat(refused("snapshot", "qemu+ssh://root:secret@node-1/system", "-o", out))
                .contains("a password");
        assertThat(refused("snapshot", "sim:demo")).contains("--output");
        assertThat(refused(
                        "snapshot",
                        "sim:demo",
                        "-o",
                        wrong.resolve("below-a-file").toString()))
                .contains("cannot be written");
        assertThat(refused("snapshot", "sim:demo", "-o", out, "--timeout", "-1"))
                .contains("--timeout is from 0");
        assertThat(file("out")).doesNotExist();
    }

    /** Whatever lies there instead of a site file: one clear line, and no stack trace. */
    @Test
    void badSiteFilesAreToldInOneLine() throws Exception {
        String out = file("out").toString();
        String bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n";
        for (char c = 'b'; c < 'k'; c++) {
            bomb += c + ": &" + c + " [" + ("*" + (char) (c - 1) + ",").repeat(9) + "]\n";
        }
        Map<String, byte[]> bad = Map.of(
                "empty.yaml", new byte[0],
                "binary.yaml", new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, (byte) 0xff, (byte) 0xfe},
                "nul.yaml", new byte[512],
                "cut.yaml", "hosts: [{uri: 'qemu+ssh://node-1/sys".getBytes(UTF_8),
                "cut.json", "{\"hosts\": [{\"uri\": ".getBytes(UTF_8),
                "types.yaml", "hosts: 7\n".getBytes(UTF_8),
                "tag.yaml", "hosts: [{uri: !!java.net.URL 'qemu:///system'}]".getBytes(UTF_8),
                "deep.yaml", "[".repeat(200_000).getBytes(UTF_8),
                "deep.json", "[".repeat(200_000).getBytes(UTF_8),
                "long.yaml", "#".repeat((8 << 20) + 1).getBytes(UTF_8));
        for (Map.Entry<String, byte[]> one : bad.entrySet()) {
            Path site = Files.write(file(one.getKey()), one.getValue());
            String told = refused("snapshot", site.toString(), "-o", out);
            assertThat(told.lines()).as(told).hasSize(1);
            assertThat(told).contains(one.getKey()).hasSizeLessThan(400);
        }
        String bombed =
                refused("snapshot", Files.writeString(file("bomb.yaml"), bomb).toString(), "-o", out);
        assertThat(bombed.lines()).allMatch(line -> line.contains("bomb.yaml:"));
        assertThat(bombed.lines().findFirst().orElseThrow()).contains("known");
        assertThat(bombed).contains("an alias (*) is not allowed");
        assertThat(refused("snapshot", temporary.toString(), "-o", out).lines()).hasSize(1);
        assertThat(refused("snapshot", file("none.yaml").toString(), "-o", out).lines())
                .hasSize(1);
        assertThat(file("out")).doesNotExist();
    }

    @Test
    void whatASiteFileLeavesOpenIsSaid() throws Exception {
        Path site = Files.writeString(file("dc.yaml"), """
                fabrics: [fab-a, fab-b]
                hosts:
                  - {name: node-2, uri: "qemu+tcp://127.0.0.1:1/system", cables: {hba0: fab-a, hba1: }}
                """);
        TypedCommand seen =
                type("snapshot", site.toString(), "-o", file("s.json").toString());
        assertThat(seen.code()).as(seen.err()).isZero();
        assertThat(seen.err().lines())
                .contains("site file: hba1 of node-2 is cabled nowhere", "site file: fab-b is cabled to nothing");
    }

    private static String refused(String... typed) {
        TypedCommand refused = type(typed);
        assertThat(refused.code()).as(String.join(" ", typed)).isEqualTo(2);
        assertThat(refused.err()).startsWith("redoubt: ").doesNotContain("\tat ");
        return refused.err();
    }
}
