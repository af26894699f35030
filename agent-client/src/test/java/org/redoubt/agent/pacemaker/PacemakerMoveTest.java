package org.redoubt.agent.pacemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redoubt.agent.pacemaker.read.Simulation;
import org.redoubt.topology.plan.Foretold;
import org.redoubt.topology.plan.Foretold.Other;
import org.redoubt.topology.plan.Foretold.Way;

class PacemakerMoveTest {

    private final PacemakerMove move = new PacemakerMove("web-01", "node-2");

    @TempDir
    Path folder;

    @Test
    void theCommands() {
        assertThat(move.move()).isEqualTo("crm_resource --move --resource 'web-01' --node 'node-2' --lifetime PT30M");
        assertThat(move.clear()).isEqualTo("crm_resource --clear --resource 'web-01'");
        assertThat(move.rehearsal()).doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a'b", "$(id)", "a;b", "-N", "../x", "ä", "a\nb", "a\"b", "a\\b"})
    void aNameThatCouldDoHarmIsNotPutIntoACommand(String name) {
        assertThat(PacemakerMove.of(name, "node-2")).isEmpty();
        assertThat(PacemakerMove.of("web-01", name)).isEmpty();
        assertThatThrownBy(() -> new PacemakerMove(name, "node-2")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void whateverIsPutIntoACommandIsAWordOfIt(@ForAll String resource, @ForAll String node) {
        PacemakerMove.of(resource, node)
                .ifPresent(one -> assertThat(one.move().split(" "))
                        .contains("'" + resource + "'", "'" + node + "'")
                        .hasSize(8));
    }

    /** The rehearsal is run by a real sh, against commands that write down how they were called. */
    @Test
    void theRehearsalWorksOnACopyThatIsGoneAfterwards() throws IOException, InterruptedException {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Path calls = folder.resolve("calls");
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        stub(bin, "cibadmin", "echo \"cibadmin $*\" >>" + calls + "; echo '<cib/>'");
        stub(bin, "crm_resource", "echo \"crm_resource $* on $(cat \"$CIB_file\")\" >>" + calls + "; echo noise");
        stub(bin, "crm_simulate", "echo \"crm_simulate $1 $3 $4 of $(cat \"$2\")\" >>" + calls + "; echo '<result/>'");
        Process sh = shell(bin, temporary);
        String out = new String(sh.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(sh.waitFor()).isZero();
        assertThat(out).isEqualTo("<result/>\n");
        assertThat(Files.readAllLines(calls))
                .containsExactly(
                        "cibadmin -Q",
                        "crm_resource --move --resource web-01 --node node-2 --lifetime PT30M on <cib/>",
                        "crm_simulate -x -S --output-as=xml of <cib/>");
        assertThat(leftBehind(temporary)).isEmpty();
    }

    @Test
    void aMoveThatTheClusterRefusesIsNotSimulated() throws IOException, InterruptedException {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        stub(bin, "cibadmin", "echo '<cib/>'");
        stub(bin, "crm_resource", "exit 108");
        stub(bin, "crm_simulate", "echo never");
        Process sh = shell(bin, temporary);
        assertThat(sh.getInputStream().readAllBytes()).isEmpty();
        assertThat(PacemakerMove.refusal(sh.waitFor())).contains("it is there already");
        assertThat(leftBehind(temporary)).isEmpty();
    }

    private Process shell(Path bin, Path temporary) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", move.rehearsal());
        builder.environment().put("PATH", bin + ":/usr/bin:/bin");
        builder.environment().put("TMPDIR", temporary.toString());
        return builder.start();
    }

    private static void stub(Path bin, String name, String script) throws IOException {
        Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static List<Path> leftBehind(Path temporary) throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.toList();
        }
    }

    @Test
    void howCrmResourceRefuses() {
        assertThat(PacemakerMove.refusal(105)).contains("the cluster knows no such resource or node");
        assertThat(PacemakerMove.refusal(124)).contains("the cluster did not answer in time");
        assertThat(PacemakerMove.refusal(0)).isEmpty();
        assertThat(PacemakerMove.refusal(1)).isEmpty();
    }

    /** What crm_simulate of Pacemaker 2.1 answers, with what would be done and where things would be then. */
    private static String simulated(String actions, String transition, String web01, String web02) {
        return """
                <pacemaker-result api-version="2.25" request="crm_simulate -x cib.xml -S --output-as=xml">
                  <cluster_status><nodes/><resources/></cluster_status>
                  <actions>%s</actions>
                  <transition>%s</transition>
                  <revised_cluster_status>
                    <nodes/>
                    <resources>
                      <resource id="web-01" role="Started"><node name="%s" id="2" cached="true"/></resource>
                      <group id="g"><resource id="web-02" role="Started"><node name="%s" id="1"/></resource></group>
                    </resources>
                  </revised_cluster_status>
                  <status code="0" message="OK"/>
                </pacemaker-result>
                """.formatted(actions, transition, web01, web02);
    }

    private Foretold foretold(String text) {
        return move.foretold(Simulation.parse(text).orElseThrow());
    }

    @Test
    void aLiveMigrationMovesNobodyElse() {
        assertThat(foretold(simulated(
                        "<rsc_action action=\"migrate\" resource=\"web-01\" source=\"node-1\" dest=\"node-2\"/>",
                        "<rsc_action resource=\"web-01\" op=\"migrate_to\" node=\"node-1\"/>",
                        "node-2",
                        "node-2")))
                .isEqualTo(new Foretold(Way.LIVE, List.of()));
    }

    @Test
    void withoutAllowMigrateAMoveIsAStopAndAStart() {
        assertThat(foretold(simulated(
                        "<rsc_action action=\"move\" resource=\"web-01\" source=\"node-1\" dest=\"node-2\"/>",
                        "<rsc_action resource=\"web-01\" op=\"stop\" node=\"node-1\"/>",
                        "node-2",
                        "node-2")))
                .isEqualTo(new Foretold(Way.STOP_AND_START, List.of()));
    }

    @Test
    void whoElseWouldMoveIsTold() {
        assertThat(foretold(simulated(
                        "<node_action task=\"Fence (reboot)\" node=\"node-3\" reason=\"lost\"/>"
                                + "<rsc_action action=\"migrate\" resource=\"web-01\" source=\"node-1\" dest=\"node-2\"/>"
                                + "<rsc_action action=\"migrate\" resource=\"web-02\" source=\"node-2\" dest=\"node-1\"/>"
                                + "<rsc_action action=\"move\" resource=\"db\" source=\"node-3\" dest=\"node-1\"/>"
                                + "<rsc_action action=\"stop\" resource=\"ping:1\" node=\"node-3\"/>",
                        "<fencing_action target=\"node-3\" op=\"reboot\"/>",
                        "node-2",
                        "node-1")))
                .isEqualTo(new Foretold(
                        Way.LIVE,
                        List.of(
                                new Other("node-3", "node node-3 is shot"),
                                new Other("web-02", "web-02: migrates live from node-2 to node-1"),
                                new Other("db", "db: stops, and starts elsewhere from node-3 to node-1"),
                                new Other("ping", "ping: stop from node-3"))));
    }

    @Test
    void aMoveThatComesToNothingIsToldSo() {
        assertThat(foretold(simulated("", "", "node-1", "node-2"))).isEqualTo(new Foretold(Way.STAYS, List.of()));
        assertThat(foretold(simulated(
                                "<rsc_action action=\"migrate\" resource=\"web-01\" source=\"node-1\" dest=\"node-3\"/>",
                                "",
                                "node-3",
                                "node-2"))
                        .way())
                .as("it goes somewhere else")
                .isEqualTo(Way.STAYS);
    }

    @Test
    void whatIsNotUnderstoodIsNotToldToBeHarmless() {
        String fine = simulated("", "", "node-1", "node-2");
        assertThat(Simulation.parse(fine)).isPresent();
        for (String text : List.of(
                "",
                "Transition Summary:\n",
                fine.replace("code=\"0\"", "code=\"1\""),
                fine.replace("revised_cluster_status", "cluster_state"),
                fine.replace("<actions>", "<actions><unheard_of/>"),
                fine.replace("<actions>", "<actions><rsc_action resource=\"web-01\"/>"),
                fine.substring(0, fine.length() / 2))) {
            assertThat(Simulation.parse(text)).as(text).isEmpty();
        }
    }
}
