package org.redoubt.views.work;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.redoubt.controllers.run.Phase;
import org.redoubt.controllers.run.Work;
import org.redoubt.topology.plan.Durations;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.topology.plan.Prediction;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.forecast.InFlight;
import org.redoubt.views.words.Level;
import org.redoubt.views.words.Shown;
import org.redoubt.views.words.Status;
import org.redoubt.views.words.Units;

/** A piece of work in words: how far it is, what it came to, and what to do about that. */
public final class WorkWords {

    private WorkWords() {}

    /** How far it is, or what it came to. */
    public static Status status(Work work) {
        return switch (work.phase()) {
            case WAITING -> new Status(Level.UNKNOWN, "waiting for its turn");
            case CHECKING -> new Status(Level.UNKNOWN, "checking the plan on the newest facts");
            case JOURNALLING -> new Status(Level.UNKNOWN, "writing the intent down");
            case RUNNING -> new Status(Level.UNKNOWN, running(work));
            case CANCELLING ->
                new Status(Level.UNKNOWN, clustered(work) ? "the rule of its cluster is taken back" : "cancelling");
            case READING_BACK -> new Status(Level.UNKNOWN, "asking both hosts" + cluster(work) + " what is true");
            case UNSETTLED ->
                new Status(Level.CRITICAL, "outcome unknown, both hosts" + cluster(work) + " are being asked");
            case ENDED -> work.outcome().map(WorkWords::status).orElse(new Status(Level.UNKNOWN, "ended"));
        };
    }

    private static boolean clustered(Work work) {
        return work.step() instanceof Step.ClusterMove;
    }

    private static String cluster(Work work) {
        return clustered(work) ? " and their cluster" : "";
    }

    private static String running(Work work) {
        JobFigures figures = work.figures();
        if (figures.remaining() < 0) {
            return clustered(work) ? "its cluster was told, and is at it" : "sent to the host";
        }
        return figures.iteration() > 1 ? "copying, pass " + figures.iteration() : "copying";
    }

    private static Status status(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> new Status(Level.NORMAL, "done");
            case Outcome.Unchanged _ -> new Status(Level.WARNING, "unchanged");
            case Outcome.Refused _ -> new Status(Level.WARNING, "refused");
            case Outcome.Unknown _ -> new Status(Level.CRITICAL, "outcome unknown");
        };
    }

    /** What the outcome says in full; empty while there is none. */
    public static String detail(Work work) {
        String said = work.outcome()
                .map(outcome -> switch (outcome) {
                    case Outcome.Done(String evidence) -> evidence;
                    case Outcome.Unchanged(String cause) -> cause;
                    case Outcome.Refused(List<String> reasons) -> String.join("; ", reasons);
                    case Outcome.Unknown(String why) -> why;
                })
                .orElse("");
        String both = work.note().isEmpty() ? said : said.isEmpty() ? work.note() : said + " · " + work.note();
        return Shown.text(both);
    }

    /** What to do now; empty where there is nothing to do. */
    public static String advice(Work work) {
        return work.outcome()
                .map(outcome -> switch (outcome) {
                    case Outcome.Done _ -> "";
                    case Outcome.Unchanged _ -> "It is as it was before. Move it again when the cause is gone.";
                    case Outcome.Refused _ -> "Nothing was sent. Remove what is named, then move it again.";
                    case Outcome.Unknown _ ->
                        "Do not start it anywhere else. It is settled as soon as both hosts can be asked.";
                })
                .orElse("");
    }

    /** The figures worth showing of a running job; those that the driver does not give are left out. */
    static List<String> figures(Work work, long now) {
        JobFigures job = work.figures();
        List<String> shown = new ArrayList<>();
        if (job.remaining() >= 0) {
            shown.add("remaining " + Units.bytes(job.remaining())
                    + (job.total() > 0 ? " of " + Units.bytes(job.total()) : ""));
        }
        if (job.rate() >= 0) {
            shown.add(Units.rate(job.rate()));
        }
        if (work.phase() == Phase.RUNNING) {
            left(work).ifPresentOrElse(millis -> shown.add("about " + Units.age(millis) + " left"), () -> {
                if (job.rate() > 0 && job.dirtyRate() >= job.rate()) {
                    shown.add("no end yet: dirties " + Units.rate(job.dirtyRate()));
                }
            });
            if (job.throttle() > 0) {
                shown.add("slowed down by " + job.throttle() + " %");
            }
            // not the hypervisor's own word, which mostly repeats the limit that it was given
            work.predicted()
                    .filter(Prediction::converges)
                    .ifPresent(said -> shown.add("pause " + Durations.of(said.pause()) + " expected"));
        }
        if (work.startedAt() >= 0 && now >= work.startedAt()) {
            shown.add("for " + Units.age(now - work.startedAt()));
        }
        return shown;
    }

    private static OptionalLong left(Work work) {
        return switch (work.step()) {
            case Step.Migrate migrate -> InFlight.left(work.figures(), migrate.tuning(), work.predicted());
            case Step.ClusterMove _, Step.ClusterClear _ -> OptionalLong.empty();
        };
    }

    /** What had been said of its time before it began; empty where nothing was, or it is not known how long it took. */
    static String predicted(Work work) {
        return work.outcome().filter(Outcome.Done.class::isInstance).isEmpty()
                ? ""
                : work.predicted()
                        .filter(Prediction::converges)
                        .map(said -> "predicted " + Durations.of(said.total()))
                        .orElse("");
    }
}
