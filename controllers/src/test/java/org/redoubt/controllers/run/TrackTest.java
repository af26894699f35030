package org.redoubt.controllers.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.Tuning;
import org.redoubt.topology.plan.forecast.Run;

class TrackTest {

    private static final Step.Migrate STEP =
            new Step.Migrate(ElementId.vm("db"), ElementId.host("a"), ElementId.host("b"), Tuning.DEFAULT);

    private final Track track = new Track();

    private static JobFigures figures(long remaining, long iteration, long elapsed, long pause) {
        return new JobFigures(1_000, 100, remaining, 10, 5, iteration, elapsed, pause, 200, 100, 0);
    }

    private Optional<Run> run(boolean landed, JobFigures arrival) {
        return track.run(STEP, Optional.empty(), landed, arrival);
    }

    @Test
    void theOtherHostsFiguresCountWhenItLanded() {
        track.sent(100);
        track.heard(figures(900, 1, 200, 300));
        track.heard(figures(400, 3, 600, 450));
        track.heard(figures(300, 4, 1_100, 500));
        track.heard(figures(0, 5, 1_500, 20));
        track.answered(2_100);
        JobFigures arrival = figures(0, 5, 1_800, 20);
        Run run = run(true, arrival).orElseThrow();
        assertThat(run.figures()).isEqualTo(arrival);
        assertThat(run.peak()).as("most left after the second pass").isEqualTo(400);
        assertThat(run.expectedPause()).as("the hypervisor's last word").isEqualTo(500);
    }

    @Test
    void anotherJobsFiguresAreNotTakenForIts() {
        track.sent(100);
        track.heard(figures(900, 1, 200, 300));
        track.answered(2_100);
        Run run = run(true, figures(0, 5, 90_000, 20)).orElseThrow();
        assertThat(run.figures().elapsed()).isEqualTo(2_000);
        assertThat(run.figures().pause()).isEqualTo(-1);
    }

    @Test
    void whatWasGivenUpIsKnownByTheLastThatWasHeard() {
        track.sent(100);
        track.heard(figures(400, 7, 9_000, 450));
        track.answered(9_500);
        Run run = run(false, JobFigures.NONE).orElseThrow();
        assertThat(run.landed()).isFalse();
        assertThat(run.figures().elapsed()).isEqualTo(9_000);
    }

    @Test
    void whatWasGivenUpEarlyProvesNothing() {
        track.sent(100);
        track.heard(figures(400, 2, 900, 450));
        track.answered(1_000);
        assertThat(run(false, JobFigures.NONE)).isEmpty();
    }

    @Test
    void whatWasNeverSentOrToldNothingIsNotScored() {
        assertThat(run(true, figures(0, 5, 1_000, 20))).isEmpty();
        track.sent(100);
        track.answered(200);
        assertThat(run(true, JobFigures.NONE)).isEmpty();
    }
}
