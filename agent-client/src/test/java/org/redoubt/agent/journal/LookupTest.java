package org.redoubt.agent.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.port.Entry;
import org.redoubt.agent.port.Intent;
import org.redoubt.agent.port.Journal;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.topology.plan.Step;

class LookupTest {

    @TempDir
    Path temporary;

    private Path directory;

    @BeforeEach
    void someHistory() throws Exception {
        directory = temporary.resolve("journal");
        write("desk-1", 60, 3);
    }

    private void write(String desk, int entries, long seed) throws Exception {
        Random random = new Random(seed);
        try (Journal journal = FileJournal.open(directory, Desks.desk(desk, seed), "0.1", Directories.HASTY, 4000)) {
            for (int i = 0; i < entries; i++) {
                int host = random.nextInt(4);
                Step step = Desks.step("vm-" + random.nextInt(5), "node-" + host, "node-" + (host + 1));
                Intent intent =
                        journal.intend(step, Desks.approval("vm" + random.nextInt(3) + " '; drop table entry", step));
                if (random.nextBoolean()) {
                    journal.conclude(intent, new Outcome.Done("x"));
                }
                journal.note("n" + i);
            }
        }
    }

    private List<JournalFilter> filters() {
        List<JournalFilter> filters = new ArrayList<>();
        Optional<Instant> early = Optional.of(Desks.MORNING.plusSeconds(10));
        Optional<Instant> late = Optional.of(Desks.MORNING.plusSeconds(50));
        for (Optional<String> vm :
                List.of(Optional.<String>empty(), Optional.of("vm-2"), Optional.of("vm1 '; drop"), Optional.of("%"))) {
            for (Optional<String> host :
                    List.of(Optional.<String>empty(), Optional.of("node-1"), Optional.of("' or 1=1 --"))) {
                for (Optional<String> desk : List.of(Optional.<String>empty(), Optional.of("desk-2"))) {
                    filters.add(new JournalFilter(vm, host, desk, Optional.empty(), Optional.empty()));
                    filters.add(new JournalFilter(vm, host, desk, early, late));
                }
            }
        }
        return filters;
    }

    /** What every filter has to find, by the plainest way there is. */
    private List<Entry> expected(JournalFilter filter) throws Exception {
        List<Entry> found = new ArrayList<>();
        Predicate<Entry> fits = filter.inOrder();
        assertThat(new JournalReader(directory).read((entry, line) -> {
                    if (fits.test(entry)) {
                        found.add(entry);
                    }
                }))
                .isEmpty();
        return found.reversed();
    }

    private void findsEverything(List<String> complaints) throws Exception {
        try (Lookup lookup = new Lookup(directory, complaints::add)) {
            for (JournalFilter filter : filters()) {
                List<Entry> all = expected(filter);
                assertThat(lookup.find(filter, 1000)).as(filter.toString()).isEqualTo(all);
                assertThat(lookup.find(filter, 3))
                        .as(filter.toString())
                        .isEqualTo(all.stream().limit(3).toList());
            }
        }
    }

    @Test
    void theIndexFindsWhatTheLogHolds() throws Exception {
        List<String> complaints = new ArrayList<>();
        findsEverything(complaints);
        write("desk-2", 40, 4);
        findsEverything(complaints);
        assertThat(complaints).isEmpty();
        assertThat(directory.resolve("index.mv.db")).exists();
        assertThat(expected(filters().get(2))).as("the test finds something").isNotEmpty();
    }

    @Test
    void anOpenIndexTakesInWhatIsWrittenMeanwhile() throws Exception {
        try (FileJournal journal = FileJournal.open(directory, Desks.desk("desk-3"), "0.1")) {
            int before = journal.find(JournalFilter.ALL, 10_000).size();
            journal.note("new");
            assertThat(journal.find(JournalFilter.ALL, 10_000)).hasSize(before + 1);
            assertThat(journal.complaints()).isEmpty();
        }
    }

    @Test
    void anIndexThatKnowsAnotherPastIsMadeAgain() throws Exception {
        findsEverything(new ArrayList<>());
        byte[] other = Files.readAllBytes(directory.resolve("index.mv.db"));
        Directories.clear(directory);
        write("desk-1", 50, 99);
        Files.write(directory.resolve("index.mv.db"), other);

        List<String> complaints = new ArrayList<>();
        findsEverything(complaints);
        assertThat(complaints).singleElement().asString().contains("made again from the log");
    }

    @Test
    void anIndexThatIsJunkIsMadeAgain() throws Exception {
        for (byte[] junk : List.of("no database".getBytes(), new byte[0], new byte[70_000])) {
            Files.write(directory.resolve("index.mv.db"), junk);
            try (Lookup lookup = new Lookup(directory, complaint -> {})) {
                assertThat(lookup.find(JournalFilter.ALL, 1000)).isEqualTo(expected(JournalFilter.ALL));
            }
        }
    }

    @Test
    void noChangedByteOfTheIndexIsBelieved() throws Exception {
        findsEverything(new ArrayList<>());
        byte[] whole = Files.readAllBytes(directory.resolve("index.mv.db"));
        Random random = new Random(1);
        List<Entry> all = expected(JournalFilter.ALL);
        for (int round = 0; round < 20; round++) {
            byte[] changed = whole.clone();
            for (int i = 0; i < 1 + random.nextInt(200); i++) {
                changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
            }
            Files.write(directory.resolve("index.mv.db"), changed);
            try (Lookup lookup = new Lookup(directory, complaint -> {})) {
                assertThat(lookup.find(JournalFilter.ALL, 1000))
                        .as("round %d", round)
                        .isEqualTo(all);
            }
        }
    }

    @Test
    void whereNoIndexCanBeTheLogIsRead() throws Exception {
        Files.createDirectories(directory.resolve("index.mv.db/in-the-way"));
        List<String> complaints = new ArrayList<>();
        findsEverything(complaints);
        assertThat(complaints).anyMatch(complaint -> complaint.contains("read the log instead"));
        try (FileJournal journal = FileJournal.open(directory, Desks.desk("desk-1"), "0.1")) {
            journal.note("it is written all the same");
            assertThat(journal.find(JournalFilter.ALL, 1)).isEqualTo(journal.latest(1));
            assertThat(journal.complaints()).anyMatch(complaint -> complaint.contains("read the log instead"));
        }
    }
}
