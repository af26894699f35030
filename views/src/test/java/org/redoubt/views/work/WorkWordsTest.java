package org.redoubt.views.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redoubt.controllers.run.Phase;
import org.redoubt.controllers.run.Work;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.Tuning;
import org.redoubt.views.words.Level;

class WorkWordsTest {

    private static final long GIB = 1L << 30;

    private static Work work(Phase phase, JobFigures figures, Outcome outcome) {
        Step step = new Step.Migrate(ElementId.vm("u"), ElementId.host("a"), ElementId.host("b"), Tuning.DEFAULT);
        return new Work(
                new UUID(0, 1),
                "db: a → b",
                step,
                "ada",
                phase,
                figures,
                Optional.ofNullable(outcome),
                1000,
                -1,
                Optional.empty(),
                true,
                "");
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void everyPhaseHasAWord(Phase phase) {
        assertThat(WorkWords.status(work(phase, JobFigures.NONE, null)).word()).isNotBlank();
    }

    @Test
    void figuresThatTheDriverDoesNotGiveAreLeftOut() {
        assertThat(WorkWords.figures(work(Phase.RUNNING, JobFigures.NONE, null), 3000))
                .containsExactly("for 2 s");
    }

    @Test
    void aRunningJobSaysHowLongStill() {
        JobFigures job = new JobFigures(8 * GIB, 4 * GIB, 4 * GIB, GIB, GIB / 2, 2, 4000, 12);
        assertThat(WorkWords.figures(work(Phase.RUNNING, job, null), 5000))
                .containsExactly("remaining 4.0 GiB of 8.0 GiB", "1.0 GiB/s", "about 7 s left", "for 4 s");
        assertThat(WorkWords.status(work(Phase.RUNNING, job, null)).word()).isEqualTo("copying, pass 2");
    }

    @Test
    void aJobThatDoesNotConvergeHasNoEndAndSaysSo() {
        JobFigures job = new JobFigures(8 * GIB, 0, 4 * GIB, GIB, 2 * GIB, 5, 4000, -1);
        assertThat(WorkWords.figures(work(Phase.RUNNING, job, null), 5000)).contains("no end yet: dirties 2.0 GiB/s");
    }

    @Test
    void anUnknownOutcomeIsCriticalAndSaysNotToStartItElsewhere() {
        Work unknown = work(Phase.UNSETTLED, JobFigures.NONE, new Outcome.Unknown("node-2 does not answer"));
        assertThat(WorkWords.status(unknown).level()).isEqualTo(Level.CRITICAL);
        assertThat(WorkWords.advice(unknown)).contains("Do not start it");
        assertThat(WorkWords.detail(unknown)).isEqualTo("node-2 does not answer");
    }

    @Test
    void onlyDoneNeedsNoAdvice() {
        assertThat(WorkWords.advice(work(Phase.ENDED, JobFigures.NONE, new Outcome.Done("runs on b"))))
                .isEmpty();
        assertThat(WorkWords.advice(work(Phase.ENDED, JobFigures.NONE, new Outcome.Unchanged("cancelled"))))
                .isNotBlank();
        Work refused = work(Phase.ENDED, JobFigures.NONE, new Outcome.Refused(List.of("no memory", "no network")));
        assertThat(WorkWords.advice(refused)).isNotBlank();
        assertThat(WorkWords.detail(refused)).isEqualTo("no memory; no network");
    }
}
