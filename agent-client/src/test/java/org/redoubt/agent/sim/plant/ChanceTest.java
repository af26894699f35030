package org.redoubt.agent.sim.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ChanceTest {

    @Property
    void aShareIsOne(@ForAll long seed, @ForAll long key, @ForAll long index) {
        Chance chance = new Chance(seed);
        assertThat(chance.share(key, index)).isBetween(0.0, 1.0).isLessThan(1.0);
        assertThat(chance.share(key, index)).isEqualTo(new Chance(seed).share(key, index));
    }

    @Property
    void belowIsBelow(@ForAll long seed, @ForAll @IntRange(min = 1) int bound, @ForAll long key, @ForAll long index) {
        assertThat(new Chance(seed).below(bound, key, index)).isBetween(0, bound - 1);
    }

    @Test
    void sharesAreSpreadEvenly() {
        Chance chance = new Chance(7);
        int[] tenths = new int[10];
        for (int i = 0; i < 10_000; i++) {
            tenths[(int) (chance.share(Keys.WORK, i) * 10)]++;
        }
        for (int tenth : tenths) {
            assertThat(tenth).isCloseTo(1_000, within(130));
        }
    }

    @Test
    void neighbouringKeysAndSeedsHaveNothingInCommon() {
        Set<Long> bits = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            for (long key = 0; key < 20; key++) {
                for (long index = 0; index < 20; index++) {
                    bits.add(new Chance(seed).bits(key, index));
                }
            }
        }
        assertThat(bits).hasSize(8_000);
    }

    @Property
    void whatWandersDoesNotJump(
            @ForAll long seed,
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000_000L) long millis,
            @ForAll @LongRange(min = 1_000, max = 100_000) long period) {
        Chance chance = new Chance(seed);
        double now = chance.wander(1, millis, period);
        double soon = chance.wander(1, millis + period / 100, period);
        assertThat(now).isBetween(0.0, 1.0);
        assertThat(soon).isCloseTo(now, within(0.011 * 2));
    }

    @Test
    void aUuidLooksLikeARandomOne() {
        UUID uuid = new Chance(7).uuid(Keys.VM_UUID, 3);
        assertThat(uuid.version()).isEqualTo(4);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat(uuid).isNotEqualTo(new Chance(7).uuid(Keys.VM_UUID, 4));
    }
}
