package org.redoubt.controllers.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.Tuning;

class PaceTest {

    private static Step.Migrate step(String from, String to) {
        return new Step.Migrate(ElementId.vm("a"), ElementId.host(from), ElementId.host(to), Tuning.DEFAULT);
    }

    @Test
    void itIsAskedLessAndLessOftenAndNeverNotAtAll() {
        Pace pace = Pace.USUAL;
        assertThat(pace.after(1)).isEqualTo(100);
        assertThat(pace.after(2)).isEqualTo(200);
        assertThat(pace.after(5)).isEqualTo(1_600);
        assertThat(pace.after(12)).isEqualTo(30_000);
        assertThat(pace.after(1_000_000)).isEqualTo(30_000);
    }

    @Test
    void aHostHasSoManyBerthsAndTheSiteToo() {
        Berths berths = new Berths(new Pace(2, 3, 1, 1, 1));
        assertThat(berths.take(step("one", "two"))).isTrue();
        assertThat(berths.take(step("two", "one"))).isTrue();
        assertThat(berths.take(step("one", "three")))
                .as("one takes part in two")
                .isFalse();
        assertThat(berths.take(step("three", "two"))).as("two does as well").isFalse();
        assertThat(berths.take(step("three", "four"))).isTrue();
        assertThat(berths.take(step("five", "six"))).as("three are all").isFalse();
        berths.give(step("one", "two"));
        assertThat(berths.take(step("one", "three"))).isTrue();
    }
}
