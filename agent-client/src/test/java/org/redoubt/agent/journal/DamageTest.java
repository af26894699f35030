package org.redoubt.agent.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redoubt.agent.port.Entry;
import org.redoubt.agent.port.Intent;
import org.redoubt.topology.plan.Outcome;

/** Whatever is done to the bytes of a journal is found, named by file and line, and the journal still opens. */
class DamageTest {

    @TempDir
    Path temporary;

    private TreeMap<String, byte[]> whole;
    private List<Entry> written;

    @BeforeEach
    void aSmallJournal() throws Exception {
        Path directory = temporary.resolve("whole");
        try (FileJournal journal = FileJournal.open(directory, Desks.desk("desk-1"), "0.1", Directories.HASTY, 1100)) {
            Intent intent = journal.intend(Desks.step(), Desks.approval(Desks.step()));
            journal.conclude(intent, new Outcome.Done("runs on node-2"));
            journal.note("päivä");
            journal.intend(Desks.step(), Desks.approval(Desks.step()));
            written = journal.latest(100).reversed();
        }
        whole = Directories.take(directory);
        whole.remove("lock");
        assertThat(whole.keySet()).containsExactly("head", "journal-000001.jsonl", "journal-000002.jsonl");
    }

    private List<Finding> verify(TreeMap<String, byte[]> files) throws Exception {
        return new JournalReader(Directories.put(files, temporary.resolve("damaged"))).verify();
    }

    private TreeMap<String, byte[]> with(String file, byte[] bytes) {
        TreeMap<String, byte[]> files = new TreeMap<>(whole);
        files.put(file, bytes);
        return files;
    }

    /** Every byte of the log; of the head's 8,192, which are blanks for the most part, HeadTest takes every one. */
    private static int step(String file) {
        return file.equals("head") ? 97 : 1;
    }

    private static long lineOf(byte[] bytes, int at) {
        long line = 1;
        for (int i = 0; i < at; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    @Test
    void aWholeJournalHasNoFindings() throws Exception {
        assertThat(verify(whole)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x80})
    void everyChangedByteIsFoundAndItsLineNamed(int mask) throws Exception {
        for (String file : whole.keySet()) {
            for (int i = 0; i < whole.get(file).length; i += step(file)) {
                byte[] bytes = whole.get(file).clone();
                long line = lineOf(bytes, i);
                bytes[i] ^= (byte) mask;

                assertThat(verify(with(file, bytes)))
                        .as("byte %d of %s", i, file)
                        .anyMatch(finding -> finding.damage() && finding.file().equals(file) && finding.line() == line);
            }
        }
    }

    @Test
    void aByteMadeIntoALineFeedIsFoundToo() throws Exception {
        for (String file : List.of("journal-000001.jsonl", "journal-000002.jsonl")) {
            for (int i = 0; i < whole.get(file).length; i++) {
                byte[] bytes = whole.get(file).clone();
                if (bytes[i] != '\n') {
                    long line = lineOf(bytes, i);
                    bytes[i] = '\n';
                    assertThat(verify(with(file, bytes)))
                            .as("byte %d of %s", i, file)
                            .anyMatch(finding ->
                                    finding.damage() && finding.file().equals(file) && finding.line() == line);
                }
            }
        }
    }

    /** Opens the damaged journal as a console does, and tells what the console would show. */
    private FileJournal open() throws Exception {
        return FileJournal.open(
                temporary.resolve("damaged"), Desks.desk("desk-1", 8), "0.1", Directories.HASTY, FileJournal.SEGMENT);
    }

    /** Every 7th byte, which in time meets every property of a line: opening is slower than verifying. */
    @Test
    void theConsoleStartsWhateverByteIsChangedAndKeepsTheEvidence() throws Exception {
        for (String file : whole.keySet()) {
            for (int i = 0; i < whole.get(file).length; i += 7 * step(file)) {
                byte[] bytes = whole.get(file).clone();
                bytes[i] ^= 0x10;
                Directories.put(with(file, bytes), temporary.resolve("damaged"));
                opensAndGoesOn(file, bytes);
            }
        }
    }

    private void opensAndGoesOn(String file, byte[] bytes) throws Exception {
        try (FileJournal journal = open()) {
            assertThat(journal.complaints()).anyMatch(complaint -> complaint.startsWith(file));
            Entry.Opened opened = (Entry.Opened) journal.latest(1).getFirst();
            assertThat(opened.number()).isEqualTo(written.size() + 1);
            assertThat(opened.repaired()).contains(file);
            journal.intend(Desks.step(), Desks.approval(Desks.step()));
        }
        if (!file.equals("head")) {
            byte[] kept = Files.readAllBytes(temporary.resolve("damaged").resolve(file));
            assertThat(kept).as("the evidence").startsWith(bytes);
            assertThat(new JournalReader(temporary.resolve("damaged")).verify())
                    .anyMatch(finding -> finding.damage() && finding.file().equals(file) && finding.line() > 0);
        }
    }

    @Test
    void theLastFileIsLeftAloneWhenItIsDamaged() throws Exception {
        byte[] bytes = whole.get("journal-000002.jsonl").clone();
        bytes[10] ^= 1;
        Directories.put(with("journal-000002.jsonl", bytes), temporary.resolve("damaged"));
        open().close();

        TreeMap<String, byte[]> after = Directories.take(temporary.resolve("damaged"));
        assertThat(after.get("journal-000002.jsonl")).isEqualTo(bytes);
        assertThat(after).containsKey("journal-000003.jsonl");
        try (FileJournal journal = open()) {
            assertThat(journal.complaints()).singleElement().asString().startsWith("journal-000002.jsonl line 1");
            assertThat(journal.latest(1).getFirst().number()).isEqualTo(7);
        }
        assertThat(Directories.take(temporary.resolve("damaged"))).doesNotContainKey("journal-000004.jsonl");
    }

    @Test
    void everyTruncationIsFound() throws Exception {
        for (String file : List.of("journal-000001.jsonl", "journal-000002.jsonl")) {
            for (int length = 0; length < whole.get(file).length; length++) {
                byte[] bytes = Arrays.copyOf(whole.get(file), length);
                assertThat(verify(with(file, bytes)))
                        .as("%s cut to %d", file, length)
                        .anyMatch(Finding::damage);
                if (length % 7 == 0) {
                    try (FileJournal journal = open()) {
                        assertThat(journal.complaints()).isNotEmpty();
                        assertThat(journal.latest(1).getFirst().number()).isEqualTo(written.size() + 1);
                    }
                }
            }
        }
    }

    @Test
    void aLineThatWasAcknowledgedAndIsGoneIsMissed() throws Exception {
        byte[] bytes = whole.get("journal-000002.jsonl");
        byte[] cut = Arrays.copyOf(bytes, new String(bytes, US_ASCII).lastIndexOf('\n', bytes.length - 2) + 1);
        assertThat(verify(with("journal-000002.jsonl", cut)))
                .extracting(Finding::toString)
                .containsExactly("journal-000002.jsonl: entry 5 is missing at the end, which the head acknowledges");
    }

    @Test
    void aFileThatIsGoneIsMissed() throws Exception {
        TreeMap<String, byte[]> files = new TreeMap<>(whole);
        files.remove("journal-000001.jsonl");
        assertThat(verify(files)).extracting(Finding::toString).contains("journal-000001.jsonl: this file is missing");
        files.remove("journal-000002.jsonl");
        assertThat(verify(files))
                .extracting(Finding::toString)
                .containsExactly(
                        "journal-000001.jsonl: entries 1 to 5 are missing at the end, which the head acknowledges");
        try (FileJournal journal = open()) {
            assertThat(journal.latest(1).getFirst().number()).isEqualTo(6);
        }
    }

    @Test
    void linesThatChangedPlacesAreFound() throws Exception {
        List<String> lines = lines("journal-000001.jsonl");
        for (int i = 0; i + 1 < lines.size(); i++) {
            List<String> moved = new ArrayList<>(lines);
            Collections.swap(moved, i, i + 1);
            assertThat(verify(with("journal-000001.jsonl", bytes(moved)))).anyMatch(Finding::damage);
        }
    }

    @Test
    void aLineThatWasReplacedByOneWithARightHashIsFoundByTheNext() throws Exception {
        List<String> lines = new ArrayList<>(lines("journal-000001.jsonl"));
        SealedLine first = SealedLine.of(lines.getFirst().getBytes(US_ASCII)).orElseThrow();
        String forged = new String(first.json(), US_ASCII).replace("desk-1", "desk-2");
        lines.set(0, SealedLine.seal(forged).text());
        assertThat(verify(with("journal-000001.jsonl", bytes(lines))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.line()).isEqualTo(2);
                    assertThat(finding.says()).contains("one of the two was replaced");
                });
    }

    @Test
    void aLastLineThatWasReplacedIsFoundByTheHead() throws Exception {
        List<String> lines = new ArrayList<>(lines("journal-000002.jsonl"));
        SealedLine last = SealedLine.of(lines.getLast().getBytes(US_ASCII)).orElseThrow();
        String forged = new String(last.json(), US_ASCII).replace("node-2", "node-9");
        lines.set(lines.size() - 1, SealedLine.seal(forged).text());
        assertThat(verify(with("journal-000002.jsonl", bytes(lines))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.says()).contains("the head acknowledges another entry"));
    }

    @Test
    void aWholeLineThatSaysNothingKnownIsNamedAndPassedOver() throws Exception {
        List<String> lines = new ArrayList<>(lines("journal-000001.jsonl"));
        SealedLine first = SealedLine.of(lines.getFirst().getBytes(US_ASCII)).orElseThrow();
        String other = new String(first.json(), US_ASCII).replace("\"opened\"", "\"fenced\"");
        lines.set(0, SealedLine.seal(other).text());
        assertThat(verify(with("journal-000001.jsonl", bytes(lines))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.line()).isEqualTo(1);
                    assertThat(finding.says()).contains("fenced");
                });
    }

    @Test
    void withoutItsHeadAJournalSaysThatItsEndIsNotCertain() throws Exception {
        TreeMap<String, byte[]> files = new TreeMap<>(whole);
        files.remove("head");
        assertThat(verify(files)).singleElement().satisfies(finding -> {
            assertThat(finding.damage()).isTrue();
            assertThat(finding.says()).contains("cut off cannot be told");
        });
        try (FileJournal journal = open()) {
            assertThat(journal.complaints()).hasSize(1);
            assertThat(journal.latest(1).getFirst().number()).isEqualTo(6);
        }
        assertThat(new JournalReader(temporary.resolve("damaged")).verify()).isEmpty();
    }

    private List<String> lines(String file) {
        return new String(whole.get(file), US_ASCII).lines().toList();
    }

    private static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(US_ASCII);
    }
}
