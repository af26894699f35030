package org.redoubt.agent.ssh;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.redoubt.agent.port.DeskClock;
import org.redoubt.agent.probe.Answer;
import org.redoubt.agent.probe.Question;
import org.redoubt.agent.probe.Round;
import org.redoubt.agent.ssh.wire.Connection;
import org.redoubt.agent.ssh.wire.Execution;
import org.redoubt.agent.ssh.wire.WireFault;
import org.redoubt.topology.model.ElementId;

/**
 * Asks one host, round after round and over all its connections. A question that hangs or floods does so once: it
 * costs the answers behind it in that round, and after that waits behind the others, or for ten minutes. One thread; another
 * one asks whether it is {@link #overdue}.
 */
final class Probe {

    /** How many rounds a question rests whose command could not even be killed. */
    private static final int REST = 60;

    private static final int BUFFER = 1 << 15;

    /**
     * What a round brought.
     *
     * @param round with what was answered before to questions that are asked seldom
     * @param fresh what was answered in this round alone
     * @param clock of the host, where it told
     * @param matter why it is not whole; empty when it is
     */
    record Result(Round round, Round fresh, Optional<Clock> clock, String matter) {}

    private final ElementId host;
    private final List<Question> questions;
    private final Predicate<String> wanted;
    private final Set<String> withheld = new HashSet<>();
    private final String command;
    private final DeskClock clock;
    private final long grace;
    private final RandomGenerator random;

    private final Map<String, Long> resting = new HashMap<>();
    private final Set<String> late = new HashSet<>();
    private final Map<String, Answer> carried = new HashMap<>();
    private long rounds;

    private volatile String waitingFor = "";
    private volatile long due = Long.MAX_VALUE;

    /**
     * @param wanted whether a question is of use now, by its name; one that was not is asked as soon as it is again
     * @param random makes numbers that nobody guesses
     */
    Probe(
            ElementId host,
            List<Question> questions,
            Predicate<String> wanted,
            DeskClock clock,
            long grace,
            RandomGenerator random) {
        this.host = host;
        this.questions = List.copyOf(questions);
        this.wanted = wanted;
        this.command = new Script(questions).command();
        this.clock = clock;
        this.grace = grace;
        this.random = random;
    }

    /** What has been waited for too long at {@code now}; empty while nothing has. Any thread. */
    Optional<String> overdue(long now) {
        return now > due ? Optional.of(waitingFor) : Optional.empty();
    }

    /**
     * One round.
     *
     * @param number of the round on this connection, from 0
     * @throws WireFault when the host answered nothing
     */
    Result round(Connection connection, long number) throws WireFault {
        if (number == 0) {
            carried.clear();
        }
        List<Question> asked = asked(number);
        long at = clock.millis();
        Hearing hearing = new Hearing(asked);
        try {
            hearing.hear(connection);
        } finally {
            due = Long.MAX_VALUE;
            rounds++;
        }
        return result(at, hearing);
    }

    private List<Question> asked(long number) {
        resting.values().removeIf(until -> until <= rounds);
        List<Question> asked = new ArrayList<>();
        List<Question> last = new ArrayList<>();
        for (Question question : questions) {
            if (due(question, number) && !resting.containsKey(question.name())) {
                (late.contains(question.name()) ? last : asked).add(question);
            }
        }
        asked.addAll(last);
        return asked;
    }

    /** What is not asked any more is not known any more either. */
    private boolean due(Question question, long number) {
        if (!wanted.test(question.name())) {
            withheld.add(question.name());
            carried.remove(question.name());
            return false;
        }
        return withheld.remove(question.name()) || question.asked(number);
    }

    private Result result(long at, Hearing hearing) {
        Map<String, Answer> fresh = new HashMap<>();
        hearing.frames.answers().forEach(answer -> fresh.put(answer.question(), answer));
        late.removeAll(fresh.keySet());
        hearing.flood().ifPresent(answer -> {
            late.add(answer.question());
            fresh.put(answer.question(), answer);
        });
        questions.stream()
                .filter(question -> question.every() > 1 && fresh.containsKey(question.name()))
                .forEach(question -> carried.put(question.name(), fresh.get(question.name())));
        for (String name : resting.keySet()) {
            fresh.put(name, new Answer(name, Answer.TIMED_OUT, ""));
        }
        Map<String, Answer> all = new HashMap<>(carried);
        all.putAll(fresh);
        Round.Cost cost = new Round.Cost(hearing.frames.cpuMillis().orElse(-1), hearing.frames.bytes());
        return new Result(
                new Round(host, at, all, cost), new Round(host, at, fresh, cost), hearing.told, matter(hearing));
    }

    private String matter(Hearing hearing) {
        List<String> matters = new ArrayList<>();
        hearing.flood().ifPresent(answer -> matters.add("the answer to " + answer.question() + " has no end"));
        resting.keySet().stream()
                .sorted()
                .forEach(name -> matters.add(
                        name + " hangs on the host and cannot be killed; it is asked again after " + REST + " rounds"));
        if (!hearing.frames.whole() && matters.isEmpty()) {
            matters.add("the round broke off after " + hearing.frames.answers().size() + " answers");
        }
        return String.join("; ", matters);
    }

    /** One round as it is heard. */
    private final class Hearing {
        private final List<Question> asked;
        private final String number;
        private final Frames frames;
        private Optional<Clock> told = Optional.empty();

        private Hearing(List<Question> asked) {
            this.asked = asked;
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            this.number = HexFormat.of().formatHex(bytes);
            this.frames = new Frames(number);
        }

        private void hear(Connection connection) throws WireFault {
            wait("the probe to begin", 0);
            try (Execution run = connection.run(command)) {
                byte[] buffer = new byte[BUFFER];
                if (run.read(buffer) < 0) {
                    throw new WireFault(WireFault.Kind.NO_SHELL, "the probe did not begin");
                }
                // only now: how long a shell takes to start tells nothing of the clock
                Instant wall = clock.wall();
                long before = clock.micros();
                run.write(Script.line(number, asked));
                for (int count = run.read(buffer); count >= 0; count = run.read(buffer)) {
                    boolean more = frames.take(buffer, count);
                    if (told.isEmpty() && !frames.answers().isEmpty()) {
                        told = Clock.of(frames.answers().getFirst(), wall, clock.micros() - before)
                                .filter(known ->
                                        frames.answers().getFirst().question().equals("date"));
                    }
                    if (!more) {
                        break;
                    }
                    next().ifPresent(question -> wait(question.name(), question.seconds()));
                }
            } catch (WireFault broken) {
                if (!blamed()) {
                    throw broken;
                }
            }
            if (frames.answers().isEmpty()) {
                throw new WireFault(WireFault.Kind.NO_SHELL, "the probe came to an end before its first answer");
            }
        }

        private void wait(String what, int seconds) {
            waitingFor = what;
            due = clock.millis() + seconds * 1_000L + grace;
        }

        /** The question whose answer has not ended. */
        private Optional<Question> next() {
            int answered = frames.answers().size();
            return answered < asked.size() ? Optional.of(asked.get(answered)) : Optional.empty();
        }

        /** Whether it hangs at one question, and at that one not for the first time: a host that dies hangs once. */
        private boolean blamed() {
            Optional<Question> hangs = clock.millis() > due && !frames.answers().isEmpty() ? next() : Optional.empty();
            hangs.map(Question::name).filter(late::contains).ifPresent(name -> resting.put(name, rounds + REST));
            hangs.ifPresent(question -> late.add(question.name()));
            return hangs.isPresent() && resting.containsKey(hangs.get().name());
        }

        /** What is to be said of an answer that went on for too long. */
        private Optional<Answer> flood() {
            return frames.flooding()
                    ? next().map(question -> new Answer(question.name(), Answer.TOO_LONG, ""))
                    : Optional.empty();
        }
    }
}
