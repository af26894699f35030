package org.redoubt.agent.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.CPU_LOAD;
import static org.redoubt.topology.model.Attributes.HEALTH;
import static org.redoubt.topology.model.Attributes.NEEDS_VOLUMES;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redoubt.topology.heartbeat.Beat;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Health;
import org.redoubt.topology.model.Site;

class ReporterTest {

    private static Reporter listening(SimSpec spec) {
        Reporter reporter = new Reporter(new SimWorld(spec), at -> at);
        reporter.openAll();
        return reporter;
    }

    @Property(tries = 15)
    void whatIsHeardDoesNotDependOnHowOftenOneListens(@ForAll @LongRange(min = 7, max = 9_000) long step) {
        SimSpec spec = SimSpec.demo(7);
        Reporter often = listening(spec);
        Site site = Site.empty("x");
        for (long at = 0; at < 60_000; at = Math.min(60_000, at + step)) {
            site = Sims.fold(site, often.hear(at));
        }
        site = Sims.fold(site, often.hear(60_000));
        assertThat(site).isEqualTo(Sims.fold(Site.empty("x"), listening(spec).hear(60_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sim:demo", "sim:?hosts=150&vms=300&seed=4"})
    void leapingComesToTheSameWords(String text) {
        SimSpec spec = SimSpec.parse(text);
        Site heard = Sims.fold(Site.empty("x"), listening(spec).hear(170_000));
        Site leapt = Sims.fold(Site.empty("x"), listening(spec).leap(170_000));
        Set<Map.Entry<String, Object>> others = new HashSet<>(words(heard).entrySet());
        others.removeAll(words(leapt).entrySet());
        assertThat(others).isEmpty();
        assertThat(words(leapt)).hasSameSizeAs(words(heard));
    }

    /** All that is claimed, without when it was heard. */
    private static Map<String, Object> words(Site site) {
        Map<String, Object> words = new HashMap<>();
        for (Element element : site.elements().toList()) {
            for (Claim<?> claim : element.claims().all()) {
                if (!claim.gone()) {
                    words.put(element.id() + " " + claim.attribute() + " " + claim.source(), claim.value());
                }
            }
        }
        return words;
    }

    @ParameterizedTest
    @ValueSource(strings = {"sim:demo", "sim:?hosts=150&vms=300&seed=4"})
    void aHeartThatBeatsIsNotLateBetweenTwoReports(String text) {
        Site heard = Sims.fold(Site.empty("x"), listening(SimSpec.parse(text)).hear(60_000));
        List<Beat.Level> well = heard.all(ElementKind.RING)
                .filter(ring -> ring.value(HEALTH).filter(Health.OK::equals).isPresent())
                .flatMap(ring -> Beat.of(ring, 60_000).stream())
                .map(Beat::level)
                .toList();
        assertThat(well).isNotEmpty().containsOnly(Beat.Level.HEARD);
    }

    @Test
    void sequencesGrowAndTimesDoNotGoBack() {
        Map<String, Long> sequences = new HashMap<>();
        long before = 0;
        for (Reporter.Heard heard : listening(SimSpec.demo(7)).hear(140_000)) {
            String source = heard.report().source().toString();
            assertThat(heard.report().sequence()).isGreaterThan(sequences.getOrDefault(source, 0L));
            sequences.put(source, heard.report().sequence());
            assertThat(heard.report().at()).isGreaterThanOrEqualTo(before);
            before = heard.report().at();
        }
        assertThat(sequences).containsKeys("site-file@demo", "snmp@core-a", "pacemaker@web", "bmc@node-3");
    }

    @Test
    void aSmallSiteIsRepeatedWholeAtEachPollABigOneSeldom() {
        Reporter small = listening(SimSpec.sized(20, 40, 7));
        small.hear(4_000);
        assertThat(polled(small.hear(14_000))).contains(NEEDS_VOLUMES, CPU_LOAD);
        Reporter big = listening(SimSpec.sized(120, 240, 7));
        big.hear(4_000);
        assertThat(polled(big.hear(4_200))).contains(CPU_LOAD).doesNotContain(NEEDS_VOLUMES);
        assertThat(polled(big.hear(65_000))).contains(NEEDS_VOLUMES);
    }

    private static Set<Attribute<?>> polled(List<Reporter.Heard> heard) {
        Set<Attribute<?>> attributes = new HashSet<>();
        heard.stream()
                .filter(one -> one.voice() instanceof HypervisorVoice)
                .flatMap(one -> one.report().assertions().stream())
                .forEach(assertion -> attributes.add(assertion.attribute()));
        return attributes;
    }

    @Test
    void hostsThatAreWellAreHeardEveryFiveSeconds() {
        Reporter reporter = listening(SimSpec.sized(120, 240, 7));
        Site site = Site.empty("x");
        for (long at = 0; at <= 30_000; at += 1_000) {
            site = Sims.fold(site, reporter.hear(at));
            long now = at;
            site.hosts()
                    .filter(host -> host.link().connected())
                    .forEach(host -> assertThat(now
                                    - host.claims().about(CPU_LOAD).getFirst().heard())
                            .isLessThan(20_000));
        }
    }

    @Test
    void theFirstPictureOfABigSiteComesSoon() {
        // A figure, not a verdict: machines differ.
        long began = System.nanoTime();
        SimWorld world = new SimWorld(SimSpec.sized(2_500, 40_000, 7));
        Reporter reporter = new Reporter(world, at -> at);
        reporter.openAll();
        List<Reporter.Heard> heard = reporter.hear(0);
        long spent = (System.nanoTime() - began) / 1_000_000;
        long lines = heard.stream()
                .mapToLong(one -> one.report().assertions().size())
                .sum();
        System.out.println(
                "2,500 hosts, 40,000 VMs: " + lines + " claims of " + heard.size() + " sources in " + spent + " ms");
        assertThat(lines).isGreaterThan(800_000);
        assertThat(heard).hasSizeGreaterThan(7_500);
    }
}
