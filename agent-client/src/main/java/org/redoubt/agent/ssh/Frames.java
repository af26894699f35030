package org.redoubt.agent.ssh;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redoubt.agent.probe.Answer;

/**
 * Takes a round's answers apart as their bytes come: each ends with a line that begins with the round's number. A text that
 * is too long is not kept. Hostile input: whatever comes, it neither throws nor holds more than one answer's room.
 */
final class Frames {

    /** The most that is read of one answer. */
    static final int LONGEST_ANSWER = 256 << 10;

    /** The most that is read in one round; who sends more is hung up on. */
    static final long LONGEST_ROUND = 4 << 20;

    private static final int LONGEST_LINE = 64;
    private static final Pattern ANSWER = Pattern.compile("([a-z][a-z0-9_-]{0,31}) ([0-9]{1,3})");
    private static final Pattern TIMES = Pattern.compile("([0-9]{1,9})m([0-9]{1,2})[.,]?([0-9]{0,9})s");

    /** How far the probe has come. */
    private enum State {
        BEFORE,
        WITHIN,
        ENDED
    }

    private final byte[] number;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream(1 << 12);
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(LONGEST_LINE);
    private final List<Answer> answers = new ArrayList<>();
    private State state = State.BEFORE;
    private int matched;
    private boolean inLine;
    private boolean tooLong;
    private long bytes;
    private String times = "";

    /** @param number the round's: letters and digits */
    Frames(String number) {
        this.number = ("\n" + number + " ").getBytes(StandardCharsets.US_ASCII);
    }

    /** More of what came; says whether more may come. */
    boolean take(byte[] from, int count) {
        for (int i = 0; i < count && state != State.ENDED; i++) {
            take(from[i]);
        }
        bytes += count;
        return state != State.ENDED && bytes <= LONGEST_ROUND;
    }

    private void take(byte each) {
        if (inLine) {
            line(each);
        } else if (each == number[matched]) {
            matched++;
            if (matched == number.length) {
                inLine = true;
                matched = 0;
            }
        } else {
            // the mark begins with a line's end and has no other: what was held back cannot hold its beginning
            keep(number, matched);
            matched = each == number[0] ? 1 : 0;
            if (matched == 0) {
                keep(each);
            }
        }
    }

    private void keep(byte[] held, int count) {
        for (int i = 0; i < count; i++) {
            keep(held[i]);
        }
    }

    private void keep(byte each) {
        if (state == State.BEFORE) {
            return; // what a login shell says of itself
        }
        if (text.size() == LONGEST_ANSWER) {
            tooLong = true;
        } else if (!tooLong) {
            text.write(each);
        }
    }

    private void line(byte each) {
        if (each != '\n') {
            if (line.size() < LONGEST_LINE) {
                line.write(each);
            }
            return;
        }
        String said = line.toString(StandardCharsets.US_ASCII);
        line.reset();
        inLine = false;
        frame(said);
        text.reset();
        tooLong = false;
    }

    private void frame(String said) {
        Matcher answer = ANSWER.matcher(said);
        if (state == State.BEFORE) {
            state = said.equals(Script.BEGIN) ? State.WITHIN : State.ENDED;
        } else if (said.equals(Script.END + " 0")) {
            times = text.toString(StandardCharsets.US_ASCII);
            state = State.ENDED;
        } else if (answer.matches()) {
            int exit = Integer.parseInt(answer.group(2));
            answers.add(
                    tooLong
                            ? new Answer(answer.group(1), Answer.TOO_LONG, "")
                            : new Answer(
                                    answer.group(1),
                                    exit,
                                    text.toString(StandardCharsets.UTF_8).replace('\0', '\ufffd')));
        }
    }

    /** Those that came to their end, in the order in which they came. */
    List<Answer> answers() {
        return List.copyOf(answers);
    }

    /** Whether the probe ran to its end: every question that is not answered was not asked. */
    boolean whole() {
        return state == State.ENDED && !times.isEmpty();
    }

    /** Whether it has begun: what comes is the probe's. */
    boolean begun() {
        return state != State.BEFORE;
    }

    /** Whether the answer that has not ended yet is longer than one may be. */
    boolean flooding() {
        return tooLong;
    }

    long bytes() {
        return bytes;
    }

    /** What all commands of the round took on the host, where it told: four times, of the shell and of its children. */
    OptionalLong cpuMillis() {
        List<Long> each = TIMES.matcher(times)
                .results()
                .map(time -> millis(time.group(1), time.group(2), time.group(3)))
                .toList();
        return each.size() == 4
                ? OptionalLong.of(each.stream().mapToLong(Long::longValue).sum())
                : OptionalLong.empty();
    }

    private static long millis(String minutes, String seconds, String fraction) {
        String thousandths = (fraction + "000").substring(0, 3);
        return (Long.parseLong(minutes) * 60 + Long.parseLong(seconds)) * 1_000 + Long.parseLong(thousandths);
    }
}
