package org.redoubt.agent.link;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class BackoffTest {

    @Property
    void waitsGrowToThirtySecondsAndNoFurther(@ForAll @DoubleRange(max = 0.99) double chance) {
        Backoff backoff = new Backoff(new java.util.random.RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public double nextDouble() {
                return chance;
            }
        });
        long base = Backoff.FIRST;
        for (int i = 0; i < 8; i++) {
            assertThat(backoff.next()).isBetween(base * 3 / 4, base);
            base = Math.min(Backoff.MOST, base * 2);
        }
        backoff.reset();
        assertThat(backoff.next()).isLessThanOrEqualTo(Backoff.FIRST);
    }
}
