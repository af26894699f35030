package org.redoubt.controllers.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.journal.FileJournal;
import org.redoubt.agent.port.JournalException;
import org.redoubt.agent.port.Sighting;
import org.redoubt.controllers.fake.Changes;
import org.redoubt.controllers.fake.HandClock;
import org.redoubt.controllers.fake.HandSite;
import org.redoubt.controllers.run.Logbook.Kind;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.plan.Approval;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.topology.plan.Tuning;
import org.redoubt.topology.plan.move.Planning;

/** A console that ends in the middle of a migration, and the next one on the same journal: the real one, on a disk. */
class RunnerRestartTest {

    private final Changes changes = new Changes();
    private final HandClock clock = new HandClock();
    private final HandSite site = new HandSite(changes);
    private final Pace quick = new Pace(2, 8, 1, 5, 3);
    private ElementId one;
    private ElementId two;
    private ElementId vm;

    @TempDir
    private Path directory;

    @BeforeEach
    void aMigrationThatNobodyWatchedToItsEnd() throws JournalException {
        one = site.host("one");
        two = site.host("two");
        vm = site.vm("payroll-db", one);
        try (FileJournal journal = open();
                Runner runner = runner(journal)) {
            runner.start(new Approval(Planning.migrate(site.site(), vm, two, Tuning.DEFAULT), "ada", Set.of()));
            changes.await("it is sent", () -> !site.hand(one).performed().isEmpty());
        }
    }

    private FileJournal open() throws JournalException {
        return FileJournal.open(directory, clock.desk(), "test");
    }

    private Runner runner(FileJournal journal) {
        Runner runner = new Runner(site::site, site, journal, clock.desk(), quick);
        runner.onChange(changes::happened);
        return runner;
    }

    private static List<Kind> kinds(FileJournal journal) {
        return new Logbook(journal)
                .latest(100).stream().map(Logbook.Line::kind).toList().reversed();
    }

    private Work settled(Runner runner) {
        changes.await(
                "it is settled",
                () -> !runner.works().isEmpty() && runner.works().getFirst().phase() == Phase.ENDED);
        return runner.works().getFirst();
    }

    @Test
    void itWentOnAndIsFoundDone() throws JournalException {
        try (FileJournal journal = open();
                Runner runner = runner(journal)) {
            JobFigures figures = new JobFigures(100, 40, 60, 10, 1, 1, 5, 0);
            site.hand(one).sees(new Sighting.Seen(one, RunState.RUNNING, true, figures), vm);
            runner.settle();
            Work work = runner.works().getFirst();
            assertThat(work.phase()).isEqualTo(Phase.UNSETTLED);
            assertThat(work.outcome()).containsInstanceOf(Outcome.Unknown.class);
            changes.await(
                    "its figures are shown",
                    () -> runner.works().getFirst().figures().equals(figures));
            site.hand(one).sees(new Sighting.Absent(one), vm);
            site.hand(two).sees(vm, RunState.RUNNING);
            assertThat(settled(runner).outcome()).containsInstanceOf(Outcome.Done.class);
            assertThat(kinds(journal))
                    .containsExactly(Kind.OPENED, Kind.INTENDED, Kind.OPENED, Kind.UNKNOWN, Kind.DONE);
        }
        try (FileJournal journal = open()) {
            assertThat(journal.open()).isEmpty();
            assertThat(journal.complaints()).isEmpty();
        }
        assertThat(site.hand(one).performed()).hasSize(1);
    }

    /** The order may not have arrived yet: that it looks as before is believed at the second look only. */
    @Test
    void itNeverBeganAndIsFoundUnchanged() throws JournalException {
        try (FileJournal journal = open();
                Runner runner = runner(journal)) {
            runner.settle();
            assertThat(settled(runner).outcome()).containsInstanceOf(Outcome.Unchanged.class);
            assertThat(kinds(journal))
                    .containsExactly(Kind.OPENED, Kind.INTENDED, Kind.OPENED, Kind.UNKNOWN, Kind.UNCHANGED);
        }
        assertThat(site.hand(one).performed()).hasSize(1);
    }

    @Test
    void whatNobodyCanTellIsTakenUpByTheNextOneAgain() throws JournalException {
        site.hand(two).sees(new Sighting.Unread(two, "connecting"), vm);
        try (FileJournal journal = open();
                Runner runner = runner(journal)) {
            runner.settle();
            changes.await("that is written down", () -> kinds(journal).contains(Kind.UNKNOWN));
        }
        try (FileJournal journal = open();
                Runner runner = runner(journal)) {
            runner.settle();
            assertThat(runner.works()).hasSize(1);
        }
    }
}
