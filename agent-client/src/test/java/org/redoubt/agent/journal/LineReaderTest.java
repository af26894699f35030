package org.redoubt.agent.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes that no journal ever wrote, put in place of one. */
class LineReaderTest {

    @TempDir
    Path temporary;

    private List<LineReader.Line> lines(byte[] bytes, long from) throws IOException {
        Path file = Files.write(temporary.resolve("journal-000001.jsonl"), bytes);
        List<LineReader.Line> lines = new ArrayList<>();
        try (LineReader reader = new LineReader(file, from)) {
            for (LineReader.Line line = reader.next(); line != null; line = reader.next()) {
                lines.add(line);
            }
        }
        return lines;
    }

    @Test
    void linesKnowWhereTheyStandAndWhetherTheyEnd() throws IOException {
        List<LineReader.Line> lines = lines("ab\n\ncde".getBytes(US_ASCII), 0);
        assertThat(lines).extracting(line -> new String(line.bytes(), US_ASCII)).containsExactly("ab", "", "cde");
        assertThat(lines).extracting(LineReader.Line::position).containsExactly(0L, 3L, 4L);
        assertThat(lines).extracting(LineReader.Line::length).containsExactly(3L, 1L, 3L);
        assertThat(lines).extracting(LineReader.Line::ended).containsExactly(true, true, false);
        assertThat(lines(new byte[0], 0)).isEmpty();
        assertThat(lines("ab\ncd\n".getBytes(US_ASCII), 3)).singleElement().satisfies(line -> {
            assertThat(line.position()).isEqualTo(3);
            assertThat(line.bytes()).asString(US_ASCII).isEqualTo("cd");
        });
    }

    @Test
    void aLineWithoutAnEndTakesNoMoreMemoryThanTheLongest() throws IOException {
        byte[] bytes = new byte[5 * EntryCodec.LONGEST_LINE];
        bytes[bytes.length - 2] = '\n';
        List<LineReader.Line> lines = lines(bytes, 0);
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().bytes()).hasSize(EntryCodec.LONGEST_LINE);
        assertThat(lines.getFirst().length()).isEqualTo(bytes.length - 1);
        assertThat(lines.getFirst().tooLong()).isTrue();
        assertThat(lines.getLast().position()).isEqualTo(bytes.length - 1);
    }

    @Test
    void whatIsNoJournalIsDamageFromItsFirstLine() throws Exception {
        Path directory = Files.createDirectories(temporary.resolve("journal"));
        for (String text :
                List.of("\n", "{}\n", "\0".repeat(5000), "x".repeat(3 << 20) + "\n", "{\"v\":1}\n{\"v\":1}")) {
            Directories.clear(directory);
            Files.writeString(directory.resolve("journal-000001.jsonl"), text);
            assertThat(new JournalReader(directory).verify())
                    .anyMatch(finding -> finding.damage() && finding.line() == 1)
                    .anyMatch(finding -> finding.file().equals("head"));
            try (FileJournal journal = FileJournal.open(directory, Desks.desk("d"), "0.1")) {
                assertThat(journal.complaints())
                        .anyMatch(complaint -> complaint.startsWith("journal-000001.jsonl line 1"));
                journal.note("it goes on in another file");
            }
            assertThat(directory.resolve("journal-000001.jsonl"))
                    .as("the evidence")
                    .hasContent(text);
            assertThat(directory.resolve("journal-000002.jsonl")).isNotEmptyFile();
        }
    }

    @Test
    void anOlderHeadThatWasPutBackIsFound() throws Exception {
        Path directory = temporary.resolve("journal");
        try (FileJournal journal = FileJournal.open(directory, Desks.desk("d"), "0.1")) {
            journal.note("a");
        }
        byte[] older = Files.readAllBytes(directory.resolve("head"));
        try (FileJournal journal = FileJournal.open(directory, Desks.desk("d"), "0.1")) {
            journal.note("b");
        }
        Files.write(directory.resolve("head"), older);
        assertThat(new JournalReader(directory).verify())
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString())
                        .isEqualTo("head: it acknowledges 2 entries, but there are 4: an older head was put back"));
        try (FileJournal journal = FileJournal.open(directory, Desks.desk("d"), "0.1")) {
            assertThat(journal.complaints()).hasSize(1);
            assertThat(journal.latest(10)).hasSize(5);
        }
        assertThat(new JournalReader(directory).verify()).isEmpty();
    }

    @Test
    void aSealTakesNothingForALineThatIsShorterThanIt() {
        for (int length = 0; length < 76; length++) {
            assertThat(SealedLine.of("x".repeat(length).getBytes(US_ASCII))).isEqualTo(Optional.empty());
        }
        SealedLine line = SealedLine.seal("{\"a\":1}");
        assertThat(SealedLine.of(line.text().getBytes(US_ASCII)).orElseThrow().whole())
                .isTrue();
        assertThat(line.text())
                .isEqualTo("{\"a\":1,\"hash\":\"" + SealedLine.sha256("{\"a\":1".getBytes(US_ASCII)) + "\"}");
        String upper =
                line.text().toUpperCase(Locale.ROOT).replace("HASH", "hash").replace("\"A\"", "\"a\"");
        assertThat(SealedLine.of(upper.getBytes(US_ASCII)))
                .as("a hash has one spelling")
                .isEmpty();
    }
}
