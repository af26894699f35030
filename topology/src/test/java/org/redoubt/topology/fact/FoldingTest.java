package org.redoubt.topology.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;

class FoldingTest {

    @Provide
    Arbitrary<List<Fact.Report>> histories() {
        return Facts.histories();
    }

    /** Shuffles sources among each other; each source's own reports stay in their order. */
    private static <F extends Fact.Report> List<F> interleaved(List<F> reports, long seed) {
        Random random = new Random(seed);
        List<Source> turns =
                new ArrayList<>(reports.stream().map(Fact.Report::source).toList());
        Collections.shuffle(turns, random);
        Map<Source, List<F>> left = new HashMap<>();
        reports.forEach(report ->
                left.computeIfAbsent(report.source(), none -> new ArrayList<>()).add(report));
        return turns.stream().map(source -> left.get(source).removeFirst()).toList();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void factsOfDifferentSourcesCommute(@ForAll("histories") List<Fact.Report> reports, @ForAll long seed) {
        assertThat(Facts.site(interleaved(reports, seed))).isEqualTo(Facts.site(reports));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void ticksCommuteWithFacts(
            @ForAll("histories") List<Fact.Report> reports, @ForAll List<Short> moments, @ForAll long seed) {
        List<Fact> before =
                new ArrayList<>(moments.stream().map(at -> new Fact.Tick(at)).toList());
        before.addAll(reports);
        List<Fact> amidst = new ArrayList<>(reports);
        Random random = new Random(seed);
        moments.forEach(at -> amidst.add(random.nextInt(amidst.size() + 1), new Fact.Tick(at)));
        assertThat(Facts.site(amidst)).isEqualTo(Facts.site(before));
    }

    /** The value that holds is the one of the source's latest report about it, in whatever order they arrive. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anOlderFactNeverOverwritesANewerOneOfTheSameSource(
            @ForAll("histories") List<Fact.Report> reports, @ForAll long seed) {
        List<Fact.Report> shuffled = new ArrayList<>(reports);
        Collections.shuffle(shuffled, new Random(seed));
        Site site = Facts.site(shuffled);
        record Topic(Source source, ElementId element, Attribute<?> attribute) {}
        Set<Topic> settled = new HashSet<>();
        for (Fact.Report report : reports.reversed()) {
            Set<Topic> here = new HashSet<>();
            for (Assertion<?> assertion : report.assertions().reversed()) {
                Topic topic = new Topic(report.source(), assertion.element(), assertion.attribute());
                if (!settled.contains(topic) && here.add(topic)) {
                    assertThat(value(site, report.source(), assertion)).isEqualTo(assertion.value());
                }
            }
            settled.addAll(here);
        }
    }

    private static Object value(Site site, Source source, Assertion<?> assertion) {
        Element element = site.storedAt(assertion.element()).orElseThrow();
        return element.claims()
                .by(source, assertion.attribute())
                .map(claim -> (Object) claim.value())
                .orElse(null);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void whatWasFoldedOnceChangesNothingASecondTime(@ForAll("histories") List<Fact.Report> reports) {
        Site site = Facts.site(reports);
        for (Fact.Report report : reports) {
            assertThat(Folding.fold(site, report)).isSameAs(site);
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aFactLeavesEveryOtherElementTheSameObject(@ForAll("histories") List<Fact.Report> reports) {
        Site before = Site.empty("small");
        for (Fact.Report report : reports) {
            Site after = Folding.fold(before, report);
            Set<ElementId> named = new HashSet<>();
            report.assertions().forEach(assertion -> named.add(assertion.element()));
            for (ElementKind kind : ElementKind.values()) {
                before.stored(kind)
                        .filter(element -> !named.contains(element.id()))
                        .forEach(element ->
                                assertThat(after.storedAt(element.id())).containsSame(element));
                if (named.stream().noneMatch(id -> id.kind() == kind)) {
                    assertThat(after.shares(before, kind)).isTrue();
                }
            }
            before = after;
        }
    }

    /** In whatever order, and cut into batches wherever. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void manyFactsAtOnceMakeTheSameSiteAsOneAfterTheOther(
            @ForAll("histories") List<Fact.Report> reports, @ForAll long seed) {
        Random random = new Random(seed);
        List<Fact> shuffled = new ArrayList<>(reports);
        shuffled.add(new Fact.Tick(random.nextInt(9_000)));
        Collections.shuffle(shuffled, random);
        int cut = random.nextInt(shuffled.size());
        Site first = Folding.fold(Site.empty("small"), shuffled.subList(0, cut));
        Site second = Folding.fold(first, shuffled.subList(cut, shuffled.size()));
        assertThat(second).isEqualTo(Facts.site(shuffled));
        assertThat(first).isEqualTo(Facts.site(shuffled.subList(0, cut)));
        assertThat(Folding.fold(second, reports)).isSameAs(second);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void timeNeverGoesBack(@ForAll("histories") List<Fact.Report> reports, @ForAll long seed) {
        List<Fact.Report> shuffled = new ArrayList<>(reports);
        Collections.shuffle(shuffled, new Random(seed));
        Site site = Site.empty("small");
        for (Fact.Report report : shuffled) {
            Site next = Folding.fold(site, report);
            assertThat(next.now()).isGreaterThanOrEqualTo(site.now());
            site = next;
        }
    }
}
