package org.redoubt.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.app.TypedCommand.type;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.journal.FileJournal;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.Intent;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.plan.Approval;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.topology.plan.Plan;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.Tuning;

class JournalCommandTest {

    @TempDir
    Path temporary;

    private Path directory;
    private Desk desk;

    @BeforeEach
    void aJournal() throws Exception {
        directory = temporary.resolve("journal");
        desk = new Workstation(Map.of("XDG_STATE_HOME", temporary.toString())).desk();
        try (FileJournal journal = FileJournal.open(directory, desk, "0.1")) {
            Intent intent = intend(journal, "vm;reboot $(id)\u001b[31m\u202e", "node-1", "node-2");
            journal.conclude(intent, new Outcome.Done("runs on node-2 alone"));
            intend(journal, "=HYPERLINK(\"evil\")", "node-3", "node-1");
            journal.note("lunch, \"quoted\"");
        }
    }

    private static Intent intend(FileJournal journal, String vm, String from, String to) throws Exception {
        Step step = new Step.Migrate(
                ElementId.vm("uuid-of-" + from), ElementId.host(from), ElementId.host(to), Tuning.DEFAULT);
        Site site = Site.empty("test");
        Plan plan = new Plan(
                vm + ": " + from + " → " + to, site, List.of(step), site, List.of(), List.of(), Optional.empty());
        return journal.intend(step, new Approval(plan, "maria", Set.of("owner-unknown")));
    }

    private String at() {
        return directory.toString();
    }

    private void damage() throws Exception {
        Path log = directory.resolve("journal-000001.jsonl");
        byte[] bytes = Files.readAllBytes(log);
        bytes[new String(bytes, US_ASCII).indexOf("node-3")] ^= 1;
        Files.write(log, bytes);
    }

    @Test
    void aWholeJournalIsVerified() {
        TypedCommand verified = type("journal", "verify", at());
        assertThat(verified.code()).isZero();
        assertThat(verified.lines().getFirst()).isEqualTo("5 entries are as they were written");
        assertThat(verified.lines().getLast()).matches("last hash: [0-9a-f]{64}");
    }

    @Test
    void aChangedByteIsNamedAndExitsWithOne() throws Exception {
        damage();
        TypedCommand verified = type("journal", "verify", at());
        assertThat(verified.code()).isEqualTo(1);
        assertThat(verified.lines())
                .startsWith(
                        "damaged: journal-000001.jsonl line 4: what it says does not match its hash",
                        "4 entries are as they were written, 1 findings");
        TypedCommand listed = type("journal", "list", at());
        assertThat(listed.code()).isEqualTo(1);
        assertThat(listed.err()).contains("line 4");
        assertThat(listed.lines()).hasSize(5);
        assertThat(type("journal", "export", at()).code()).isEqualTo(1);
    }

    @Test
    void aListIsReadableAndAHostileNameDoesNoHarm() {
        TypedCommand listed = type("journal", "list", at());
        assertThat(listed.code()).isZero();
        assertThat(listed.lines()).hasSize(6);
        assertThat(listed.lines().get(0)).startsWith(" NUMBER  TIME (UTC)           DESK ");
        assertThat(listed.lines().get(1)).contains("opened     Redoubt 0.1");
        assertThat(listed.lines().get(2))
                .contains(desk.id())
                .endsWith(
                        "intended   vm;reboot $(id)\\u001b[31m\\u202e: node-1 → node-2 (maria, accepted: owner-unknown)");
        assertThat(listed.lines().get(3)).endsWith("node-1 → node-2: done, runs on node-2 alone");
        assertThat(listed.out().chars().filter(c -> c != '\n')).noneMatch(Character::isISOControl);
    }

    @Test
    void aListIsFilteredByVmHostDeskAndTime() {
        assertThat(type("journal", "list", at(), "--vm", "reboot").lines()).hasSize(3);
        assertThat(type("journal", "list", at(), "--vm", "uuid-of-node-3").lines())
                .hasSize(2);
        assertThat(type("journal", "list", at(), "--host", "node-2").lines()).hasSize(3);
        assertThat(type("journal", "list", at(), "--host", "node-1").lines()).hasSize(4);
        assertThat(type("journal", "list", at(), "--desk", desk.id()).lines()).hasSize(6);
        assertThat(type("journal", "list", at(), "--desk", "nobody").lines()).hasSize(1);
        assertThat(type("journal", "list", at(), "--from", "2020-01-01").lines())
                .hasSize(6);
        assertThat(type("journal", "list", at(), "--to", "2020-01-01T00:00:00Z").lines())
                .hasSize(1);
        assertThat(type("journal", "list", at(), "-n", "2").lines()).hasSize(3);
    }

    @Test
    void jsonIsTheLogsOwn() throws Exception {
        List<String> log = Files.readAllLines(directory.resolve("journal-000001.jsonl"));
        assertThat(type("journal", "export", at()).lines()).isEqualTo(log);
        assertThat(type("journal", "list", at(), "--format", "json").out())
                .isEqualTo("[\n" + String.join(",\n", log) + "\n]\n")
                .isEqualTo(type("journal", "export", at(), "--format", "json").out());
        assertThat(type("journal", "export", at(), "--format", "json", "--vm", "nothing like it")
                        .out())
                .isEqualTo("[\n]\n");
    }

    @Test
    void csvHasNoFormulas() throws Exception {
        Path file = temporary.resolve("out.csv");
        TypedCommand exported = type("journal", "export", at(), "--format", "csv", "-o", file.toString());
        assertThat(exported.code()).isZero();
        assertThat(exported.out()).isEmpty();
        List<String> rows = Arrays.asList(Files.readString(file).split("\r\n"));
        assertThat(rows).hasSize(6);
        assertThat(rows.get(0)).startsWith("number,at,desk,type,intent,operator,title,");
        assertThat(rows.get(4))
                .contains(
                        "\"'=HYPERLINK(\"\"evil\"\"): node-3 → node-1\",\"uuid-of-node-3\",\"node-3\",\"node-1\",\"owner-unknown\"");
        assertThat(rows.get(5)).contains("\"lunch, \"\"quoted\"\"\"");
        int commas = rows.get(0).split(",").length;
        assertThat(rows.subList(1, 6))
                .allSatisfy(row -> assertThat(row.split("\",\"", -1)).hasSize(commas));
    }

    @Test
    void whatIsNoJournalIsBadInput() throws Exception {
        Path empty = Files.createDirectories(temporary.resolve("empty"));
        for (String[] typed : new String[][] {
            {"journal"},
            {"journal", "verify"},
            {"journal", "verify", temporary.resolve("nowhere").toString()},
            {"journal", "list", empty.toString()},
            {"journal", "export", directory.resolve("head").toString()},
            {"journal", "list", at(), "-n", "0"},
            {"journal", "list", at(), "--from", "yesterday"},
            {"journal", "list", at(), "--format", "xml"},
            {"journal", "export", at(), "-o", temporary.resolve("no/such/place").toString()},
        }) {
            TypedCommand refused = type(typed);
            assertThat(refused.code()).as(String.join(" ", typed)).isEqualTo(2);
            assertThat(refused.err()).startsWith("redoubt: ").doesNotContain("\tat ");
        }
    }

    @Test
    void theDirectoryAboveJournalsNamesThem() {
        assertThat(type("journal", "verify", temporary.toString()).err()).contains("There are some below it: journal.");
    }

    @Test
    void readingChangesNothing() throws Exception {
        damage();
        List<String> before = files();
        type("journal", "verify", at());
        type("journal", "list", at());
        type("journal", "export", at());
        assertThat(files()).isEqualTo(before);
    }

    private List<String> files() throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted()
                    .map(file -> file + " " + file.toFile().lastModified() + " "
                            + file.toFile().length())
                    .toList();
        }
    }

    @Test
    void asAProcessOfItsOwn() throws Exception {
        damage();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.redoubt.app.Main",
                        "journal",
                        "verify",
                        at())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), US_ASCII);
        assertThat(process.waitFor()).as(said).isEqualTo(1);
        assertThat(said).contains("line 4: what it says does not match its hash");
    }
}
