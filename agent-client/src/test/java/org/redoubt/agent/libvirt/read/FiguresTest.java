package org.redoubt.agent.libvirt.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.model.Job;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.plan.JobFigures;

class FiguresTest {

    @Test
    void aBulkAnswerIsSummedOverDevices() {
        VmFigures read = VmFigures.of(Map.ofEntries(
                Map.entry("state.state", 1),
                Map.entry("state.reason", 2),
                Map.entry("cpu.time", 5_000_000_000L),
                Map.entry("vcpu.current", 2L),
                Map.entry("balloon.maximum", 1024L),
                Map.entry("balloon.rss", 512L),
                Map.entry("block.count", 2L),
                Map.entry("block.0.rd.bytes", 10L),
                Map.entry("block.1.rd.bytes", 5L),
                Map.entry("block.1.wr.bytes", 7L),
                Map.entry("net.count", 1L),
                Map.entry("net.0.rx.bytes", 3L),
                Map.entry("dirtyrate.calc_status", 2),
                Map.entry("dirtyrate.megabytes_per_second", 4L)));

        assertThat(read)
                .isEqualTo(new VmFigures(
                        1, 2, true, 5_000_000_000L, 2, 1 << 20, 512 << 10, 15, 7, 3, -1, 4L << 20, -1, -1));
    }

    @Test
    void whatIsNotThereIsUnknown() {
        assertThat(VmFigures.of(Map.of()))
                .isEqualTo(new VmFigures(-1, -1, false, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1));
        assertThat(VmFigures.of(Map.of("dirtyrate.calc_status", 1, "dirtyrate.megabytes_per_second", 4L))
                        .dirtyRate())
                .as("a measurement that is under way is none")
                .isEqualTo(-1);
    }

    @Property
    void hostileCountsEndInTime(@ForAll long count, @ForAll long bytes) {
        VmFigures read =
                VmFigures.of(Map.of("block.count", count, "block.0.rd.bytes", bytes, "balloon.maximum", bytes));

        assertThat(read.diskRead()).isGreaterThanOrEqualTo(-1);
        assertThat(read.memory()).isGreaterThanOrEqualTo(-1);
    }

    @Test
    void ratesAreWhatBecameOfCounters() {
        assertThat(Rates.perSecond(1_000, 6_000, 5_000)).hasValue(1_000);
        assertThat(Rates.perSecond(6_000, 1_000, 5_000)).as("it went back").isEmpty();
        assertThat(Rates.perSecond(-1, 1_000, 5_000)).as("not known before").isEmpty();
        assertThat(Rates.perSecond(0, 1, 0)).isEmpty();
        assertThat(Rates.load(0, 5_000_000_000L, 5_000, 2)).hasValue(0.5);
        assertThat(Rates.load(0, 5_000_000_000L, 1_000, 2))
                .as("never more than all")
                .hasValue(1.0);
        assertThat(Rates.load(0, 1, 1_000, 0)).isEmpty();
        assertThat(Rates.busy(100, 50, 200, 100)).hasValue(0.5);
        assertThat(Rates.busy(-1, -1, 200, 100)).isEmpty();
        assertThat(Rates.busy(200, 100, 200, 100)).isEmpty();
    }

    @Property
    void aLoadIsAShare(@ForAll long before, @ForAll long after, @ForAll long millis, @ForAll long cpus) {
        Rates.load(before, after, millis, cpus)
                .ifPresent(load -> assertThat(load).isBetween(0.0, 1.0));
        Rates.perSecond(before, after, millis)
                .ifPresent(rate -> assertThat(rate).isNotNegative());
    }

    @Test
    void jobFiguresComeInBytes() {
        JobFigures read = JobStats.figures(Map.of(
                "memory_total", 1000L,
                "memory_processed", 600L,
                "memory_remaining", 400L,
                "memory_bps", 50L,
                "memory_dirty_rate", 3L,
                "memory_page_size", 4096L,
                "memory_iteration", 2L,
                "time_elapsed", 1500L,
                "downtime", 300L));

        assertThat(read).isEqualTo(new JobFigures(1000, 600, 400, 50, 12_288, 2, 1500, 300));
        assertThat(JobStats.figures(Map.of())).isEqualTo(JobFigures.NONE);
    }

    @Test
    void aJobIsWhatItsOperationSays() {
        assertThat(JobStats.job(Map.of())).isEqualTo(Job.NONE);
        assertThat(JobStats.job(Map.of(JobStats.TYPE, 0))).isEqualTo(Job.NONE);
        assertThat(JobStats.job(Map.of(JobStats.TYPE, 3, "operation", 5)))
                .as("completed")
                .isEqualTo(Job.NONE);
        assertThat(JobStats.job(Map.of(JobStats.TYPE, 2, "operation", 5))).isEqualTo(Job.MIGRATING_OUT);
        assertThat(JobStats.job(Map.of(JobStats.TYPE, 2, "operation", 4))).isEqualTo(Job.MIGRATING_IN);
        assertThat(JobStats.job(Map.of(JobStats.TYPE, 1, "operation", 2))).isEqualTo(Job.OTHER);
        assertThat(JobStats.job(Map.of(JobStats.TYPE, 1))).isEqualTo(Job.OTHER);
    }

    @Property
    void statesOfAnyNumberAreStates(@ForAll int state, @ForAll int reason) {
        assertThat(VmStates.state(state)).isNotNull();
        assertThat(VmStates.reason(state, reason)).isNotNull();
        if (state < 1 || state > 7) {
            assertThat(VmStates.state(state)).isEqualTo(RunState.UNKNOWN);
        }
    }

    @Test
    void reasonsAreLibvirts() {
        assertThat(VmStates.reason(3, 2)).isEqualTo("migrating");
        assertThat(VmStates.reason(5, 4)).isEqualTo("migrated away");
        assertThat(VmStates.reason(1, 2)).isEqualTo("migrated here");
    }
}
