package org.redoubt.controllers.run;

import org.redoubt.agent.port.Answer;
import org.redoubt.agent.port.Sighting;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.plan.Outcome;

/**
 * What became of a migration, judged from what both hosts say afterwards. What the host answered to the order only
 * gives the cause its words: a host that says it failed may have moved the VM, and one that says it did may not have.
 */
final class Verdict {

    /** What one sighting comes to. */
    private enum Seen {
        EXECUTES,
        /** A process without executing, or a state in which there may be one. */
        STANDS,
        NOT_ACTIVE,
        MIGRATING,
        UNREAD
    }

    private Verdict() {}

    /**
     * @param from what the host says from which the VM was to go
     * @param to what the host says to which it was to go
     * @param answer what the host had answered to the order
     */
    static Outcome judge(Sighting from, Sighting to, Answer answer, Names names) {
        Seen source = seen(from);
        Seen target = seen(to);
        String read = names.read(from) + "; " + names.read(to);
        if (source == Seen.UNREAD || target == Seen.UNREAD) {
            return new Outcome.Unknown("not every host could be asked: " + read);
        }
        if (source == Seen.MIGRATING || target == Seen.MIGRATING) {
            return new Outcome.Unknown("the migration is still under way: " + read);
        }
        if (source == Seen.EXECUTES && target == Seen.EXECUTES) {
            return new Outcome.Unknown("both hosts say that it runs there: " + read);
        }
        if (target == Seen.EXECUTES && source == Seen.NOT_ACTIVE) {
            return new Outcome.Done(read);
        }
        if (source == Seen.EXECUTES && target == Seen.NOT_ACTIVE) {
            return new Outcome.Unchanged(cause(answer) + "; read back: " + read);
        }
        if (source == Seen.NOT_ACTIVE && target == Seen.NOT_ACTIVE) {
            return new Outcome.Unknown("neither host runs it: " + read);
        }
        return new Outcome.Unknown("it stands still: " + read);
    }

    private static Seen seen(Sighting sighting) {
        return switch (sighting) {
            case Sighting.Unread _ -> Seen.UNREAD;
            case Sighting.Absent _ -> Seen.NOT_ACTIVE;
            case Sighting.Seen(var _, RunState state, boolean migrating, var _) ->
                migrating ? Seen.MIGRATING : seen(state);
        };
    }

    private static Seen seen(RunState state) {
        return switch (state) {
            case RUNNING, BLOCKED, SHUTTING_DOWN -> Seen.EXECUTES;
            case SHUT_OFF -> Seen.NOT_ACTIVE;
            // A crashed guest may be kept as a process, for its dump.
            case PAUSED, SUSPENDED, CRASHED, UNKNOWN -> Seen.STANDS;
        };
    }

    private static String cause(Answer answer) {
        return switch (answer) {
            case Answer.Accepted _ -> "the host said that it was done, and it is not";
            case Answer.Failed(String why) -> why;
            case Answer.Cancelled _ -> "cancelled";
            case Answer.Silent(String why) -> why;
        };
    }
}
