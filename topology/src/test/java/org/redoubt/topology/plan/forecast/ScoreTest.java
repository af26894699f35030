package org.redoubt.topology.plan.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Prediction;
import org.redoubt.topology.plan.Range;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.Tuning;

class ScoreTest {

    private static final Step.Migrate STEP =
            new Step.Migrate(ElementId.vm("db"), ElementId.host("a"), ElementId.host("b"), Tuning.DEFAULT);

    private static Run run(Prediction said, boolean landed, long elapsed, long pause, long passes) {
        JobFigures figures = new JobFigures(100, 100, 0, 1, 1, passes, elapsed, pause, 0, 100, 0);
        return new Run(STEP, Optional.ofNullable(said), landed, figures, -1, 300);
    }

    private static Prediction said(long millis, long pause, boolean converges) {
        return new Prediction(
                millis, pause, 1, converges, "", new Range(millis / 2, 2 * millis), new Range(0, 2 * pause), 0);
    }

    @Test
    void twiceAsLongAndHalfAsLongAreEquallyWrong() {
        Score score = Score.of(List.of(
                run(said(1_000, 20, true), true, 2_000, 40, 3), run(said(2_000, 40, true), true, 1_000, 20, 3)));
        assertThat(score.total().orElseThrow()).isCloseTo(Math.log(2), within(1e-9));
        assertThat(score.pause().orElseThrow()).isCloseTo(Math.log(2), within(1e-9));
        assertThat(score.runs()).isEqualTo(2);
        assertThat(score.within()).isEqualTo(2);
        assertThat(score.right()).isEqualTo(2);
        assertThat(score.hypervisor().orElseThrow()).isGreaterThan(2);
    }

    @Test
    void whatWasGivenUpAfterManyPassesIsKnownNotToEnd() {
        assertThat(Score.of(List.of(run(said(1_000, 20, false), false, 20_000, -1, 20)))
                        .right())
                .isEqualTo(1);
        Score wrong = Score.of(List.of(run(said(1_000, 20, true), false, 20_000, -1, 20)));
        assertThat(wrong.verdicts()).isEqualTo(1);
        assertThat(wrong.right()).isZero();
    }

    @Test
    void whatWasGivenUpBeforeItCouldEndProvesNothing() {
        assertThat(Score.of(List.of(run(said(60_000, 20, true), false, 20_000, -1, 20)))
                        .verdicts())
                .isZero();
        assertThat(Score.of(List.of(run(said(1_000, 20, false), false, 500, -1, 1)))
                        .verdicts())
                .isZero();
    }

    @Test
    void whatWasNotPredictedIsNotScored() {
        Score score = Score.of(List.of(run(null, true, 1_000, 20, 2)));
        assertThat(score.runs()).isZero();
        assertThat(score.total()).isEmpty();
    }

    @Test
    void aRunIsToldInWords() {
        assertThat(run(said(1_000, 20, true), true, 1_500, 25, 3).words())
                .isEqualTo("took 1.5 s, predicted 0.5–2 s; stood still 25 ms, predicted 0–40 ms");
        assertThat(run(said(1_000, 20, false), false, 15_000, -1, 30).words())
                .isEqualTo("did not end: given up after 15 s, predicted never to end");
        assertThat(run(null, true, 1_500, -1, 3).words()).isEqualTo("took 1.5 s");
    }
}
