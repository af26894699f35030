package org.redoubt.agent.journal;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redoubt.agent.port.Entry;
import org.redoubt.agent.port.Intent;
import org.redoubt.agent.port.JournalException;
import org.redoubt.topology.plan.Step;

/** Writes the verified entries of a journal for other programs; a line that is not as it was written is left out. */
public final class JournalExport {

    /** How it is written. */
    public enum Format {
        /** One JSON array of the log's objects. */
        JSON,
        /** The log's own lines: whoever has them can verify them again. */
        JSONL,
        /** RFC 4180, with a heading; no cell is taken for a formula. */
        CSV
    }

    private static final String HEADING =
            "number,at,desk,type,intent,operator,title,vm,from,to,accepted,outcome,detail,hash";

    private final JournalReader reader;
    private final JournalFilter filter;

    public JournalExport(JournalReader reader, JournalFilter filter) {
        this.reader = reader;
        this.filter = filter;
    }

    /**
     * Writes what the filter lets through, oldest first.
     *
     * @return what is wrong with the journal
     */
    public List<Finding> write(Format format, Writer out) throws JournalException {
        Sheet sheet = new Sheet(format, out);
        Predicate<Entry> fits = filter.inOrder();
        sheet.begin();
        List<Finding> findings = reader.read((entry, line) -> {
            if (fits.test(entry)) {
                sheet.row(entry, line);
            }
        });
        sheet.end();
        return findings;
    }

    /** The newest entries that the filter lets through, oldest first, with their lines. */
    public Newest newest(int most) throws JournalException {
        Deque<Row> rows = new ArrayDeque<>();
        Predicate<Entry> fits = filter.inOrder();
        List<Finding> findings = reader.read((entry, line) -> {
            if (fits.test(entry)) {
                rows.addLast(new Row(entry, line));
                if (rows.size() > most) {
                    rows.removeFirst();
                }
            }
        });
        return new Newest(List.copyOf(rows), findings);
    }

    /** @param line of the log, a JSON object */
    public record Row(Entry entry, String line) {}

    /** @param findings what is wrong with the journal */
    public record Newest(List<Row> rows, List<Finding> findings) {

        /** As {@link JournalExport#write}. */
        public void write(Format format, Writer out) throws JournalException {
            Sheet sheet = new Sheet(format, out);
            sheet.begin();
            for (Row row : rows) {
                sheet.row(row.entry(), row.line());
            }
            sheet.end();
        }
    }

    /** A file being written. Its failures are told from those of the journal that is read. */
    private static final class Sheet {
        private final Format format;
        private final Writer out;
        private boolean begun;

        Sheet(Format format, Writer out) {
            this.format = format;
            this.out = out;
        }

        void begin() throws JournalException {
            if (format == Format.CSV) {
                put(HEADING + "\r\n");
            } else if (format == Format.JSON) {
                put("[");
            }
        }

        void row(Entry entry, String line) throws JournalException {
            put(
                    switch (format) {
                        case JSON -> (begun ? ",\n" : "\n") + line;
                        case JSONL -> line + "\n";
                        case CSV -> csv(entry, line) + "\r\n";
                    });
            begun = true;
        }

        void end() throws JournalException {
            if (format == Format.JSON) {
                put("\n]\n");
            }
            try {
                out.flush();
            } catch (IOException e) {
                throw unwritten(e);
            }
        }

        private void put(String text) throws JournalException {
            try {
                out.write(text);
            } catch (IOException e) {
                throw unwritten(e);
            }
        }

        private static JournalException unwritten(IOException e) {
            return new JournalException("The export could not be written: " + e.getMessage() + ".", e);
        }
    }

    private static String csv(Entry entry, String line) {
        Stream<String> cells = Stream.of(
                        Stream.of(
                                Long.toString(entry.number()),
                                entry.at().toString(),
                                entry.desk(),
                                EntryWords.of(entry)),
                        switch (entry) {
                            case Entry.Opened(long _, var _, String _, String version, String repaired) ->
                                Stream.of("", "", "", "", "", "", "", version, repaired);
                            case Entry.Intended intended -> intended(intended.intent());
                            case Entry.Concluded concluded ->
                                Stream.of(
                                        concluded.intent().toString(),
                                        "",
                                        "",
                                        "",
                                        "",
                                        "",
                                        "",
                                        EntryWords.of(concluded.outcome()),
                                        EntryWords.detail(concluded.outcome()));
                            case Entry.Scored scored ->
                                Stream.of(
                                        scored.intent().toString(),
                                        "",
                                        "",
                                        "",
                                        "",
                                        "",
                                        "",
                                        "",
                                        scored.run().words());
                            case Entry.Noted noted -> Stream.of("", "", "", "", "", "", "", "", noted.text());
                        },
                        Stream.of(line.substring(line.length() - 66, line.length() - 2)))
                .flatMap(cell -> cell);
        return cells.map(JournalExport::cell).collect(Collectors.joining(","));
    }

    private static Stream<String> intended(Intent intent) {
        Step.Move step = (Step.Move) intent.step();
        Collection<String> accepted = intent.accepted().stream().sorted().toList();
        return Stream.of(
                intent.id().toString(),
                intent.operator(),
                intent.title(),
                step.vm().key(),
                step.from().key(),
                step.to().key(),
                String.join("; ", accepted),
                "",
                "");
    }

    /**
     * A cell in quotes. Spreadsheets take what begins with one of these characters for a formula, and names come from
     * hosts: an apostrophe before it makes it text (OWASP, CSV injection).
     */
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
