package org.redoubt.views.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.redoubt.controllers.migrate.MigrateVm.Scored;
import org.redoubt.topology.plan.forecast.Score;

class ScoreWordsTest {

    private static Score score(int runs, double total, double pause, int within, int verdicts, int right) {
        OptionalDouble none = OptionalDouble.empty();
        return new Score(
                runs,
                runs == 0 ? none : OptionalDouble.of(total),
                none,
                runs == 0 ? none : OptionalDouble.of(pause),
                none,
                within,
                verdicts,
                right);
    }

    @Test
    void aScoreIsOneSentence() {
        assertThat(ScoreWords.of(new Scored(score(12, Math.log(1.08), Math.log(1.3), 11, 12, 12), true)))
                .isEqualTo("The last 12 predictions between these hosts: time within 8 %, pause within 30 %,"
                        + " 11 of 12 in the range, whether it ends by itself right 12 of 12.");
        assertThat(ScoreWords.of(new Scored(score(1, Math.log(2.5), 0, 0, 1, 1), false)))
                .isEqualTo("The last prediction on this site: time within a factor of 2.5, pause within 0 %,"
                        + " 0 of 1 in the range, whether it ends by itself right 1 of 1.");
    }

    @Test
    void whereNothingWasTriedNothingIsClaimed() {
        assertThat(ScoreWords.of(new Scored(score(0, 0, 0, 0, 0, 0), false))).startsWith("No prediction");
    }
}
