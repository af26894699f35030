package org.redoubt.app;

import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redoubt.agent.journal.EntryWords;
import org.redoubt.agent.journal.JournalExport;
import org.redoubt.agent.port.Entry;

/** A journal as a table for people: one line an entry, times in UTC. */
final class JournalTable {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final String ROW = "%7s  %-19s  %-16s  %-9s  %s%n";

    private JournalTable() {}

    static void write(List<JournalExport.Row> rows, PrintWriter out) {
        Map<UUID, String> titles = new HashMap<>();
        out.printf(ROW, "NUMBER", "TIME (UTC)", "DESK", "TYPE", "WHAT");
        for (JournalExport.Row row : rows) {
            Entry entry = row.entry();
            out.printf(
                    ROW,
                    entry.number(),
                    TIME.format(entry.at()),
                    Plain.text(entry.desk()),
                    EntryWords.of(entry),
                    Plain.text(what(entry, titles)));
        }
        out.flush();
    }

    private static String what(Entry entry, Map<UUID, String> titles) {
        return switch (entry) {
            case Entry.Opened opened ->
                "Redoubt " + opened.version()
                        + (opened.repaired().isEmpty()
                                ? ""
                                : "; " + opened.repaired().replace("\n", "; "));
            case Entry.Intended intended -> {
                titles.put(intended.intent().id(), intended.intent().title());
                String accepted = String.join(
                        ", ", intended.intent().accepted().stream().sorted().toList());
                yield intended.intent().title() + " (" + intended.intent().operator()
                        + (accepted.isEmpty() ? "" : ", accepted: " + accepted) + ")";
            }
            case Entry.Concluded concluded -> {
                String title = titles.getOrDefault(
                        concluded.intent(), concluded.intent().toString());
                String detail = EntryWords.detail(concluded.outcome());
                yield title + ": " + EntryWords.of(concluded.outcome()) + (detail.isEmpty() ? "" : ", " + detail);
            }
            case Entry.Scored scored ->
                titles.getOrDefault(scored.intent(), scored.intent().toString()) + ": "
                        + scored.run().words();
            case Entry.Noted noted -> noted.text();
        };
    }
}
