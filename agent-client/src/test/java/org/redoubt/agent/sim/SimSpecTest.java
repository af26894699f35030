package org.redoubt.agent.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimSpecTest {

    @Test
    void readsTheDemo() {
        assertThat(SimSpec.parse("sim:demo")).isEqualTo(SimSpec.demo(7));
        assertThat(SimSpec.parse("sim:demo?seed=9&t=60"))
                .isEqualTo(SimSpec.demo(9).at(60));
    }

    @Test
    void readsASizedSite() {
        SimSpec spec = SimSpec.parse("sim:?hosts=2500&vms=40000&seed=7&t=60");
        assertThat(spec).isEqualTo(new SimSpec(false, 2_500, 40_000, 7, 60));
        assertThat(spec.millis()).isEqualTo(60_000);
    }

    @Test
    void whatIsNotGivenHasASensibleSize() {
        assertThat(SimSpec.parse("sim:?hosts=4")).isEqualTo(new SimSpec(false, 4, 64, 7, 0));
        assertThat(SimSpec.parse("sim:?")).isEqualTo(new SimSpec(false, 12, 192, 7, 0));
    }

    @Test
    void theNameIsTheSameAtEveryMoment() {
        assertThat(SimSpec.parse("sim:?hosts=4&t=60").name())
                .isEqualTo(SimSpec.parse("sim:?hosts=4").name());
        assertThat(SimSpec.demo(7).at(5).name()).isEqualTo("demo");
    }

    @ParameterizedTest
    @CsvSource({
        "sim:?hosts=0, hosts: 0 is not between 1 and 10000",
        "sim:?hosts=10001, hosts: 10001 is not between 1 and 10000",
        "sim:?hosts=many, hosts: not a whole number: many",
        "sim:?hosts=1&vms=201, vms: 201 is not between 0 and 200",
        "sim:?vms=-1, vms: -1 is not between 0",
        "sim:?seed=, seed: not a whole number",
        "sim:?seed=99999999999999999999, seed: not a whole number",
        "sim:?t=-5, t: -5 is not between",
        "sim:?t, t: needs a number",
        "sim:?hots=5, hots: no such parameter",
        "sim:?hosts=5&hosts=6, hosts: given twice",
        "sim:demo?hosts=5, hosts: the demo site has its own",
        "sim:, a simulated site is sim:demo or",
        "sim:elsewhere, a simulated site is sim:demo or",
        "sim:elsewhere?hosts=3, a simulated site is sim:demo or",
        "site.yaml, a simulated site begins with sim:"
    })
    void saysWhatIsWrong(String text, String complaint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimSpec.parse(text))
                .withMessageContaining(complaint);
    }

    @Property
    void whatIsWrittenIsReadAgain(
            @ForAll boolean demo,
            @ForAll @IntRange(min = 1, max = 10_000) int hosts,
            @ForAll long seed,
            @ForAll @LongRange(max = 100_000) long t) {
        SimSpec spec = (demo ? SimSpec.demo(seed) : SimSpec.sized(hosts, hosts * 3, seed)).at(t);
        assertThat(SimSpec.parse(spec.toString())).isEqualTo(spec);
    }
}
