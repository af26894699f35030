package org.redoubt.controllers.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.redoubt.agent.port.Entry;
import org.redoubt.agent.port.Journal;
import org.redoubt.topology.plan.Outcome;

/** The journal as people read it. */
public final class Logbook {

    /** What a line tells of. */
    public enum Kind {
        OPENED,
        INTENDED,
        DONE,
        UNCHANGED,
        REFUSED,
        UNKNOWN,
        SCORED,
        NOTED
    }

    /**
     * One line.
     *
     * @param number consecutive from 1, the journal's own
     * @param at wall time of the desk that wrote it
     * @param operator who, where that is known; empty otherwise
     * @param intent which intent it belongs to, so that its lines can be read together
     */
    public record Line(
            long number, Instant at, String desk, String operator, Kind kind, String text, Optional<UUID> intent) {}

    private final Journal journal;

    @SuppressWarnings("exports") // only app wires, and it reads the ports; views shall not be able to
    public Logbook(Journal journal) {
        this.journal = journal;
    }

    /** The newest lines, newest first, at most {@code most}. */
    public List<Line> latest(int most) {
        return journal.latest(most).stream().map(Logbook::line).toList();
    }

    /** What was found wrong with the journal when it was opened, in words; empty when it was whole. */
    public List<String> complaints() {
        return journal.complaints();
    }

    /** Calls {@code listener} after each line, on the thread that wrote it; it must not block. */
    public void onChange(Runnable listener) {
        journal.onEntry(listener);
    }

    private static Line line(Entry entry) {
        return switch (entry) {
            case Entry.Opened opened -> line(entry, "", Kind.OPENED, started(opened), null);
            case Entry.Intended intended ->
                line(
                        entry,
                        intended.intent().operator(),
                        Kind.INTENDED,
                        intended.intent().title(),
                        intended.intent().id());
            case Entry.Concluded concluded ->
                line(entry, "", kind(concluded.outcome()), text(concluded.outcome()), concluded.intent());
            case Entry.Scored scored ->
                line(entry, "", Kind.SCORED, scored.run().words(), scored.intent());
            case Entry.Noted noted -> line(entry, "", Kind.NOTED, noted.text(), null);
        };
    }

    private static Line line(Entry entry, String operator, Kind kind, String text, UUID intent) {
        return new Line(entry.number(), entry.at(), entry.desk(), operator, kind, text, Optional.ofNullable(intent));
    }

    private static String started(Entry.Opened opened) {
        String text = "console " + opened.version() + " started";
        return opened.repaired().isEmpty() ? text : text + "; journal mended: " + opened.repaired();
    }

    private static Kind kind(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> Kind.DONE;
            case Outcome.Unchanged _ -> Kind.UNCHANGED;
            case Outcome.Refused _ -> Kind.REFUSED;
            case Outcome.Unknown _ -> Kind.UNKNOWN;
        };
    }

    private static String text(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(String evidence) -> evidence;
            case Outcome.Unchanged(String cause) -> cause;
            case Outcome.Refused(List<String> reasons) -> String.join("; ", reasons);
            case Outcome.Unknown(String why) -> why;
        };
    }
}
