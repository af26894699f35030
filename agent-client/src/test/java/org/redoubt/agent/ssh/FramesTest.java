package org.redoubt.agent.ssh;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.probe.Answer;

class FramesTest {

    private static final String NUMBER = "ab12ab12ab12";
    private static final String BEGIN = "\n" + NUMBER + " begin 1\n";
    private static final String END = "0m0.01s 0m0.002000s\n1m2.5s 0m0,03s\n\n" + NUMBER + " end 0\n";

    private static String framed(String text, String question, int exit) {
        return text + "\n" + NUMBER + " " + question + " " + exit + "\n";
    }

    private static Frames take(String all) {
        Frames frames = new Frames(NUMBER);
        byte[] bytes = all.getBytes(UTF_8);
        frames.take(bytes, bytes.length);
        return frames;
    }

    @Test
    void textsComeAsTheyWereWritten() {
        Frames frames = take("Welcome to node-1\n" + BEGIN + framed("", "empty", 0) + framed("a\n\nb\n", "lines", 0)
                + framed("none", "no-end", 127) + END + "goodbye");

        assertThat(frames.answers())
                .containsExactly(
                        new Answer("empty", 0, ""),
                        new Answer("lines", 0, "a\n\nb\n"),
                        new Answer("no-end", 127, "none"));
        assertThat(frames.whole()).isTrue();
        assertThat(frames.cpuMillis()).hasValue(10 + 2 + 62_500 + 30);
    }

    @Property
    void howTheBytesAreCutIsAllTheSame(
            @ForAll String one, @ForAll String other, @ForAll @IntRange(min = 1, max = 9) int piece) {
        String all = BEGIN + framed(one, "one", 0) + framed(other, "other", 1) + END;
        Frames frames = new Frames(NUMBER);
        byte[] bytes = all.getBytes(UTF_8);
        for (int at = 0; at < bytes.length; at += piece) {
            byte[] part = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + piece));
            frames.take(part, part.length);
        }

        assertThat(frames.answers()).isEqualTo(take(all).answers());
        assertThat(frames.answers().getFirst().text())
                .isEqualTo(new String(one.getBytes(UTF_8), UTF_8).replace('\0', '\ufffd'));
        assertThat(frames.whole()).isTrue();
    }

    @Property
    void whateverComesItNeitherThrowsNorInventsAnAnswer(@ForAll byte[] bytes, @ForAll String text) {
        Frames frames = new Frames(NUMBER);
        frames.take(bytes, bytes.length);
        byte[] more = text.getBytes(UTF_8);
        frames.take(more, more.length);

        assertThat(frames.answers()).isEmpty();
        assertThat(frames.whole()).isFalse();
    }

    @Property
    void aRoundThatIsCutOffIsNotWholeAndTellsOnlyWhatHadEnded(@ForAll @IntRange(max = 200) int cut) {
        String all = BEGIN + framed("first", "one", 0) + framed("second", "other", 0) + END;
        int kept = Math.min(cut, all.length() - 1);
        Frames frames = take(all.substring(0, kept));

        assertThat(frames.whole()).isFalse();
        assertThat(frames.answers())
                .isEqualTo(take(all).answers().subList(0, frames.answers().size()));
        assertThat(frames.cpuMillis()).isEmpty();
    }

    @Test
    void aTextThatIsTooLongIsNotKeptAndTheNextOneIs() {
        String long1 = "x".repeat(Frames.LONGEST_ANSWER);
        Frames frames =
                take(BEGIN + framed(long1, "just", 0) + framed(long1 + "y", "over", 0) + framed("ok", "next", 0));

        assertThat(frames.answers())
                .extracting(Answer::question, Answer::exit)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("just", 0),
                        org.assertj.core.groups.Tuple.tuple("over", Answer.TOO_LONG),
                        org.assertj.core.groups.Tuple.tuple("next", 0));
        assertThat(frames.answers().get(1).text()).isEmpty();
    }

    @Test
    void aFloodIsHungUpOn() {
        Frames frames = take(BEGIN + framed("ok", "one", 0));
        byte[] flood = new byte[1 << 16];
        int taken = 0;
        while (frames.take(flood, flood.length)) {
            taken++;
        }

        assertThat(taken).isLessThanOrEqualTo((int) (Frames.LONGEST_ROUND >> 16));
        assertThat(frames.flooding()).isTrue();
        assertThat(frames.answers()).hasSize(1);
        assertThat(frames.whole()).isFalse();
    }

    @Test
    void anotherFormOfProbeIsNotRead() {
        assertThat(take("\n" + NUMBER + " begin 2\n" + framed("a", "one", 0)).answers())
                .isEmpty();
        assertThat(take(framed("before it began", "one", 0)).answers()).isEmpty();
    }

    @Test
    void aLineThatSaysNoAnswerIsNone() {
        Frames frames = take(BEGIN + "\n" + NUMBER + " what 12x\n" + "\n" + NUMBER + " " + "q".repeat(100_000) + "\n"
                + framed("ok", "one", 0));

        assertThat(frames.answers()).isEqualTo(List.of(new Answer("one", 0, "ok")));
    }
}
