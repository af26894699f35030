package org.redoubt.agent.ssh.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redoubt.agent.probe.Answer;
import org.redoubt.agent.probe.Reader;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.agent.ssh.read.host.HostSamples;
import org.redoubt.agent.ssh.read.net.NetworkSamples;
import org.redoubt.agent.ssh.read.storage.StorageSamples;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.model.Attributes;

/**
 * What holds for every reader, whatever a host answers: no exception, nothing well that is not told to be, and what cannot
 * be read is said to be unreadable.
 */
class ContractTest {

    /** Every question that a reader asks for, with an answer that says much. */
    private static final Map<String, String> SAMPLES = samples();

    /** Whose absence tells that there is nothing: without multipathd there are no maps. */
    private static final Set<String> MAY_BE_ABSENT = Set.of("team", "multipath", "mdstat", "drbd", "psu");

    /** Those that may say in no words at all that there is nothing. */
    private static final Set<String> MAY_BE_EMPTY =
            Set.of("dmi", "net-sysfs", "bond", "team", "scsi", "scsi-disk", "smart", "watchdog", "versions");

    /** Those whose form tells where they end; of the others only the transport knows, but for a line that is broken off. */
    private static final Set<String> ENDS_BY_ITSELF = Set.of("ip-link", "lldp", "multipath", "drbd", "mdstat");

    private static Map<String, String> samples() {
        Map<String, String> samples = new LinkedHashMap<>();
        samples.put("uname", HostSamples.UNAME);
        samples.put("os-release", HostSamples.OS_RELEASE);
        samples.put("versions", HostSamples.VERSIONS);
        samples.put("dmi", HostSamples.DMI);
        samples.put("uptime", HostSamples.UPTIME);
        samples.put("watchdog", HostSamples.WATCHDOG);
        samples.put("lock", HostSamples.LOCK);
        samples.put("psu", HostSamples.BOARD);
        samples.put("ip-link", NetworkSamples.LINKS);
        samples.put("net-sysfs", NetworkSamples.HARDWARE);
        samples.put("bond", NetworkSamples.ACTIVE_BACKUP + NetworkSamples.LACP);
        samples.put("team", NetworkSamples.TEAM);
        samples.put("lldp", NetworkSamples.NEIGHBOURS);
        samples.put("scsi", StorageSamples.ADAPTERS);
        samples.put("scsi-disk", StorageSamples.DISKS);
        samples.put("multipath", StorageSamples.MAPS);
        samples.put("mdstat", StorageSamples.ARRAYS);
        samples.put("smart", StorageSamples.SMART);
        samples.put("drbd", StorageSamples.DRBD);
        return samples;
    }

    static Stream<String> questions() {
        return SAMPLES.keySet().stream();
    }

    private static Map<String, Answer> whole() {
        Map<String, Answer> answers = new LinkedHashMap<>();
        SAMPLES.forEach((question, text) -> answers.put(question, new Answer(question, 0, text)));
        return answers;
    }

    /** All readers together over a whole round in which one answer is another one. */
    private static Heard with(String question, int exit, String text) {
        return with(Readers.all(), question, exit, text);
    }

    private static Heard with(List<Reader> readers, String question, int exit, String text) {
        Map<String, Answer> answers = whole();
        answers.put(question, new Answer(question, exit, text));
        return read(readers, answers);
    }

    private static Heard read(Map<String, Answer> answers) {
        return read(Readers.all(), answers);
    }

    /** Those that say something else when this question is not answered. */
    private static List<Reader> readersOf(String question) {
        Map<String, Answer> failed = whole();
        failed.put(question, new Answer(question, 1, ""));
        return Readers.all().stream()
                .filter(reader -> !Heard.of(reader, whole()).equals(Heard.of(reader, failed)))
                .toList();
    }

    private static Heard read(List<Reader> readers, Map<String, Answer> answers) {
        List<String> facts = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Reader reader : readers) {
            Heard heard = Heard.of(reader, answers);
            facts.addAll(heard.facts());
            unreadable.addAll(heard.unreadable());
        }
        return new Heard(facts, unreadable);
    }

    private static List<String> about(String question, Heard heard) {
        return heard.unreadable().stream()
                .filter(line -> line.startsWith(question + ": "))
                .toList();
    }

    /** Nothing is well that is not so in the whole. */
    private static void assertNothingBetter(Heard heard, Heard than, String as) {
        Set<String> known = new HashSet<>(than.fine());
        assertThat(heard.fine()).as(as).allMatch(known::contains);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void samplesAreReadAndSayMuch(String question) {
        Heard heard = read(whole());

        assertThat(heard.unreadable()).isEmpty();
        Map<String, Answer> without = whole();
        without.remove(question);
        assertThat(heard.facts()).hasSizeGreaterThan(read(without).facts().size() - 1);
        assertThat(read(without).unreadable())
                .as("what was not asked is not unreadable")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aCommandThatDidNotEndWellIsUnreadable(String question) {
        Map<String, Answer> without = whole();
        without.remove(question);
        Heard unasked = read(without);
        for (int exit : new int[] {1, 2, Answer.TIMED_OUT, Answer.NO_SUCH_COMMAND, 137, -1}) {
            Heard heard = with(question, exit, SAMPLES.get(question));
            boolean absent = exit == Answer.NO_SUCH_COMMAND && MAY_BE_ABSENT.contains(question);
            assertThat(about(question, heard)).as("exit " + exit).hasSize(absent ? 0 : 1);
            assertNothingBetter(heard, absent ? read(whole()) : unasked, "exit " + exit);
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void anEmptyTextSaysNothing(String question) {
        Heard heard = with(question, 0, "");

        boolean nothing = MAY_BE_EMPTY.contains(question);
        assertThat(about(question, heard).isEmpty()).isEqualTo(nothing);
        assertNothingBetter(heard, read(whole()), "empty");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aTextThatIsCutOffAnywhereMakesNothingWell(String question) {
        String text = SAMPLES.get(question);
        List<Reader> readers = readersOf(question);
        assertThat(readers).isNotEmpty();
        Heard whole = read(readers, whole());
        List<String> all = whole.facts();
        for (int length = 1; length < text.length(); length++) {
            Heard heard = with(readers, question, 0, text.substring(0, length));
            assertNothingBetter(heard, whole, "cut at " + length);
            boolean visible = ENDS_BY_ITSELF.contains(question) || text.charAt(length - 1) != '\n';
            if (visible && !heard.facts().equals(all)) {
                assertThat(about(question, heard)).as("cut at " + length).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void tenMegabytesAreTooMuch(String question) {
        String sample = SAMPLES.get(question);
        String text = sample.repeat(10_000_000 / sample.length() + 1);
        Heard heard = with(question, 0, text);

        assertThat(about(question, heard)).containsExactly(question + ": it is too long");
        assertNothingBetter(heard, read(whole()), "10 MB");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void hostileCharactersReachNobody(String question) {
        List<Reader> readers = readersOf(question);
        for (String hostile : List.of("\u0000", "\u001b[2J", "\u202e", "\ufffd", "$(id)", "../", "x".repeat(10_000))) {
            String sample = SAMPLES.get(question);
            for (int at = 0; at <= sample.length(); at += 61) {
                String text = sample.substring(0, at) + hostile + sample.substring(at);
                Heard heard = with(question, 0, text);
                assertThat(heard.facts())
                        .allSatisfy(fact ->
                                assertThat(fact).hasSizeLessThan(2_000).doesNotContain("\u0000", "\u001b", "\u202e"));
            }
        }
    }

    @Provide
    Arbitrary<String> questionNames() {
        return Arbitraries.of(SAMPLES.keySet());
    }

    @Property(tries = 1000)
    void noiseIsNeverWell(@ForAll("questionNames") String question, @ForAll String noise) {
        for (String text :
                List.of(noise, noise + "\n", "== " + noise + "\n" + noise + "\n", "a " + noise + "=" + noise + "\n")) {
            Map<String, Answer> answers = Map.of(question, new Answer(question, 0, text));
            assertThatCode(() -> assertThat(read(answers).fine()).isEmpty()).doesNotThrowAnyException();
        }
    }

    @Property(tries = 1000)
    void aSampleThatWasTamperedWithNeverThrows(
            @ForAll("questionNames") String question, @ForAll int seed, @ForAll String noise) {
        String sample = SAMPLES.get(question);
        int from = Math.floorMod(seed, sample.length());
        int to = Math.min(sample.length(), from + Math.floorMod(seed >>> 8, 40));
        Round round = new Round(
                Heard.HOST,
                0,
                Map.of(question, new Answer(question, 0, sample.substring(0, from) + noise + sample.substring(to))));
        for (Reader reader : Readers.all()) {
            Reading reading = new Reading();
            assertThatCode(() -> reader.read(round, reading)).doesNotThrowAnyException();
            assertThat(reading.lines()).noneMatch(line -> line.attribute() == Attributes.UNREADABLE);
            assertThat(reading.lines()).extracting(Assertion::value).doesNotContainNull();
        }
    }
}
