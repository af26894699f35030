package org.redoubt.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.libvirt.read.VmFigures;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.ElementId;

class DirtySamplesTest {

    private static final ElementId VM = ElementId.vm("db");
    private static final VmFigures NONE = VmFigures.of(Map.of("dirtyrate.calc_status", 0));
    private final DirtySamples samples = new DirtySamples();

    private static VmFigures measured(int start, int period, long mebibytes) {
        return VmFigures.of(Map.of(
                "dirtyrate.calc_status", 2,
                "dirtyrate.calc_start_time", start,
                "dirtyrate.calc_period", period,
                "dirtyrate.megabytes_per_second", mebibytes));
    }

    private Assertion<?>[] said(long now) {
        Said said = new Said(VM);
        samples.say(said, now);
        return said.all().toArray(new Assertion<?>[0]);
    }

    @Test
    void twoLooksMakeTwoPointsOfItsCurve() {
        samples.look(NONE, 0);
        samples.look(measured(100, 1, 32), 1_000);
        samples.look(measured(102, 4, 9), 6_000);
        assertThat(said(7_000))
                .containsExactly(
                        new Assertion<>(VM, Attributes.DIRTY_RATE, 9L << 20),
                        new Assertion<>(VM, Attributes.DIRTIED_SHORTLY, 32L << 20),
                        new Assertion<>(VM, Attributes.DIRTIED_LONGER, 36L << 20));
    }

    @Test
    void whatWasThereBeforeIsNotBelieved() {
        samples.look(measured(100, 1, 32), 0);
        samples.look(measured(100, 1, 32), 1_000);
        assertThat(said(1_000)).isEmpty();
        samples.look(measured(200, 1, 16), 2_000);
        assertThat(said(2_000)).contains(new Assertion<>(VM, Attributes.DIRTIED_SHORTLY, 16L << 20));
    }

    @Test
    void whatIsOldIsForgotten() {
        samples.look(NONE, 0);
        samples.look(measured(100, 1, 32), 1_000);
        samples.look(measured(100, 1, 32), 700_000);
        assertThat(said(700_000)).isEmpty();
    }
}
