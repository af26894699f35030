package org.redoubt.agent.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redoubt.agent.journal.CrashingDisk.Loss;
import org.redoubt.agent.port.Entry;
import org.redoubt.agent.port.Intent;
import org.redoubt.agent.port.JournalException;
import org.redoubt.topology.plan.Outcome;

/** Stops the journal at every single call that it makes to the disk, and looks at what is left. */
class CrashTest {

    /** So short that a run of the scenario goes through several files. */
    private static final long SEGMENT = 900;

    @TempDir
    Path temporary;

    private final List<Entry> acknowledged = new ArrayList<>();
    private final Set<UUID> settled = new HashSet<>();

    /** A run of a console; returns early where the disk crashes. Its acknowledged entries are in the field then. */
    private void scenario(Path directory, Disk disk) {
        try (FileJournal journal = FileJournal.open(directory, Desks.desk("desk-1", 5), "0.1", disk, SEGMENT)) {
            acknowledge(journal);
            for (int i = 0; i < 3; i++) {
                attempt(journal);
            }
        } catch (JournalException crashed) {
            assertThat(crashed).hasMessageContaining("Check that the disk has room");
        }
    }

    private void attempt(FileJournal journal) {
        try {
            Intent intent = journal.intend(Desks.step(), Desks.approval(Desks.step()));
            acknowledge(journal);
            journal.conclude(intent, new Outcome.Done("runs on node-2"));
            settled.add(intent.id());
            acknowledge(journal);
            journal.note("a note");
            acknowledge(journal);
        } catch (JournalException full) {
            assertThat(full).hasMessageContaining("Check that the disk has room");
        }
    }

    private void acknowledge(FileJournal journal) {
        acknowledged.add(journal.latest(1).getFirst());
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void nothingAcknowledgedIsLostWhereverItStops(Loss loss) throws Exception {
        CrashingDisk whole = new CrashingDisk(0, loss);
        scenario(temporary.resolve("whole"), whole);
        assertThat(whole.calls()).isGreaterThan(50);
        assertThat(acknowledged).hasSize(10);
        for (int stop = 1; stop <= whole.calls(); stop++) {
            acknowledged.clear();
            settled.clear();
            Path directory = temporary.resolve("stop" + stop);
            CrashingDisk disk = new CrashingDisk(stop, loss);
            scenario(directory, disk);
            assertThat(disk.stopped()).isTrue();
            check(directory, loss + " at call " + stop);
        }
    }

    private void check(Path directory, String when) throws Exception {
        try (FileJournal journal =
                FileJournal.open(directory, Desks.desk("desk-1", 6), "0.1", Directories.HASTY, SEGMENT)) {
            List<Entry> all = journal.latest(1000).reversed();
            assertThat(all.subList(0, acknowledged.size())).as(when).isEqualTo(acknowledged);
            assertThat(all.size() - acknowledged.size()).as(when).isBetween(1, 2);
            for (int i = 0; i < all.size(); i++) {
                assertThat(all.get(i).number()).as(when).isEqualTo(i + 1);
            }
            assertThat(journal.open()).as(when).noneMatch(intent -> settled.contains(intent.id()));
        }
        assertThat(new JournalReader(directory).verify()).as(when).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Loss.class, names = "FULL", mode = EnumSource.Mode.EXCLUDE)
    void aCrashInTheMiddleOfMendingLosesNothingEither(Loss loss) throws Exception {
        Path directory = temporary.resolve("torn");
        CrashingDisk halfway = new CrashingDisk(30, Loss.KILLED_HALFWAY);
        for (int stop = 30; ; stop++) {
            acknowledged.clear();
            settled.clear();
            Directories.clear(directory);
            halfway = new CrashingDisk(stop, Loss.KILLED_HALFWAY);
            scenario(directory, halfway);
            if (new JournalReader(directory)
                    .verify().stream().anyMatch(finding -> finding.says().contains("unfinished"))) {
                break;
            }
        }
        TreeMap<String, byte[]> torn = Directories.take(directory);
        CrashingDisk whole = new CrashingDisk(0, loss);
        FileJournal.open(Directories.put(torn, directory), Desks.desk("d"), "0.1", whole, SEGMENT)
                .close();
        assertThat(whole.calls()).isGreaterThan(15);
        for (int stop = 1; stop <= whole.calls(); stop++) {
            Directories.put(torn, directory);
            mend(directory, new CrashingDisk(stop, loss));
            check(directory, loss + " at call " + stop + " of mending");
            assertThat(Directories.take(directory).keySet())
                    .as("what was torn is kept")
                    .anyMatch(name -> name.endsWith(".torn"));
        }
    }

    private static void mend(Path directory, Disk disk) {
        try (FileJournal journal = FileJournal.open(directory, Desks.desk("d"), "0.1", disk, SEGMENT)) {
            throw new AssertionError("it did not stop: " + journal);
        } catch (JournalException crashed) {
            assertThat(crashed).hasMessageContaining("could not be");
        }
    }
}
