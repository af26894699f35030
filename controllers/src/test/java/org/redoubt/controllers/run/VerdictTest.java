package org.redoubt.controllers.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redoubt.agent.port.Answer;
import org.redoubt.agent.port.Sighting;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Outcome;

/** Everything that two hosts may say, against everything that was answered: written out a second time, as a table. */
class VerdictTest {

    private static final ElementId ONE = ElementId.host("one");
    private static final ElementId TWO = ElementId.host("two");
    private static final Names NAMES = new Names(() -> Site.empty("none"));
    private static final List<Answer> ANSWERS = List.of(
            new Answer.Accepted(),
            new Answer.Failed("no route to peer"),
            new Answer.Cancelled(),
            new Answer.Silent("the connection broke"));

    /** Which states of a host's guest are which, for the table. */
    private static final List<RunState> EXECUTES = List.of(RunState.RUNNING, RunState.BLOCKED, RunState.SHUTTING_DOWN);

    private record Case(Sighting from, Sighting to, Answer answer) {}

    private static List<Sighting> everything(ElementId host) {
        List<Sighting> all = new ArrayList<>();
        all.add(new Sighting.Absent(host));
        all.add(new Sighting.Unread(host, "no answer within 5 s"));
        for (RunState state : RunState.values()) {
            all.add(new Sighting.Seen(host, state, false, JobFigures.NONE));
            all.add(new Sighting.Seen(host, state, true, JobFigures.NONE));
        }
        return all;
    }

    static Stream<Case> cases() {
        return everything(ONE).stream()
                .flatMap(from -> everything(TWO).stream()
                        .flatMap(to -> ANSWERS.stream().map(answer -> new Case(from, to, answer))));
    }

    private static boolean runs(Sighting sighting) {
        return sighting instanceof Sighting.Seen seen && !seen.migrating() && EXECUTES.contains(seen.state());
    }

    private static boolean isNot(Sighting sighting) {
        return sighting instanceof Sighting.Absent
                || sighting instanceof Sighting.Seen seen && !seen.migrating() && seen.state() == RunState.SHUT_OFF;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theTable(Case one) {
        Outcome outcome = Verdict.judge(one.from(), one.to(), one.answer(), NAMES);
        if (isNot(one.from()) && runs(one.to())) {
            assertThat(outcome).isInstanceOf(Outcome.Done.class);
        } else if (runs(one.from()) && isNot(one.to())) {
            assertThat(outcome).isInstanceOf(Outcome.Unchanged.class);
        } else {
            assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        }
    }

    @Test
    void thereAreAllOfThem() {
        int sightings = 2 + 2 * RunState.values().length;
        assertThat(cases().count()).isEqualTo((long) sightings * sightings * 4);
    }

    private static Outcome judge(Sighting from, Sighting to, Answer answer) {
        return Verdict.judge(from, to, answer, NAMES);
    }

    private static Sighting running(ElementId host) {
        return new Sighting.Seen(host, RunState.RUNNING, false, JobFigures.NONE);
    }

    @Test
    void theWordsSayWhatWasRead() {
        assertThat(judge(new Sighting.Absent(ONE), running(TWO), new Answer.Accepted()))
                .isEqualTo(new Outcome.Done("not on one; running on two"));
        assertThat(judge(running(ONE), new Sighting.Absent(TWO), new Answer.Cancelled()))
                .isEqualTo(new Outcome.Unchanged("cancelled; read back: running on one; not on two"));
        assertThat(judge(running(ONE), new Sighting.Absent(TWO), new Answer.Failed("no route to peer")))
                .isEqualTo(new Outcome.Unchanged("no route to peer; read back: running on one; not on two"));
        assertThat(judge(running(ONE), running(TWO), new Answer.Accepted()))
                .isEqualTo(new Outcome.Unknown("both hosts say that it runs there: running on one; running on two"));
        assertThat(judge(new Sighting.Unread(ONE, "timed out"), running(TWO), new Answer.Accepted()))
                .isEqualTo(
                        new Outcome.Unknown("not every host could be asked: one not read (timed out); running on two"));
        Sighting paused = new Sighting.Seen(TWO, RunState.PAUSED, true, JobFigures.NONE);
        assertThat(judge(running(ONE), paused, new Answer.Silent("x")))
                .isEqualTo(new Outcome.Unknown(
                        "the migration is still under way: running on one; paused on two, its migration under way"));
        assertThat(judge(new Sighting.Absent(ONE), new Sighting.Absent(TWO), new Answer.Accepted()))
                .isEqualTo(new Outcome.Unknown("neither host runs it: not on one; not on two"));
    }
}
