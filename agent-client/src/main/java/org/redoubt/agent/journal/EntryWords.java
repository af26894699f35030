package org.redoubt.agent.journal;

import org.redoubt.agent.port.Entry;
import org.redoubt.topology.plan.Outcome;

/** The words by which the journal's files and lists call entries and outcomes. They are part of the file format. */
public final class EntryWords {

    private EntryWords() {}

    /** The type of an entry: {@code opened}, {@code intended}, {@code concluded}, {@code scored}, {@code noted}. */
    public static String of(Entry entry) {
        return switch (entry) {
            case Entry.Opened _ -> "opened";
            case Entry.Intended _ -> "intended";
            case Entry.Concluded _ -> "concluded";
            case Entry.Scored _ -> "scored";
            case Entry.Noted _ -> "noted";
        };
    }

    /** The type of an outcome: {@code done}, {@code unchanged}, {@code refused}, {@code unknown}. */
    public static String of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> "done";
            case Outcome.Unchanged _ -> "unchanged";
            case Outcome.Refused _ -> "refused";
            case Outcome.Unknown _ -> "unknown";
        };
    }

    /** What is told besides the outcome's type: the evidence, the cause, the reasons. */
    public static String detail(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(String evidence) -> evidence;
            case Outcome.Unchanged(String cause) -> cause;
            case Outcome.Refused refused -> String.join("; ", refused.reasons());
            case Outcome.Unknown(String why) -> why;
        };
    }
}
