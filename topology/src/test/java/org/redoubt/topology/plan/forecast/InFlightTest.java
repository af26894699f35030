package org.redoubt.topology.plan.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Prediction;
import org.redoubt.topology.plan.Tuning;

class InFlightTest {

    private static final Tuning PLAIN = new Tuning(0, false, 500);

    @Test
    void whatFitsIntoThePauseNeedNotBeWaitedFor() {
        JobFigures job = new JobFigures(1_000, 600, 400, 100, 0, 2, 6_000, 500);
        assertThat(InFlight.left(job, PLAIN, Optional.empty())).hasValue(3_500);
    }

    @Test
    void whatIsDirtiedMeanwhileHasToBeCopiedToo() {
        JobFigures job = new JobFigures(1_000, 600, 400, 100, 50, 2, 6_000, 500);
        assertThat(InFlight.left(job, PLAIN, Optional.empty())).hasValue(7_000);
    }

    @Test
    void aGuestThatOutrunsTheLinkHasNoEndUnlessTheRestFits() {
        JobFigures job = new JobFigures(1_000, 600, 400, 100, 200, 2, 6_000, 500);
        assertThat(InFlight.left(job, PLAIN, Optional.empty())).isEmpty();
        assertThat(InFlight.left(job, new Tuning(0, false, 5_000), Optional.empty()))
                .hasValue(0);
    }

    @Test
    void zeroesThatWerePassedShortenTheRest() {
        JobFigures job = new JobFigures(1_000, 100, 500, 100, 0, 1, 1_000, 500);
        assertThat(InFlight.left(job, PLAIN, Optional.empty())).hasValue(900);
    }

    @Test
    void duringTheFirstPassThePredictionSaysWhatComesAfter() {
        JobFigures job = new JobFigures(1_000, 500, 500, 100, 0, 1, 1_000, 500);
        assertThat(InFlight.left(job, PLAIN, Optional.of(new Prediction(9_000, 20, 1_000, true, ""))))
                .hasValue(8_000);
        assertThat(InFlight.left(job, PLAIN, Optional.of(new Prediction(9_000, 20, 1_000, false, ""))))
                .hasValue(4_500);
    }

    @Test
    void beforeAnythingIsCopiedNothingIsSaid() {
        assertThat(InFlight.left(JobFigures.NONE, PLAIN, Optional.empty())).isEmpty();
    }
}
