package org.redoubt.agent.pacemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.NodeState;
import org.redoubt.topology.model.Site;

/** A file that a cluster wrote of itself, as a site. */
class ClusterFileTest {

    private static final Path LAB = Path.of("src/test/resources/org/redoubt/agent/lab-recordings");

    @TempDir
    Path folder;

    /** What is claimed of the elements of a kind, a line to each claim. */
    private static List<String> claims(Site site, ElementKind kind) {
        return site.all(kind)
                .flatMap(element -> element.claims().all().stream().map(claim -> line(element, claim)))
                .sorted()
                .toList();
    }

    private static String line(Element element, Claim<?> claim) {
        return element.id() + " " + claim.attribute() + "=" + claim.value();
    }

    @Test
    void aBareCrmMonOfAnyVersionIsHostsAndVms() throws ClusterFileException {
        for (String text : List.of(Samples.MON, Samples.MON_1_1, Samples.MON_3_0)) {
            Site site = ClusterFile.of("status", text);
            assertThat(claims(site, ElementKind.HOST)).containsExactly("""
                    host:node-1 member-of=[cluster:status]
                    host:node-1 name=node-1
                    host:node-1 node-state=ONLINE
                    host:node-2 member-of=[cluster:status]
                    host:node-2 name=node-2
                    host:node-2 node-state=STANDBY
                    host:node-3 member-of=[cluster:status]
                    host:node-3 name=node-3
                    host:node-3 node-state=UNCLEAN
                    """.split("\n"));
            assertThat(claims(site, ElementKind.VM)).containsExactly("""
                    vm:status/db name=db
                    vm:status/db owner=PACEMAKER
                    vm:status/db resource=db
                    vm:status/db state=SHUT_OFF
                    vm:status/web name=web
                    vm:status/web owner=PACEMAKER
                    vm:status/web resource=web
                    vm:status/web runs-on=host:node-1
                    vm:status/web state=RUNNING
                    """.split("\n"));
        }
    }

    @Test
    void aBareCibTellsOfItsConfigurationAndOfWhatWasLastHeard() throws IOException, ClusterFileException {
        Site site = ClusterFile.read(LAB.resolve("node-1/cib.txt"));
        assertThat(site.name()).isEqualTo("cib");
        assertThat(claims(site, ElementKind.HOST)).containsExactly("""
                host:node-1 fence-levels=[1: fence-node-1]
                host:node-1 member-of=[cluster:redoubt-lab]
                host:node-1 name=node-1
                host:node-1 node-state=ONLINE
                host:node-2 fence-levels=[1: fence-node-2]
                host:node-2 member-of=[cluster:redoubt-lab]
                host:node-2 name=node-2
                host:node-2 node-state=ONLINE
                host:node-3 fence-levels=[1: fence-node-3]
                host:node-3 member-of=[cluster:redoubt-lab]
                host:node-3 name=node-3
                host:node-3 node-state=ONLINE
                """.split("\n"));
        assertThat(claims(site, ElementKind.VM))
                .contains(
                        "vm:redoubt-lab/web-01 allow-migrate=true",
                        "vm:redoubt-lab/web-01 runs-on=host:node-1",
                        "vm:redoubt-lab/web-01 state=RUNNING",
                        "vm:redoubt-lab/web-02 runs-on=host:node-2",
                        "vm:redoubt-lab/db-primary runs-on=host:node-3");
        assertThat(claims(site, ElementKind.CLUSTER))
                .contains(
                        "cluster:redoubt-lab health=OK",
                        "cluster:redoubt-lab quorate=true",
                        "cluster:redoubt-lab coordinator=host:node-2",
                        "cluster:redoubt-lab domains=3");
        assertThat(claims(site, ElementKind.FENCE_DEVICE))
                .contains("fence-device:redoubt-lab/fence-node-3 part-of=host:node-3")
                .noneMatch(line -> line.contains("for-the-lab-only"));
    }

    @Test
    void aCibTellsTheSameAsCrmMonDoes() throws IOException, ClusterFileException {
        for (String folder : List.of("node-1", "node-3-unclean/node-1", "node-3-fenced/node-1")) {
            Site cib = ClusterFile.read(LAB.resolve(folder).resolve("cib.txt"));
            Site mon = ClusterFile.read(LAB.resolve(folder).resolve("crm_mon.txt"));
            List<String> states = claims(mon, ElementKind.HOST).stream()
                    .filter(line -> line.contains("node-state"))
                    .toList();
            assertThat(claims(cib, ElementKind.HOST)).as(folder).containsAll(states);
            assertThat(places(cib)).as(folder).isEqualTo(places(mon));
        }
    }

    private static List<String> places(Site site) {
        return site.all(ElementKind.SERVICE)
                .map(resource -> resource.name() + " " + resource.value(Attributes.RUNS_ON) + " "
                        + resource.value(Attributes.ROLE))
                .sorted()
                .toList();
    }

    @Test
    void aLostNodeOfACibIsUnclean() throws IOException, ClusterFileException {
        Site site = ClusterFile.read(LAB.resolve("node-3-unclean/node-1/cib.txt"));
        assertThat(site.host(ElementId.host("node-3")).orElseThrow().value(Attributes.NODE_STATE))
                .contains(NodeState.UNCLEAN);
        // what it ran is believed there, and not known to run
        Element.Vm vm = site.vm(ElementId.vm("redoubt-lab/db-primary")).orElseThrow();
        assertThat(vm.value(Attributes.RUNS_ON)).contains(ElementId.host("node-3"));
        assertThat(vm.value(Attributes.STATE)).isEmpty();
    }

    @Test
    void aVmIsKeyedByItsUuidWhereThatIsKnown() throws ClusterFileException {
        String uuid = "6695eb01-f6a4-8304-79aa-97f2502e193f";
        Site site = ClusterFile.of("c", Samples.CIB.replace("qemu/web.xml", "qemu/" + uuid + ".xml"));
        Element.Vm vm = site.vm(ElementId.vm(uuid)).orElseThrow();
        assertThat(vm.name()).isEqualTo("web");
        assertThat(vm.value(Attributes.STATE)).as("its status section is empty").isEmpty();
        assertThat(site.host(ElementId.host("node-1")).orElseThrow().value(Attributes.NODE_STATE))
                .isEmpty();
    }

    @Test
    void anythingElseIsRefusedInALine() throws IOException {
        refused("<html><body/></html>", "neither a CIB nor crm_mon's XML: it begins with <html>");
        refused("<cib><configuration>", "not well-formed");
        refused("<cib/>", "without a configuration");
        refused("<cib><configuration><nodes/></configuration></cib>", "without a configuration");
        refused("<crm_mon/>", "no summary, or no nodes");
        refused(Samples.DISCONNECTED, "connected to no cluster");
        refused("<!DOCTYPE cib [<!ENTITY x \"y\">]><cib>&x;</cib>", "not well-formed");
        refused("<a>".repeat(200_000), "not well-formed");
        refused("<cib>" + " ".repeat(9 << 20) + "</cib>", "larger than is read");
        Path binary = Files.write(folder.resolve("b.xml"), new byte[] {'<', (byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> ClusterFile.read(binary))
                .isInstanceOf(ClusterFileException.class)
                .hasMessage("b.xml: it is not UTF-8 text");
    }

    private void refused(String text, String why) throws IOException {
        Path file = Files.writeString(folder.resolve("some.xml"), text);
        assertThat(ClusterFile.names(file)).isTrue();
        assertThatThrownBy(() -> ClusterFile.read(file))
                .isInstanceOf(ClusterFileException.class)
                .hasMessageStartingWith("some.xml: ")
                .hasMessageContaining(why)
                .hasMessageNotContaining("\n");
    }

    @Test
    void whatDoesNotBeginLikeXmlIsNotForThis() throws IOException {
        assertThat(ClusterFile.names(Files.writeString(folder.resolve("a.yaml"), "hosts: []\n")))
                .isFalse();
        assertThat(ClusterFile.names(Files.writeString(folder.resolve("b.json"), "{}")))
                .isFalse();
        assertThat(ClusterFile.names(Files.writeString(folder.resolve("c"), "")))
                .isFalse();
        assertThat(ClusterFile.names(
                        Files.writeString(folder.resolve("d.xml"), "\ufeff \n<?xml version='1.0'?><cib/>")))
                .isTrue();
    }

    @Property(tries = 300)
    void cutOrScrambledItIsReadOrRefused(@ForAll @IntRange(max = 4_000) int at, @ForAll byte[] noise) {
        String begin = Samples.CIB.substring(0, Math.min(at, Samples.CIB.length()));
        String end = Samples.CIB.substring(begin.length());
        for (String text : List.of(begin, begin + new String(noise, StandardCharsets.ISO_8859_1) + end)) {
            try {
                assertThat(ClusterFile.of("c", text).hosts()).isNotNull();
            } catch (ClusterFileException refused) {
                assertThat(refused.getMessage()).isNotEmpty();
            }
        }
    }
}
