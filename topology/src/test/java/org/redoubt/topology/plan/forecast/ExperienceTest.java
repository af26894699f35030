package org.redoubt.topology.plan.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Prediction;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.Tuning;
import org.redoubt.topology.plan.forecast.DirtyCurve.Habit;

class ExperienceTest {

    private static final long MIB = 1 << 20;
    private static final ElementId VM = ElementId.vm("db");
    private static final ElementId ONE = ElementId.host("one");
    private static final ElementId TWO = ElementId.host("two");

    private static Prediction predict(Experience experience, Run run) {
        Forecast.Guest guest = Forecast.Guest.of(
                run.figures().total(),
                OptionalLong.empty(),
                List.of(),
                experience.writing(run.step().vm()));
        Calibration way = experience.between(run.step().from(), run.step().to());
        Leaning leaning = experience.leaning(run.step().vm(), run.step().tuning());
        return Forecast.of(guest, way, leaning, 1.25e9, 1, run.step().tuning(), "10 Gbit/s");
    }

    private static Run with(Run run, Prediction said) {
        return new Run(run.step(), Optional.of(said), run.landed(), run.figures(), run.peak(), run.expectedPause());
    }

    /** A migration as {@link PreCopy} has it: so what it was made of can be found again. */
    private static Run made(DirtyCurve curve, Wire wire, long limit) {
        Tuning tuning = new Tuning(limit * MIB, false, 0);
        PreCopy.Course course = PreCopy.of(1024 * MIB, 600 * MIB, curve, wire, tuning);
        JobFigures figures = new JobFigures(
                1024 * MIB,
                -1,
                -1,
                -1,
                -1,
                course.converges() ? 3 : 30,
                course.converges() ? Math.round(course.seconds() * 1_000) : 60_000,
                course.converges() ? Math.round(course.pause() * 1_000) : -1,
                424 * MIB,
                Math.round(course.converges() ? course.sent() : 60 * (limit == 0 ? wire.link() : limit * MIB)),
                0);
        long peak = course.converges() ? -1 : Math.round(course.peak());
        return new Run(
                new Step.Migrate(VM, ONE, TWO, tuning), Optional.empty(), course.converges(), figures, peak, 300);
    }

    /** How good it is at a recorded series, each foretold from those before it, after so many for learning. */
    private static Score foretold(String series, int learning) {
        List<Run> past = new ArrayList<>();
        List<Run> scored = new ArrayList<>();
        for (Run run : Recorded.runs(series)) {
            if (past.size() >= learning) {
                scored.add(with(run, predict(Experience.of(past.reversed()), run)));
            }
            past.add(run);
        }
        return Score.of(scored);
    }

    @Test
    void overAWireWithASpeedMigrationsAreForetoldWell() {
        Score score = foretold("lab-gigabit-wire", 15);
        assertThat(score.runs()).isEqualTo(24);
        assertThat(score.totalWorst().orElseThrow()).isLessThan(Math.log(1.15));
        assertThat(score.pause().orElseThrow()).isLessThan(score.hypervisor().orElseThrow() / 5);
        assertThat(score.within()).isGreaterThanOrEqualTo(22);
        assertThat(score.right()).isGreaterThanOrEqualTo((int) Math.ceil(0.95 * score.verdicts()));
    }

    @Test
    void whereOnlyTheProcessorsLimitThemMostAreForetoldWell() {
        Score score = foretold("lab-unlimited-wire", 15);
        assertThat(score.total().orElseThrow()).isLessThan(Math.log(1.1));
        assertThat(score.pause().orElseThrow()).isLessThan(score.hypervisor().orElseThrow() / 5);
        assertThat(score.right()).isGreaterThanOrEqualTo((int) Math.ceil(0.95 * score.verdicts()));
    }

    @Test
    void onHostsThatAreBusyOtherwiseMostAreForetoldWell() {
        Score score = foretold("lab-migrations", 12);
        assertThat(score.runs()).isGreaterThan(15);
        assertThat(score.total().orElseThrow()).isLessThan(Math.log(1.15));
        assertThat(score.pause().orElseThrow()).isLessThan(score.hypervisor().orElseThrow() / 4);
        assertThat(score.right()).isGreaterThanOrEqualTo((int) (0.9 * score.verdicts()));
    }

    @Property(tries = 40)
    void whatAGuestIsMadeOfIsFoundInItsMigrations(
            @ForAll @LongRange(min = 4, max = 400) long set, @ForAll @LongRange(min = 1, max = 2000) long rate) {
        // close to what just fits into the pause, a mebibyte decides
        Assume.that(Math.abs(Math.log(set / 45.0)) > 0.3);
        DirtyCurve curve = new DirtyCurve(rate * MIB, set * MIB, Habit.ROUND);
        Wire wire = new Wire(1e9, 1e9, 0.1, 0.95, 0.02);
        List<Run> runs = List.of(made(curve, wire, 0), made(curve, wire, 60), made(curve, wire, 150));
        Experience experience = Experience.of(runs);
        Run other = made(curve, wire, 100);
        Prediction said = predict(experience, other);
        if (said.converges() == other.landed() && other.landed()) {
            assertThat(said.millis() / (double) other.figures().elapsed()).isBetween(0.5, 2.0);
        }
        Prediction again = predict(experience, runs.getLast());
        assertThat(again.converges()).isEqualTo(runs.getLast().landed());
    }

    @Test
    void aGuestOfWhichNothingIsKnownHasAWiderRangeThanOneThatWasMoved() {
        Wire wire = new Wire(1e9, 1e9, 0.1, 0.95, 0.02);
        Run run = made(new DirtyCurve(10 * MIB, 50 * MIB, Habit.SCATTERED), wire, 100);
        Prediction before = predict(Experience.NONE, run);
        Prediction after = predict(Experience.of(List.of(run, run, run)), run);
        assertThat(after.total().holds(run.figures().elapsed())).isTrue();
        assertThat((double) after.total().high() / after.total().low())
                .isLessThan((double) before.total().high() / before.total().low());
        assertThat(after.basis()).isEqualTo("10 Gbit/s, its last 3 migrations, 3 between these hosts");
    }

    @Test
    void aMeasurementOfWhatItDoesNowOutweighsWhatItDidThen() {
        Wire wire = new Wire(1e9, 1e9, 0.1, 0.95, 0.02);
        Run idle = made(new DirtyCurve(0.1 * MIB, MIB, Habit.SCATTERED), wire, 100);
        Experience experience = Experience.of(List.of(idle));
        Measured busy = new Measured(1, 500.0 * MIB, 1024 * MIB);
        DirtyCurve now = experience.writing(VM, List.of(busy)).orElseThrow().best();
        assertThat(now.in(1)).isBetween(300.0 * MIB, 700.0 * MIB);
        assertThat(experience.writing(VM).orElseThrow().best().in(1)).isLessThan(10.0 * MIB);
    }

    @Test
    void aMeasurementThatSaysNothingNewChangesNothing() {
        Wire wire = new Wire(1e9, 1e9, 0.1, 0.95, 0.02);
        Experience experience = Experience.of(List.of(
                made(new DirtyCurve(20 * MIB, 32 * MIB, Habit.ROUND), wire, 100),
                made(new DirtyCurve(20 * MIB, 32 * MIB, Habit.ROUND), wire, 30)));
        Writing before = experience.writing(VM).orElseThrow();
        List<Measured> alike = List.of(new Measured(1, before.best().in(1), 1024 * MIB));
        assertThat(experience.writesAsBefore(VM, alike)).isTrue();
        assertThat(experience.writing(VM, alike)).contains(before);
        List<Measured> other = List.of(new Measured(1, 900.0 * MIB, 1024 * MIB));
        assertThat(experience.writesAsBefore(VM, other)).isFalse();
        assertThat(experience.writing(VM, other)).isNotEqualTo(experience.writing(VM));
    }

    @Test
    void aMigrationBetweenOtherHostsTeachesALittle() {
        Wire slow = new Wire(1e9, 1e9, 1.2, 0.95, 0.15);
        DirtyCurve curve = new DirtyCurve(MIB, MIB, Habit.SCATTERED);
        Experience experience =
                Experience.of(List.of(made(curve, slow, 100), made(curve, slow, 60), made(curve, slow, 200)));
        Calibration here = experience.between(ONE, TWO);
        Calibration there = experience.between(TWO, ONE);
        assertThat(here.runs()).isEqualTo(3);
        assertThat(there.runs()).isZero();
        assertThat(here.setup()).isGreaterThan(2 * Wire.USUAL_SETUP);
        assertThat(there.setup()).isGreaterThan(Wire.USUAL_SETUP);
        assertThat(there.link()).isEmpty();
    }

    @Test
    void figuresThatCannotBeTeachNothingAndBreakNothing() {
        Step.Migrate step = new Step.Migrate(VM, ONE, TWO, Tuning.DEFAULT);
        long most = Long.MAX_VALUE;
        JobFigures mad = new JobFigures(most, most, most, most, most, most, most, most, 0, most, most);
        JobFigures empty = new JobFigures(1, 0, 0, 0, 0, 0, 1, 0, 5, 0, 0);
        Experience experience = Experience.of(List.of(
                new Run(step, Optional.empty(), true, mad, most, most),
                new Run(step, Optional.empty(), false, empty, 0, 0),
                new Run(step, Optional.empty(), true, JobFigures.NONE, -1, -1)));
        Prediction said = predict(experience, made(new DirtyCurve(1, 1, Habit.ROUND), Wire.of(1e9), 0));
        assertThat(said.millis()).isPositive();
    }
}
