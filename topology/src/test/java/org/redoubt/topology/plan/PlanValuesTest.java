package org.redoubt.topology.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;

class PlanValuesTest {

    private static final ElementId ONE = ElementId.host("one");
    private static final ElementId TWO = ElementId.host("two");
    private static final ElementId VM = ElementId.vm("a");
    private static final Objection BLOCKS = new Objection("memory", "1 GiB short", "", false);
    private static final Objection ASKS = new Objection("owner-unknown", "nobody knows", "", true);

    private static Plan plan(List<Step> steps, Objection... objections) {
        Site site = Site.empty("small");
        return new Plan("a: one → two", site, steps, site, List.of(objections), List.of(), Optional.empty());
    }

    private static Fit fit(List<String> costs, Objection... objections) {
        return new Fit(ONE, List.of(objections), costs, Optional.empty());
    }

    @Test
    void aFitIsAsGoodAsTheWorstThatIsSaidOfIt() {
        assertThat(fit(List.of()).verdict()).isEqualTo(Fit.Verdict.FITS);
        assertThat(fit(List.of("leaves 6 % free")).verdict()).isEqualTo(Fit.Verdict.FITS_BUT);
        assertThat(fit(List.of(), ASKS).verdict()).isEqualTo(Fit.Verdict.FITS_BUT);
        assertThat(fit(List.of(), ASKS, BLOCKS).verdict()).isEqualTo(Fit.Verdict.CANNOT);
    }

    @Test
    void aPlanIsPossibleWithStepsAndWithoutWhatBlocks() {
        List<Step> steps = List.of(new Step.Migrate(VM, ONE, TWO, Tuning.DEFAULT));
        assertThat(plan(steps).possible()).isTrue();
        assertThat(plan(steps, ASKS).possible()).isTrue();
        assertThat(plan(steps, ASKS, BLOCKS).possible()).isFalse();
        assertThat(plan(List.of()).possible()).isFalse();
    }

    @Test
    void anApprovalIsSomebodysAndAcceptsByName() {
        Plan plan = plan(List.of(new Step.Migrate(VM, ONE, TWO, Tuning.DEFAULT)), ASKS);
        assertThat(new Approval(plan, "ada", Set.of("owner-unknown")).covers(plan.objections()))
                .isTrue();
        assertThat(new Approval(plan, "ada", Set.of("memory")).covers(plan.objections()))
                .isFalse();
        assertThat(new Approval(plan, "ada", Set.of("memory")).covers(List.of(BLOCKS)))
                .isFalse();
        assertThat(new Approval(plan, "ada", Set.of()).covers(List.of())).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new Approval(plan, " ", Set.of()));
    }

    @Test
    void aStepSaysWhoActsOnWhat() {
        Step step = new Step.Migrate(VM, ONE, TWO, Tuning.DEFAULT);
        assertThat(step.actor()).isEqualTo(ONE);
        assertThat(step.subject()).isEqualTo(VM);
        assertThatIllegalArgumentException().isThrownBy(() -> new Step.Migrate(VM, ONE, ONE, Tuning.DEFAULT));
    }

    @Test
    void onlyUnknownLeavesTheMatterOpen() {
        assertThat(new Outcome.Unknown("no answer").settled()).isFalse();
        assertThat(List.of(new Outcome.Done("x"), new Outcome.Unchanged("x"), new Outcome.Refused(List.of("x"))))
                .allSatisfy(outcome -> assertThat(outcome.settled()).isTrue());
    }

    @Test
    void progressIsWithinItsBoundsWhateverADriverSays() {
        assertThat(JobFigures.NONE.progress()).isZero();
        assertThat(new JobFigures(100, 0, 40, 0, 0, 1, 0, 0).progress()).isEqualTo(0.6);
        assertThat(new JobFigures(100, 0, 170, 0, 0, 2, 0, 0).progress()).isZero();
        assertThat(new JobFigures(100, 0, 0, 0, 0, 2, 0, 0).progress()).isEqualTo(1);
        assertThat(new JobFigures(0, 0, 0, 0, 0, 0, 0, 0).progress()).isZero();
    }

    @Test
    void aLimitIsNotNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Tuning(-1, true, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tuning(0, true, -1));
    }
}
