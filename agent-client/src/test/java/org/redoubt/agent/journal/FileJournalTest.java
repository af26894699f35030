package org.redoubt.agent.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redoubt.agent.port.Entry;
import org.redoubt.agent.port.Intent;
import org.redoubt.agent.port.JournalException;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.topology.plan.Step;

class FileJournalTest {

    @TempDir
    Path temporary;

    private FileJournal open() throws JournalException {
        return FileJournal.open(temporary.resolve("journal"), Desks.desk("desk-1"), "0.1");
    }

    private Intent intend(FileJournal journal) throws JournalException {
        return journal.intend(Desks.step(), Desks.approval(Desks.step()));
    }

    @Test
    void anIntentIsOnTheDiskBeforeItIsHandedOut() throws Exception {
        try (FileJournal journal = open()) {
            Intent intent = intend(journal);

            String log = Files.readString(temporary.resolve("journal/journal-000001.jsonl"));
            assertThat(log.lines().skip(1))
                    .singleElement()
                    .asString()
                    .contains(intent.id().toString());
            assertThat(HeadFile.read(temporary.resolve("journal"))
                            .head()
                            .orElseThrow()
                            .count())
                    .isEqualTo(2);
            assertThat(intent.entry()).isEqualTo(2);
            assertThat(intent.operator()).isEqualTo("maria");
            assertThat(intent.accepted()).containsExactly("owner-unknown");
        }
    }

    @Test
    void whatIsNotSettledIsOpenAndStaysSoOverRestarts() throws Exception {
        Intent lost;
        Intent unknown;
        try (FileJournal journal = open()) {
            Intent done = intend(journal);
            lost = intend(journal);
            unknown = intend(journal);
            journal.conclude(done, new Outcome.Done("runs on node-2 alone"));
            journal.conclude(unknown, new Outcome.Unknown("node-1 does not answer"));
            assertThat(journal.open()).containsExactly(lost, unknown);
        }
        try (FileJournal journal = open()) {
            assertThat(journal.open()).containsExactly(lost, unknown);
            journal.conclude(lost, new Outcome.Unchanged("runs on node-1 as before"));
        }
        try (FileJournal journal = open()) {
            assertThat(journal.open()).containsExactly(unknown);
            assertThat(journal.complaints()).isEmpty();
        }
    }

    @Test
    void anOutcomeIsSettledOnce() throws Exception {
        try (FileJournal journal = open()) {
            Intent intent = intend(journal);
            journal.conclude(intent, new Outcome.Unknown("silence"));
            journal.conclude(intent, new Outcome.Refused(List.of("no memory", "other CPU")));

            assertThatThrownBy(() -> journal.conclude(intent, new Outcome.Done("x")))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("settled already");
            assertThat(journal.latest(1).getFirst())
                    .isInstanceOfSatisfying(
                            Entry.Concluded.class,
                            entry -> assertThat(entry.outcome())
                                    .isEqualTo(new Outcome.Refused(List.of("no memory", "other CPU"))));
        }
    }

    @Test
    void entriesAreNumberedFromOneAndTheNewestComeFirst() throws Exception {
        try (FileJournal journal = open()) {
            journal.note("a");
            journal.note("b");
        }
        try (FileJournal journal = open()) {
            assertThat(journal.latest(100)).extracting(Entry::number).containsExactly(4L, 3L, 2L, 1L);
            assertThat(journal.latest(2)).extracting(Entry::number).containsExactly(4L, 3L);
            assertThat(journal.latest(0)).isEmpty();
            assertThat(journal.latest(4).getLast()).isEqualTo(new Entry.Opened(1, Desks.MORNING, "desk-1", "0.1", ""));
        }
    }

    @Test
    void aLogThatHasGrownGoesOnInAFurtherFile() throws Exception {
        Path directory = temporary.resolve("journal");
        try (FileJournal journal = FileJournal.open(directory, Desks.desk("d"), "0.1", new OsDisk(), 500)) {
            for (int i = 0; i < 20; i++) {
                journal.note("note " + i);
            }
        }
        assertThat(Segments.in(directory)).hasSizeGreaterThan(5);
        assertThat(new JournalReader(directory).verify()).isEmpty();
        try (FileJournal journal = open()) {
            assertThat(journal.latest(100)).hasSize(22);
            assertThat(journal.complaints()).isEmpty();
        }
    }

    static List<String> hostile() {
        return List.of(
                "vm;reboot $(id)",
                "\n\r\t\0\u0007\u001b[31mred",
                "\"quoted\\\"",
                "{\"hash\":\"" + "0".repeat(64) + "\"}",
                "\u202eevil\u2066\u200f",
                "\ud800 lone \udc00 turned \udc00\ud800",
                "😀".repeat(100),
                "ä\u0301".repeat(100),
                "\u2028\u2029\ufeff\uffff\u007f");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileNamesAreKeptAndDoNoHarm(String text) throws Exception {
        Step step = Desks.step(text, "a" + text, "b" + text);
        Intent intent;
        try (FileJournal journal = FileJournal.open(temporary.resolve("journal"), Desks.desk(text), text)) {
            intent = journal.intend(step, Desks.approval(text, step, text));
            journal.conclude(intent, new Outcome.Unknown(text));
            journal.note(text);
        }
        String log = Files.readString(temporary.resolve("journal/journal-000001.jsonl"), StandardCharsets.US_ASCII);
        assertThat(log.lines()).hasSize(4);
        assertThat(log.chars().filter(c -> c != '\n')).allMatch(c -> c >= ' ' && c <= 0x7f);
        try (FileJournal journal = open()) {
            assertThat(journal.complaints()).isEmpty();
            assertThat(journal.open()).containsExactly(intent);
            assertThat(journal.find(JournalFilter.ALL, 10)).isEqualTo(journal.latest(10));
            assertThat(((Entry.Noted) journal.latest(2).get(1)).text()).isEqualTo(text);
        }
    }

    @Test
    void textOfAnyLengthIsCutAndNeverKeepsAnOutcomeFromBeingWritten() throws Exception {
        try (FileJournal journal = open()) {
            Intent intent = intend(journal);
            journal.conclude(intent, new Outcome.Refused(Collections.nCopies(10_000, "\u202e".repeat(9_000))));
        }
        try (FileJournal journal = open()) {
            assertThat(journal.complaints()).isEmpty();
            assertThat(journal.open()).isEmpty();
        }
    }

    @Test
    void aNameThatNoLineCanHoldIsRefusedAndTheJournalGoesOn() throws Exception {
        try (FileJournal journal = open()) {
            Step step = Desks.step("\u202e".repeat(300_000), "a", "b");
            assertThatThrownBy(() -> journal.intend(step, Desks.approval(step)))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("too long");
            assertThat(intend(journal).entry()).isEqualTo(2);
        }
    }

    @Test
    void anInterruptedThreadWritesAllTheSame() throws Exception {
        try (FileJournal journal =
                FileJournal.open(temporary.resolve("journal"), Desks.desk("d"), "0.1", new OsDisk(), 300)) {
            Thread.currentThread().interrupt();
            Intent intent = intend(journal);
            journal.conclude(intent, new Outcome.Done("x"));
            journal.note("rolled, which forces the directory");

            assertThat(Thread.interrupted()).isTrue();
            assertThat(journal.latest(10)).hasSize(4);
        }
        assertThat(new JournalReader(temporary.resolve("journal")).verify()).isEmpty();
    }

    @Test
    void whoListensIsToldOnTheThreadThatWrote() throws Exception {
        try (FileJournal journal = open()) {
            AtomicInteger told = new AtomicInteger();
            journal.onEntry(() -> told.addAndGet(journal.latest(1).size()));
            journal.conclude(intend(journal), new Outcome.Done("x"));
            journal.note("y");
            assertThat(told).hasValue(3);
        }
    }

    @Test
    void severalThreadsMayWriteAtOnce() throws Exception {
        try (FileJournal journal = open()) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                threads.add(Thread.ofPlatform().start(() -> {
                    try {
                        for (int j = 0; j < 25; j++) {
                            journal.conclude(intend(journal), new Outcome.Done("x"));
                        }
                    } catch (JournalException failed) {
                        throw new IllegalStateException(failed);
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(journal.open()).isEmpty();
            assertThat(journal.latest(1).getFirst().number()).isEqualTo(201);
        }
        assertThat(new JournalReader(temporary.resolve("journal")).verify()).isEmpty();
    }

    @Test
    void nothingIsIntendedInAClosedJournal() throws Exception {
        FileJournal journal = open();
        journal.close();
        journal.close();
        assertThatThrownBy(() -> intend(journal))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("is closed");
    }

    @Test
    void itsFilesAreItsOwnersAlone() throws Exception {
        open().close();
        assertThat(Files.getPosixFilePermissions(temporary.resolve("journal")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        for (String name : List.of("journal-000001.jsonl", "head")) {
            assertThat(Files.getPosixFilePermissions(
                            temporary.resolve("journal").resolve(name)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void aPathThatIsAFileIsRefusedWithWhatToDo() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "x");
        assertThatThrownBy(() -> FileJournal.open(file, Desks.desk("d"), "0.1"))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("is a file")
                .hasMessageContaining("choose another directory");
        assertThatThrownBy(() -> FileJournal.open(file.resolve("journal"), Desks.desk("d"), "0.1"))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("cannot be made");
        assertThat(file).hasContent("x");
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> FileJournal.open(Path.of("/proc/self/journal"), Desks.desk("d"), "0.1"))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("choose another");
    }

    @Test
    void somethingElseInPlaceOfALogIsRefused() throws Exception {
        Files.createDirectories(temporary.resolve("journal/journal-000001.jsonl"));
        assertThatThrownBy(this::open).isInstanceOf(JournalException.class).hasMessageContaining("is not a plain file");
    }

    @Test
    void everyStepOutcomeAndTypeIsReadAsItWasWritten() throws Exception {
        List<Outcome> outcomes = List.of(
                new Outcome.Done("e"),
                new Outcome.Unchanged("c"),
                new Outcome.Refused(List.of()),
                new Outcome.Unknown("w"));
        List<Entry> written;
        try (FileJournal journal = open()) {
            for (Outcome outcome : outcomes) {
                journal.conclude(intend(journal), outcome);
            }
            written = journal.latest(100);
        }
        try (FileJournal journal = open()) {
            assertThat(journal.latest(100).subList(1, written.size() + 1)).isEqualTo(written);
            assertThat(Set.copyOf(journal.find(JournalFilter.ALL, 100))).containsAll(written);
        }
    }
}
