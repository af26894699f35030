package org.redoubt.topology.plan.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.*;
import static org.redoubt.topology.plan.move.Small.GIB;
import static org.redoubt.topology.plan.move.Small.ONE;
import static org.redoubt.topology.plan.move.Small.TWO;
import static org.redoubt.topology.plan.move.Small.VM;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Prediction;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.Tuning;
import org.redoubt.topology.plan.forecast.Experience;
import org.redoubt.topology.plan.forecast.Run;

class PredictingTest {

    private final Small small = new Small();

    private Prediction predicted(Experience experience) {
        return Planning.migrate(small.site(), VM, TWO, Tuning.DEFAULT, experience)
                .prediction()
                .orElseThrow();
    }

    @Test
    void theSlowerEndOfTheLinkCounts() {
        small.say(TWO, MIGRATION_SPEED, 125_000_000L);
        Prediction prediction = predicted(Experience.NONE);
        assertThat(prediction.basis()).startsWith("1 Gbit/s, ");
        assertThat(prediction.millis()).isBetween(68_000L, 90_000L);
    }

    @Test
    void whatIsAssumedIsSaid() {
        small.gone(ONE, MIGRATION_SPEED);
        small.gone(TWO, MIGRATION_SPEED);
        small.gone(VM, DIRTY_RATE);
        assertThat(predicted(Experience.NONE).basis())
                .isEqualTo("1 Gbit/s assumed, what guests usually write, for nothing is known of this one");
    }

    @Test
    void aPastMigrationOfTheSameVmIsWorthMoreThanWhatIsAssumed() {
        Prediction before = predicted(Experience.NONE);
        Step.Migrate step = new Step.Migrate(VM, ONE, TWO, Tuning.DEFAULT);
        long content = 2 * GIB;
        JobFigures figures = new JobFigures(8 * GIB, content, 0, 0, 0, 2, 2_600, 30, 6 * GIB, content + 20_000_000, 0);
        Prediction after =
                predicted(Experience.of(List.of(new Run(step, Optional.of(before), true, figures, -1, 300))));
        assertThat(after.millis()).isBetween(2_000L, 3_400L);
        assertThat(after.basis()).contains("its last migration", "1 between these hosts", "as it was last");
        assertThat(after.total().high() - after.total().low())
                .isLessThan(before.total().high() - before.total().low());
    }

    @Test
    void withoutItsMemoryNothingIsPredicted() {
        small.gone(VM, MEMORY);
        assertThat(Fitting.check(small.site(), VM, TWO).orElseThrow().prediction())
                .isEmpty();
    }

    @Test
    void amountsAreToldAsTheyAreSold() {
        assertThat(Amounts.rate(1_250_000_000L)).isEqualTo("10 Gbit/s");
        assertThat(Amounts.rate(312_500_000L)).isEqualTo("2.5 Gbit/s");
        assertThat(Amounts.rate(12_500_000L)).isEqualTo("100 Mbit/s");
        assertThat(Amounts.bytes(1)).isEqualTo("1 MiB");
        assertThat(Amounts.bytes(3 * GIB + GIB / 10)).isEqualTo("3.1 GiB");
    }
}
