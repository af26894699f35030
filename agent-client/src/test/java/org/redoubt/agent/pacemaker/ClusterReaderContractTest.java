package org.redoubt.agent.pacemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.agent.pacemaker.Samples.ONE;
import static org.redoubt.agent.pacemaker.Samples.answers;
import static org.redoubt.agent.pacemaker.Samples.lines;
import static org.redoubt.agent.pacemaker.Samples.read;
import static org.redoubt.agent.pacemaker.Samples.roster;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.redoubt.agent.pacemaker.read.Limits;
import org.redoubt.agent.probe.Answer;
import org.redoubt.agent.probe.Reader;
import org.redoubt.agent.probe.Reading;

/**
 * Whatever a host answers, a reader says nothing good that the whole answer would not have said, says what it could not
 * read, and never throws.
 */
class ClusterReaderContractTest {

    private static final Map<String, List<String>> QUESTIONS = Map.of(
            CorosyncReader.SOURCE, List.of(Answers.CONF, Answers.LINKS, Answers.NODES, Answers.QUORUM),
            PacemakerReader.SOURCE, List.of(Answers.CRM_MON, Answers.CIB, Answers.HISTORY, Answers.SBD));

    /** A new one each: what a roster learned from one answer is no part of the next. */
    private static Supplier<Reader> reader(String source) {
        return source.equals(CorosyncReader.SOURCE)
                ? () -> new CorosyncReader(roster())
                : () -> new PacemakerReader(roster());
    }

    static Stream<Arguments> each() {
        return QUESTIONS.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(question -> Arguments.of(entry.getKey(), question)));
    }

    private static Reading with(String source, String question, int exit, String text) {
        Map<String, Answer> answers = answers();
        answers.put(question, new Answer(question, exit, text));
        return read(reader(source).get(), ONE, answers);
    }

    private static Reading whole(String source) {
        return read(reader(source).get(), ONE, answers());
    }

    /** That somebody is well: what must never be made up. */
    private static Set<String> good(Reading reading) {
        Set<String> good = new HashSet<>();
        for (String line : lines(reading)) {
            if (line.matches(".*( up=true|=OK|=ONLINE|quorate=true|=SUCCESS|allow-migrate=true)")) {
                good.add(line);
            }
        }
        return good;
    }

    private static boolean says(Reading reading, String question) {
        return reading.unreadable().stream().anyMatch(line -> line.startsWith(question + ": "));
    }

    @ParameterizedTest
    @MethodSource("each")
    void anAnswerThatFailedIsMissed(String source, String question) {
        String text = answers().get(question).text();
        for (int exit : new int[] {Answer.TIMED_OUT, Answer.NO_SUCH_COMMAND, -1, 3, 137}) {
            boolean optional = question.equals(Answers.SBD) && exit == Answer.NO_SUCH_COMMAND;
            Reading reading = with(source, question, exit, text);
            assertThat(says(reading, question))
                    .as("%s, exit %d", question, exit)
                    .isEqualTo(!optional);
            assertThat(good(whole(source))).containsAll(good(reading));
        }
    }

    @ParameterizedTest
    @MethodSource("each")
    void emptyAndHugeAndForeignTextsAreMissed(String source, String question) {
        List<String> texts = List.of(
                "",
                "\n",
                " ",
                "x".repeat(10 << 20),
                "<a>".repeat(3 << 20),
                "node {\n".repeat(1 << 20),
                "<cib/>",
                "<pacemaker-result/>",
                "<crm_mon/>",
                "<crm_mon><nodes/></crm_mon>",
                "{}",
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><cib>&b;</cib>");
        for (String text : texts) {
            Reading reading = with(source, question, 0, text);
            boolean blankSbd = question.equals(Answers.SBD) && text.isBlank() && text.endsWith("\n");
            boolean nothingReached = question.equals(Answers.NODES) && text.equals("\n");
            if (!blankSbd && !nothingReached) {
                assertThat(says(reading, question))
                        .as("%s: %s", question, text.substring(0, Math.min(40, text.length())))
                        .isTrue();
            }
            assertThat(good(whole(source))).containsAll(good(reading));
        }
    }

    @ParameterizedTest
    @MethodSource("each")
    void cutAnywhereItSaysNothingBetterThanTheWhole(String source, String question) {
        Answer answer = answers().get(question);
        Set<String> best = good(whole(source));
        for (int end = 0; end < answer.text().length(); end++) {
            String cut = answer.text().substring(0, end);
            Reading reading = with(source, question, answer.exit(), cut);
            assertThat(best).as("%s cut at %d", question, end).containsAll(good(reading));
            // at the end of a line or a section nothing but the transport can know; it does
            boolean section = question.equals(Answers.CONF) && cut.endsWith("}");
            if (!cut.endsWith("\n") && !section) {
                boolean all = lines(reading).equals(lines(whole(source)));
                assertThat(says(reading, question) || all)
                        .as("%s cut at %d", question, end)
                        .isTrue();
            }
        }
    }

    @Provide
    Arbitrary<String> wild() {
        Arbitrary<String> bytes = Arbitraries.strings().ofMaxLength(300);
        Arbitrary<String> nearly = Arbitraries.of(
                        Samples.CONF,
                        Samples.LINKS,
                        Samples.NODES,
                        Samples.QUORUM,
                        Samples.MON,
                        Samples.CIB,
                        Samples.HISTORY,
                        Samples.SBD,
                        Samples.RINGS_2,
                        Samples.LINKS_3_0)
                .flatMap(sample -> Arbitraries.integers()
                        .between(0, sample.length() - 1)
                        .flatMap(at -> bytes.map(noise -> sample.substring(0, at)
                                + noise
                                + sample.substring(Math.min(sample.length(), at + noise.length())))));
        return Arbitraries.oneOf(bytes, nearly);
    }

    @Property(tries = 400)
    void nothingThrows(@ForAll @From("wild") String text) {
        QUESTIONS.forEach((source, questions) -> questions.forEach(question -> {
            Reading reading = with(source, question, 0, text);
            assertThat(reading.lines())
                    .allSatisfy(line -> assertThat(line.value()).isNotNull());
        }));
    }

    @ParameterizedTest
    @MethodSource("each")
    void hostileNamesAreNamesOrAreMissed(String source, String question) {
        for (String name : List.of("$(id)", "\u202eevil", "a".repeat(10_000), "x;reboot", "..", "a/b")) {
            String text = answers().get(question).text().replace("node-3", name).replace("web", name);
            Reading reading = with(source, question, answers().get(question).exit(), text);
            assertThat(lines(reading))
                    .as("%s with %s", question, name.substring(0, Math.min(10, name.length())))
                    .allSatisfy(line -> assertThat(line.length()).isLessThan(Limits.LONGEST * Limits.MOST_LINES));
            assertThat(reading.lines())
                    .allSatisfy(
                            line -> assertThat(line.element().key().length()).isLessThan(600));
            // no host is made up by a name
            assertThat(lines(reading).stream()
                            .filter(line -> line.startsWith("host:"))
                            .map(line -> line.split(" ")[0]))
                    .isSubsetOf("host:one", "host:two", "host:three");
        }
    }
}
