package org.redoubt.topology.plan.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.redoubt.topology.model.Attributes.*;
import static org.redoubt.topology.plan.move.Small.ONE;
import static org.redoubt.topology.plan.move.Small.TWO;
import static org.redoubt.topology.plan.move.Small.VM;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.NodeState;
import org.redoubt.topology.model.Owner;
import org.redoubt.topology.plan.Approval;
import org.redoubt.topology.plan.Fit;
import org.redoubt.topology.plan.Foresight;
import org.redoubt.topology.plan.Foretold;
import org.redoubt.topology.plan.Foretold.Way;
import org.redoubt.topology.plan.Objection;
import org.redoubt.topology.plan.Plan;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.Tuning;
import org.redoubt.topology.plan.forecast.Experience;

/** Whoever owns a VM moves it: it is planned through its cluster, and approved only with what that foretells. */
class ThroughClusterTest {

    private static final ElementId LAB = new ElementId(ElementKind.CLUSTER, "lab");
    private static final ElementId RESOURCE_OF_VM = LAB.part(ElementKind.SERVICE, "vm-payroll");

    private final Small small = new Small();

    @BeforeEach
    void owned() {
        for (ElementId host : List.of(ONE, TWO)) {
            small.say(host, MEMBER_OF, List.of(LAB));
            small.say(host, NODE_STATE, NodeState.ONLINE);
        }
        small.say(RESOURCE_OF_VM, PART_OF, LAB);
        small.say(RESOURCE_OF_VM, DOMAIN, "payroll-db");
        small.say(RESOURCE_OF_VM, RESOURCE, "vm-payroll");
        small.say(RESOURCE_OF_VM, ALLOW_MIGRATE, true);
    }

    private Plan plan(Foresight foresight) {
        return Planning.migrate(small.site(), VM, TWO, Tuning.DEFAULT, Experience.NONE, foresight);
    }

    private Plan told(Way way, Foretold.Other... others) {
        return plan(new Foresight.Told(new Foretold(way, List.of(others))));
    }

    private List<String> rules(Plan plan) {
        return plan.objections().stream().map(Objection::rule).toList();
    }

    private Fit fit() {
        return Fitting.check(small.site(), VM, TWO).orElseThrow();
    }

    @Test
    void everyHostAnswersWithoutAskingTheCluster() {
        assertThat(fit().verdict()).isEqualTo(Fit.Verdict.FITS);
        assertThat(fit().prediction()).isPresent();
    }

    @Test
    void untilItsClusterWasAskedNothingIsApproved() {
        Plan asking = Planning.migrate(small.site(), VM, TWO, Tuning.DEFAULT);
        assertThat(asking.steps()).containsExactly(new Step.ClusterMove(VM, ONE, TWO, "vm-payroll", Foretold.NOTHING));
        assertThat(rules(asking)).containsExactly("cluster-asked");
        assertThat(asking.possible()).isFalse();
        Plan untold = plan(new Foresight.Untold("no way there"));
        assertThat(untold.possible()).isFalse();
        assertThat(untold.objections())
                .singleElement()
                .satisfies(objection ->
                        assertThat(objection.says()).isEqualTo("what else would move is not known: no way there"));
    }

    @Test
    void aLiveMoveOfNobodyElseIsApprovedAsItIs() {
        Plan plan = told(Way.LIVE);
        assertThat(plan.possible()).isTrue();
        assertThat(plan.objections()).isEmpty();
        assertThat(plan.steps().getFirst())
                .isInstanceOfSatisfying(
                        Step.ClusterMove.class, step -> assertThat(step.actor()).isEqualTo(TWO));
        assertThat(plan.predicted().vm(VM).orElseThrow().whereabouts().host()).contains(TWO);
    }

    @Test
    void aStopAndAStartIsCalledSoAndAcceptedByName() {
        small.say(RESOURCE_OF_VM, ALLOW_MIGRATE, false);
        assertThat(fit().costs()).containsExactly("a stop and a start: its cluster does not move it live");
        assertThat(fit().prediction()).isEmpty();
        Plan plan = told(Way.STOP_AND_START);
        assertThat(rules(plan)).containsExactly("stop-and-start");
        assertThat(plan.possible()).isTrue();
        assertThat(new Approval(plan, "ada", Set.of()).covers(plan.objections()))
                .isFalse();
        assertThat(new Approval(plan, "ada", Set.of("stop-and-start")).covers(plan.objections()))
                .isTrue();
    }

    @Test
    void whoElseMovesIsAcceptedByName() {
        Plan plan = told(
                Way.LIVE, new Foretold.Other("web", "web: migrates live"), new Foretold.Other("n3", "node n3 is shot"));
        assertThat(plan.objections())
                .containsExactly(
                        new Objection("others-move", "besides: web: migrates live; node n3 is shot", "", true));
    }

    @Test
    void whatTheClusterWouldNotDoIsRefused() {
        assertThat(rules(told(Way.STAYS))).containsExactly("cluster-keeps-it");
        assertThat(told(Way.STAYS).possible()).isFalse();
    }

    /** Maintenance, or a resource that is not managed: the cluster would do nothing. */
    @Test
    void whatItsClusterLeavesAloneIsNotMovedThroughIt() {
        small.say(RESOURCE_OF_VM, MAINTENANCE, true);
        assertThat(fit().objections()).singleElement().satisfies(objection -> {
            assertThat(objection.rule()).isEqualTo("not-managed");
            assertThat(objection.acceptable()).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource(value = NodeState.class, names = "ONLINE", mode = EnumSource.Mode.EXCLUDE)
    void aNodeThatTakesNothingIsNoTarget(NodeState state) {
        small.say(TWO, NODE_STATE, state);
        assertThat(fit().objections()).extracting(Objection::rule).containsExactly("node-takes-nothing");
    }

    /** What the site file says of the host does not make the cluster forget its VM. */
    @Test
    void aClusterThatWasHeardOutweighsTheSiteFile() {
        small.say(VM, OWNER, Owner.NONE);
        assertThat(told(Way.LIVE).steps()).first().isInstanceOf(Step.ClusterMove.class);
    }

    @Test
    void theHalvesOfAMove() {
        Step.ClusterMove move = (Step.ClusterMove) told(Way.LIVE).steps().getFirst();
        assertThat(move.subject()).isEqualTo(VM);
        assertThat(move.clear()).isEqualTo(new Step.ClusterClear(VM, ONE, TWO, "vm-payroll"));
        assertThat(move.clear().actor()).isEqualTo(TWO);
        assertThat(move.sameAs((Step.ClusterMove) told(Way.STAYS).steps().getFirst()))
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Step.ClusterMove(VM, ONE, ONE, "vm-payroll", Foretold.NOTHING));
    }
}
