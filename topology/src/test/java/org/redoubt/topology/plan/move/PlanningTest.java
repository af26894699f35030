package org.redoubt.topology.plan.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.*;
import static org.redoubt.topology.plan.move.Small.GIB;
import static org.redoubt.topology.plan.move.Small.ONE;
import static org.redoubt.topology.plan.move.Small.TWO;
import static org.redoubt.topology.plan.move.Small.VM;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.diff.Diff;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.plan.Approval;
import org.redoubt.topology.plan.Fit;
import org.redoubt.topology.plan.Objection;
import org.redoubt.topology.plan.Plan;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.Tuning;

class PlanningTest {

    private final Small small = new Small();

    private Plan plan(ElementId to) {
        return Planning.migrate(small.site(), VM, to, Tuning.DEFAULT);
    }

    @Test
    void theStepAndThePredictedSite() {
        Plan plan = plan(TWO);
        assertThat(plan.title()).isEqualTo("payroll-db: node-one → node-two");
        assertThat(plan.possible()).isTrue();
        assertThat(plan.steps()).containsExactly(new Step.Migrate(VM, ONE, TWO, Tuning.DEFAULT));
        Site predicted = plan.predicted();
        assertThat(predicted.vm(VM).orElseThrow().whereabouts().host()).contains(TWO);
        assertThat(predicted.vm(VM).orElseThrow().whereabouts().state()).isEqualTo(RunState.RUNNING);
        assertThat(predicted.vm(VM).orElseThrow().name()).isEqualTo("payroll-db");
        assertThat(predicted.host(ONE).orElseThrow().value(MEMORY_FREE)).contains(40 * GIB);
        assertThat(predicted.host(TWO).orElseThrow().value(MEMORY_FREE)).contains(24 * GIB);
        assertThat(plan.origin()).isSameAs(small.site());
    }

    @Test
    void nothingElseOfTheSiteIsTouched() {
        Plan plan = plan(TWO);
        assertThat(Diff.between(plan.origin(), plan.predicted())).hasSize(3);
    }

    @Test
    void aPlanThatCannotBeIsMadeForItsReasons() {
        small.say(TWO, LINK, LinkState.HANGS);
        Plan plan = plan(TWO);
        assertThat(plan.possible()).isFalse();
        assertThat(plan.objections()).extracting(Objection::rule).containsExactly("host-not-connected");
        assertThat(plan.predicted().vm(VM).orElseThrow().whereabouts().host()).contains(TWO);
    }

    @Test
    void toWhereItIsThereIsNoStep() {
        assertThat(plan(ONE).steps()).isEmpty();
        assertThat(plan(ONE).possible()).isFalse();
        assertThat(plan(ONE).predicted()).isSameAs(small.site());
    }

    @Test
    void whatTheSiteDoesNotKnowIsSaid() {
        Plan plan = plan(ElementId.host("nine"));
        assertThat(plan.possible()).isFalse();
        assertThat(plan.objections()).extracting(Objection::says).containsExactly("the site knows no such host");
        Plan none = Planning.migrate(small.site(), ElementId.vm("none"), TWO, Tuning.DEFAULT);
        assertThat(none.objections()).extracting(Objection::says).containsExactly("the site knows no such VM");
    }

    @Test
    void anApprovalCoversWhatItAcceptsByNameAndNothingThatBlocks() {
        small.gone(TWO, OWNER);
        Plan plan = plan(TWO);
        assertThat(plan.possible()).isTrue();
        assertThat(new Approval(plan, "ada", Set.of()).covers(plan.objections()))
                .isFalse();
        assertThat(new Approval(plan, "ada", Set.of("owner-unknown")).covers(plan.objections()))
                .isTrue();
        small.say(TWO, LINK, LinkState.REFUSED);
        assertThat(new Approval(plan, "ada", Set.of("owner-unknown", "host-not-connected"))
                        .covers(plan(TWO).objections()))
                .isFalse();
    }

    @Test
    void everyHostAnswersInTheOrderOfTheirIds() {
        assertThat(Fitting.of(small.site(), VM)).extracting(Fit::host).containsExactly(ONE, TWO);
        assertThat(Fitting.of(small.site(), ElementId.vm("none"))).isEmpty();
        assertThat(Fitting.check(small.site(), VM, ElementId.host("nine"))).isEmpty();
    }

    @Test
    void theBestTargetIsProposedFirst() {
        ElementId three = ElementId.host("three");
        Site site = small.site();
        site.host(TWO).orElseThrow().claims().all().forEach(claim -> copy(claim.attribute(), three));
        small.say(three, HARDWARE_UUID, "uuid-three");
        small.say(three, MEMORY_FREE, 60 * GIB);
        List<Fit> ranked = Fitting.ranked(small.site(), Fitting.of(small.site(), VM));
        assertThat(ranked).extracting(Fit::host).containsExactly(three, TWO, ONE);
        small.say(three, MIGRATION_SPEED, 1_000_000L);
        ranked = Fitting.ranked(small.site(), Fitting.of(small.site(), VM));
        assertThat(ranked).extracting(Fit::host).containsExactly(TWO, three, ONE);
    }

    private <T> void copy(org.redoubt.topology.model.Attribute<T> attribute, ElementId to) {
        small.say(
                to,
                attribute,
                small.site().host(TWO).orElseThrow().value(attribute).orElseThrow());
    }
}
