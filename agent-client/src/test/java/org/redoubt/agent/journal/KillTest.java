package org.redoubt.agent.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.port.Entry;
import org.redoubt.agent.port.JournalException;

/** Kills a console in the middle of writing (SIGKILL), again and again, on the same journal. */
class KillTest {

    /** 200 once by hand: {@code mvn -pl agent-client -am test -Dtest=KillTest -Dtest.args=-Dredoubt.kills=200}. */
    private static final int ROUNDS = Integer.getInteger("redoubt.kills", 4);

    @TempDir
    Path temporary;

    @Test
    void noAcknowledgedEntryIsLostAndItAlwaysOpens() throws Exception {
        Path directory = temporary.resolve("journal");
        Set<String> told = new HashSet<>();
        Random random = new Random(42);
        int mended = 0;
        for (int round = 0; round < ROUNDS; round++) {
            kill(directory, 1 + random.nextInt(400), told);
            Set<String> found = new HashSet<>();
            long entries;
            try (FileJournal journal = FileJournal.open(directory, Desks.desk("desk-1", round), "0.1")) {
                entries = journal.latest(1).getFirst().number();
                mended += journal.complaints().isEmpty() ? 0 : 1;
            }
            assertThat(new JournalReader(directory).read((entry, line) -> found.add(telling(entry))))
                    .as("round %d", round)
                    .isEmpty();
            assertThat(found).as("round %d", round).containsAll(told);
            // what is there and was not told: at most the one entry that each kill met
            assertThat(entries - told.size()).as("round %d", round).isBetween(1L, 3L * (round + 1));
        }
        System.out.printf("%d kills, %d entries told, none lost, mended %d times%n", ROUNDS, told.size(), mended);
        assertThat(told).hasSizeGreaterThan(ROUNDS);
    }

    private static void kill(Path directory, int after, Set<String> told) throws Exception {
        Process console = KilledWriter.start(directory, "desk-1");
        try (BufferedReader out = console.inputReader()) {
            int count = 0;
            for (String line = KilledWriter.told(out); line != null; line = KilledWriter.told(out)) {
                if (!line.equals("opened ")) {
                    assertThat(told.add(line)).isTrue();
                }
                if (++count == after) {
                    // the handle's way leaves what it has told readable
                    console.toHandle().destroyForcibly();
                }
            }
            assertThat(count).isGreaterThanOrEqualTo(after);
        } finally {
            console.destroyForcibly().waitFor();
        }
    }

    private static String telling(Entry entry) {
        return switch (entry) {
            case Entry.Intended intended -> "intended " + intended.intent().id();
            case Entry.Concluded concluded -> "concluded " + concluded.intent();
            case Entry.Opened _, Entry.Noted _, Entry.Scored _ -> EntryWords.of(entry);
        };
    }

    @Test
    void aSecondDeskIsToldWhoWritesTheJournal() throws Exception {
        Path directory = temporary.resolve("journal");
        Process console = KilledWriter.start(directory, "desk-9");
        try (BufferedReader out = console.inputReader()) {
            assertThat(KilledWriter.told(out)).isEqualTo("opened ");
            assertThatThrownBy(() -> FileJournal.open(directory, Desks.desk("desk-2"), "0.1"))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("desk-9")
                    .hasMessageContaining("maria")
                    .hasMessageContaining("process " + console.pid())
                    .hasMessageContaining("Close that console first");
            assertThat(new JournalReader(directory).verify())
                    .as("it can be read all the while")
                    .noneMatch(Finding::damage);
        } finally {
            console.destroyForcibly().waitFor();
        }
        FileJournal.open(directory, Desks.desk("desk-2"), "0.1").close();
    }

    @Test
    void aSecondJournalInTheSameProcessIsRefusedAndTheFirstKeepsItsLock() throws Exception {
        Path directory = temporary.resolve("journal");
        List<String> refused = new ArrayList<>();
        try (FileJournal first = FileJournal.open(directory, Desks.desk("desk-1"), "0.1")) {
            assertThatThrownBy(() -> FileJournal.open(directory, Desks.desk("desk-2"), "0.1"))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("desk-1");
            Process console = KilledWriter.start(directory, "desk-3");
            try (BufferedReader out = console.inputReader()) {
                refused.add(String.valueOf(KilledWriter.told(out)));
            } finally {
                console.waitFor();
            }
            assertThat(refused).containsExactly("null");
            assertThat(console.exitValue()).isNotZero();
            first.note("goes on");
        }
        assertThat(new JournalReader(directory).verify()).isEmpty();
    }
}
