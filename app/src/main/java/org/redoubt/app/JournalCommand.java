package org.redoubt.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.redoubt.agent.journal.Finding;
import org.redoubt.agent.journal.JournalExport;
import org.redoubt.agent.journal.JournalFilter;
import org.redoubt.agent.journal.JournalReader;
import org.redoubt.agent.port.JournalException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code redoubt journal verify|list|export DIR}: reads a journal, also one that a console is writing. */
@Command(
        name = "journal",
        mixinStandardHelpOptions = true,
        description =
                "Verifies, lists or exports a journal. Nothing in DIR is changed. Exits with 1 when the journal is"
                        + " damaged.")
final class JournalCommand {

    @Spec
    private CommandSpec spec;

    /** What a listing shows itself as. */
    enum Shape {
        TEXT,
        JSON
    }

    /** Which entries. */
    static final class Filter {
        @Option(names = "--vm", paramLabel = "VM", description = "about this VM: its UUID, or a part of its name")
        private String vm;

        @Option(names = "--host", paramLabel = "HOST", description = "in which this host takes part")
        private String host;

        @Option(names = "--desk", paramLabel = "DESK", description = "written by this desk")
        private String desk;

        @Option(
                names = "--from",
                paramLabel = "TIME",
                converter = Moment.class,
                description = "not before: 2026-03-01 or 2026-03-01T08:00:00Z (UTC)")
        private Instant from;

        @Option(names = "--to", paramLabel = "TIME", converter = Moment.class, description = "before this moment (UTC)")
        private Instant to;

        JournalFilter asked() {
            return new JournalFilter(
                    Optional.ofNullable(vm),
                    Optional.ofNullable(host),
                    Optional.ofNullable(desk),
                    Optional.ofNullable(from),
                    Optional.ofNullable(to));
        }
    }

    /** Reads a day or a moment. */
    static final class Moment implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return text.length() == 10
                        ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                        : Instant.parse(text);
            } catch (DateTimeException wrong) {
                throw new TypeConversionException("'" + Plain.text(text)
                        + "' is neither a day like 2026-03-01 nor a moment like 2026-03-01T08:00:00Z");
            }
        }
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Holds every line against its hash, the line before it and the head.")
    int verify(@Parameters(paramLabel = "DIR", description = "the directory that holds the journal") Path directory) {
        long[] seen = {0};
        String[] hash = {""};
        List<Finding> findings = reading(() -> reader(directory).read((entry, line) -> {
            seen[0]++;
            hash[0] = line.substring(line.length() - 66, line.length() - 2);
        }));
        PrintWriter out = out();
        findings.forEach(
                finding -> out.println((finding.damage() ? "damaged: " : "note: ") + Plain.text(finding.toString())));
        long damaged = findings.stream().filter(Finding::damage).count();
        out.println(seen[0] + " entries are as they were written" + (damaged == 0 ? "" : ", " + damaged + " findings"));
        if (seen[0] > 0) {
            out.println("last hash: " + hash[0]);
        }
        return code(findings);
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the newest entries, oldest first.")
    int list(
            @Parameters(paramLabel = "DIR", description = "the directory that holds the journal") Path directory,
            @Mixin Filter filter,
            @Option(
                            names = {"-n", "--most"},
                            paramLabel = "N",
                            defaultValue = "100",
                            description = "how many (default: ${DEFAULT-VALUE})")
                    int most,
            @Option(
                            names = "--format",
                            defaultValue = "text",
                            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
                    Shape format) {
        if (most < 1) {
            throw new BadInput("-n is 1 or more, not " + most);
        }
        return reading(() -> {
            JournalExport.Newest newest = new JournalExport(reader(directory), filter.asked()).newest(most);
            if (format == Shape.JSON) {
                newest.write(JournalExport.Format.JSON, out());
            } else {
                JournalTable.write(newest.rows(), out());
            }
            return complain(newest.findings());
        });
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Writes all entries that are as they were written.")
    int export(
            @Parameters(paramLabel = "DIR", description = "the directory that holds the journal") Path directory,
            @Mixin Filter filter,
            @Option(
                            names = "--format",
                            defaultValue = "jsonl",
                            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
                    JournalExport.Format format,
            @Option(
                            names = {"-o", "--output"},
                            paramLabel = "FILE",
                            description = "the file to write; otherwise standard output")
                    Path output) {
        return reading(() -> {
            JournalExport export = new JournalExport(reader(directory), filter.asked());
            if (output == null) {
                return complain(export.write(format, out()));
            }
            try (Writer writer = Files.newBufferedWriter(output, StandardCharsets.UTF_8)) {
                return complain(export.write(format, writer));
            } catch (IOException failed) {
                throw new BadInput(
                        Plain.text(output.toString()) + " cannot be written: " + failed.getMessage(), failed);
            }
        });
    }

    /** Something that reads a journal. */
    private interface Reading<T> {
        T read() throws JournalException;
    }

    private static <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (JournalException unreadable) {
            throw new BadInput(Plain.text(unreadable.getMessage()), unreadable);
        }
    }

    private static JournalReader reader(Path directory) throws JournalException {
        return new JournalReader(directory);
    }

    private int complain(List<Finding> findings) {
        findings.stream()
                .filter(Finding::damage)
                .forEach(finding -> spec.commandLine().getErr().println("damaged: " + Plain.text(finding.toString())));
        return code(findings);
    }

    private static int code(List<Finding> findings) {
        return (findings.stream().anyMatch(Finding::damage) ? Exit.FINDINGS : Exit.FINE).code();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
