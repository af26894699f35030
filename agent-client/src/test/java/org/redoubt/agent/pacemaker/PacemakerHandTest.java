package org.redoubt.agent.pacemaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.port.Answer;
import org.redoubt.agent.port.Intent;
import org.redoubt.agent.port.Residence;
import org.redoubt.agent.probe.Shell;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.Foresight;
import org.redoubt.topology.plan.Foretold;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.Tuning;

class PacemakerHandTest {

    private static final ElementId ONE = ElementId.host("one");
    private static final ElementId TWO = ElementId.host("two");
    private static final ElementId VM = ElementId.vm("payroll");
    private static final Step.ClusterMove MOVE = new Step.ClusterMove(VM, ONE, TWO, "web-01", Foretold.NOTHING);

    private static final String MON = """
            <pacemaker-result api-version="2.25" request="crm_mon">
              <summary><current_dc present="true" name="node-1" id="1" with_quorum="true"/></summary>
              <nodes><node name="node-1" id="1" online="true"/><node name="node-2" id="2" online="true"/></nodes>
              <resources>
                <resource id="web-01" resource_agent="ocf:heartbeat:VirtualDomain" role="Started" active="true" failed="false">
                  <node name="node-2" id="2"/></resource>
                <clone id="c"><resource id="ping:0" resource_agent="ocf:pacemaker:ping" role="Started" active="true" failed="false">
                  <node name="node-2" id="2"/></resource>
                <resource id="ping:1" resource_agent="ocf:pacemaker:ping" role="Started" active="true" failed="false">
                  <node name="node-1" id="1"/></resource></clone>
                <resource id="off" resource_agent="ocf:heartbeat:Dummy" role="Stopped" active="false" failed="false"/>
              </resources>
              <status code="0" message="OK"/>
            </pacemaker-result>
            """;

    private final List<String> ran = new ArrayList<>();
    private final Map<String, Shell.Said> said = new LinkedHashMap<>();
    private final PacemakerHand hand = new PacemakerHand(TWO, this::run);

    private Shell.Said run(String command, int seconds) {
        ran.add(command);
        return said.entrySet().stream()
                .filter(one -> command.contains(one.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseThrow(() -> new AssertionError(command));
    }

    private static Shell.Said ended(int exit, String text) {
        return new Shell.Said.Ended(exit, text);
    }

    private Answer perform(Step step) {
        return hand.perform(new Intent(UUID.randomUUID(), 1, Instant.EPOCH, "desk", "ada", "title", step, Set.of()));
    }

    private static String look(String settled, String constraints, String mon) {
        return "node-2\n==\n" + settled + "\n==\n" + constraints + "\n\n==\n" + mon;
    }

    @Test
    void theNodeThatTakesItIsToldByTheNameThatItGivesItself() {
        said.put("--move", ended(0, ""));
        said.put("crm_node -n", ended(0, "node-2\n"));
        assertThat(perform(MOVE)).isEqualTo(new Answer.Accepted());
        assertThat(ran)
                .last()
                .asString()
                .isEqualTo("crm_resource --move --resource 'web-01' --node 'node-2' --lifetime PT30M 2>&1");
        said.put("--clear", ended(0, ""));
        ran.clear();
        said.remove("--move");
        assertThat(perform(MOVE.clear())).isEqualTo(new Answer.Accepted());
        assertThat(ran).last().asString().isEqualTo("crm_resource --clear --resource 'web-01' 2>&1");
    }

    @Test
    void whatAHypervisorDoesIsNoneOfItsClusters() {
        assertThat(perform(new Step.Migrate(VM, ONE, TWO, Tuning.DEFAULT))).isInstanceOf(Answer.Failed.class);
        assertThat(ran).isEmpty();
    }

    @Test
    void anotherHostsStepIsNotDoneHere() {
        assertThat(perform(new Step.ClusterMove(VM, TWO, ONE, "web-01", Foretold.NOTHING)))
                .isInstanceOf(Answer.Failed.class);
        assertThat(ran).isEmpty();
    }

    /** Whatever a cluster calls its nodes and resources, none of it is run. */
    @Test
    void aNameThatCouldDoHarmIsNeverSent() {
        said.put("crm_node -n", ended(0, "node-2;reboot\n"));
        assertThat(perform(MOVE)).isInstanceOf(Answer.Failed.class);
        assertThat(hand.foresee(MOVE)).isInstanceOf(Foresight.Untold.class);
        said.put("crm_node -n", ended(0, "node-2"));
        assertThat(perform(new Step.ClusterMove(VM, ONE, TWO, "$(id)", Foretold.NOTHING)))
                .isInstanceOf(Answer.Failed.class);
        assertThat(ran).containsOnly("crm_node -n 2>/dev/null");
    }

    @Test
    void whatWasNotSentFailedAndWhatWasLostIsSilent() {
        said.put("crm_node -n", new Shell.Said.NotBegun("its key changed"));
        assertThat(perform(MOVE)).isEqualTo(new Answer.Failed("nothing was sent: its key changed"));
        assertThat(hand.foresee(MOVE)).isEqualTo(new Foresight.Untold("its key changed"));
        said.put("crm_node -n", new Shell.Said.Lost("it broke"));
        assertThat(perform(MOVE)).as("only asked so far").isEqualTo(new Answer.Failed("nothing was sent: it broke"));
        said.put("crm_node -n", ended(102, ""));
        assertThat(perform(MOVE)).isEqualTo(new Answer.Failed("nothing was sent: Pacemaker does not answer there"));
        said.put("crm_node -n", ended(0, "node-2"));
        said.put("--move", new Shell.Said.Lost("it broke"));
        assertThat(perform(MOVE)).isEqualTo(new Answer.Silent("it broke"));
        said.put("--move", new Shell.Said.NotBegun("no way"));
        assertThat(perform(MOVE)).isEqualTo(new Answer.Failed("nothing was sent: no way"));
        said.put("--move", ended(124, ""));
        assertThat(perform(MOVE)).isInstanceOf(Answer.Silent.class);
        said.put("--move", ended(108, ""));
        assertThat(perform(MOVE)).isEqualTo(new Answer.Failed("it is there already"));
        said.put("--move", ended(4, "crm_resource: Error:\n insufficient privileges\n"));
        assertThat(perform(MOVE))
                .isEqualTo(new Answer.Failed("crm_resource refused (4): crm_resource: Error: insufficient privileges"));
    }

    @Test
    void whatARehearsalTells() {
        said.put("crm_node -n", ended(0, "node-2"));
        said.put("crm_simulate", ended(0, """
                <pacemaker-result><actions>
                <rsc_action action="migrate" resource="web-01" source="node-1" dest="node-2"/></actions>
                <revised_cluster_status><nodes/><resources><resource id="web-01"><node name="node-2"/></resource></resources>
                </revised_cluster_status><status code="0" message="OK"/></pacemaker-result>"""));
        assertThat(hand.foresee(MOVE)).isEqualTo(new Foresight.Told(new Foretold(Foretold.Way.LIVE, List.of())));
        said.put("crm_simulate", ended(0, "<pacemaker-result/>"));
        assertThat(hand.foresee(MOVE)).isInstanceOf(Foresight.Untold.class);
        said.put("crm_simulate", ended(105, ""));
        assertThat(hand.foresee(MOVE)).isEqualTo(new Foresight.Untold("the cluster knows no such resource or node"));
        said.put("crm_simulate", ended(1, ""));
        assertThat(hand.foresee(MOVE))
                .isInstanceOfSatisfying(
                        Foresight.Untold.class,
                        untold -> assertThat(untold.why()).contains("may this account"));
        said.put("crm_simulate", new Shell.Said.Lost("it broke"));
        assertThat(hand.foresee(MOVE)).isEqualTo(new Foresight.Untold("it broke"));
        said.put("crm_simulate", new Shell.Said.NotBegun("no way"));
        assertThat(hand.foresee(MOVE)).isEqualTo(new Foresight.Untold("no way"));
    }

    @Test
    void whereTheClusterSaysThatEverythingIs() {
        said.put("crm_mon", ended(0, look("0", "<constraints/>", MON)));
        assertThat(hand.residence("web-01"))
                .isEqualTo(new Residence.Told(
                        "node-2",
                        Map.of(
                                "web-01", List.of("node-2"),
                                "ping", List.of("node-1", "node-2"),
                                "off", List.of()),
                        true,
                        false));
        said.put(
                "crm_mon",
                ended(
                        0,
                        look(
                                "124",
                                "<constraints><rsc_location id=\"cli-prefer-web-01\" rsc=\"web-01\"/></constraints>",
                                MON)));
        assertThat(hand.residence("web-01")).isInstanceOfSatisfying(Residence.Told.class, told -> {
            assertThat(told.settled()).isFalse();
            assertThat(told.ruled()).isTrue();
        });
        assertThat(hand.residence("off"))
                .as("another one's rule")
                .isInstanceOfSatisfying(
                        Residence.Told.class, told -> assertThat(told.ruled()).isFalse());
        said.put(
                "crm_mon",
                ended(0, look("0", "<constraints><rsc_location id=\"mine\" rsc=\"web-01\"/></constraints>", MON)));
        assertThat(hand.residence("web-01"))
                .as("an administrator's own rule")
                .isInstanceOfSatisfying(
                        Residence.Told.class, told -> assertThat(told.ruled()).isFalse());
    }

    @Test
    void aClusterThatDoesNotAnswerTellsNothing() {
        for (Shell.Said none : List.of(
                new Shell.Said.NotBegun("no way"),
                new Shell.Said.Lost("it broke"),
                ended(102, ""),
                ended(0, ""),
                ended(0, look("0", "<other/>", MON)),
                ended(0, look("0", "<constraints/>", "<pacemaker-result/>")),
                ended(0, look("0", "<constraints/>", MON.replace("active=\"true\"", ""))))) {
            said.put("crm_mon", none);
            assertThat(hand.residence("web-01")).as("%s", none).isInstanceOf(Residence.Untold.class);
        }
    }

    @Property(tries = 200)
    void aPieceOfAnAnswerTellsNothing(@ForAll double share) {
        String whole = look("0", "<constraints/>", MON).stripTrailing();
        int length = (int) Math.floorMod((long) (share * 1e6), (long) whole.length());
        PacemakerHand torn = new PacemakerHand(TWO, (command, seconds) -> ended(0, whole.substring(0, length)));
        assertThat(torn.residence("web-01")).isInstanceOf(Residence.Untold.class);
    }
}
