package org.redoubt.controllers.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;

class BacklogTest {

    private static Fact.Report report(int source, long sequence, long at, List<Assertion<?>> said) {
        return new Fact.Report(new Source("libvirt", "h" + source), sequence, at, said);
    }

    private static List<Assertion<?>> load(int host, double load) {
        return List.of(new Assertion<>(ElementId.host("h" + host), Attributes.CPU_LOAD, load));
    }

    private static Site fold(List<? extends Fact> facts) {
        Site site = Site.empty("small");
        for (Fact fact : facts) {
            site = Folding.fold(site, fact);
        }
        return site;
    }

    @Test
    void aHundredThousandFactsOfTenSourcesTakeTheRoomOfTheirNewest() {
        Backlog backlog = new Backlog(1_000);
        for (int i = 0; i < 100_000; i++) {
            backlog.add(report(i % 10, i, i, load(i % 10, i)));
            assertThat(backlog.size()).isLessThanOrEqualTo(1_001);
        }
        Site site = fold(backlog.drain());
        assertThat(backlog.isEmpty()).isTrue();
        assertThat(site.hosts()).hasSize(10);
        for (int host = 0; host < 10; host++) {
            assertThat(site.host(ElementId.host("h" + host)).orElseThrow().value(Attributes.CPU_LOAD))
                    .contains(99_990.0 + host);
        }
        assertThat(site.now()).isEqualTo(99_999);
    }

    @Test
    void whatCannotBeLeftOutIsKept() {
        Backlog backlog = new Backlog(100);
        for (int i = 0; i < 1_000; i++) {
            backlog.add(report(i, 1, 1, load(i, 0.5)));
        }
        assertThat(fold(backlog.drain()).hosts()).hasSize(1_000);
    }

    @Provide
    Arbitrary<List<Fact.Report>> reports() {
        Arbitrary<Fact.Report> report = Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.longs().between(1, 40),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.doubles().between(0, 1).injectNull(0.2))
                .as((source, sequence, host, load) -> report(
                        source,
                        sequence,
                        sequence,
                        List.of(new Assertion<>(ElementId.host("h" + host), Attributes.CPU_LOAD, load))));
        return report.list().ofMaxSize(60);
    }

    /** Left out is only what is overtaken: every source's last word on everything, and the time, are the same. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void nothingIsLostButWhatWasOvertaken(@ForAll("reports") List<Fact.Report> reports) {
        Backlog backlog = new Backlog(5);
        List<Fact> once = new ArrayList<>();
        java.util.Set<String> seen = new java.util.HashSet<>();
        for (Fact.Report report : reports) {
            // A source never uses a sequence twice.
            if (seen.add(report.source() + "#" + report.sequence())) {
                once.add(report);
                backlog.add(report);
            }
        }
        Site all = fold(once);
        Site left = fold(backlog.drain());
        assertThat(left.now()).isEqualTo(all.now());
        assertThat(words(left)).isEqualTo(words(all));
    }

    private static List<String> words(Site site) {
        return site.hosts()
                .flatMap(host -> host.claims().all().stream()
                        .filter(claim -> !claim.gone())
                        .map(BacklogTest::word))
                .sorted()
                .toList();
    }

    private static String word(Claim<?> claim) {
        return claim.source() + " " + claim.sequence() + " " + claim.value();
    }
}
