package org.redoubt.topology.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Facts;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Change;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;

class DiffTest {

    @Provide
    Arbitrary<List<Fact.Report>> histories() {
        return Facts.histories();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void theDifferenceMakesTheFirstIntoTheSecond(
            @ForAll("histories") List<Fact.Report> one, @ForAll("histories") List<Fact.Report> other) {
        Site before = Facts.site(one);
        Site after = Facts.site(other);
        assertThat(before.apply(Diff.between(before, after))).isEqualTo(after);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void itDoesSoForASiteThatGrewOutOfTheOther(
            @ForAll("histories") List<Fact.Report> first, @ForAll("histories") List<Fact.Report> then) {
        Site before = Facts.site(first);
        Site after = Facts.fold(before, then);
        assertThat(before.apply(Diff.between(before, after))).isEqualTo(after);
        assertThat(after.apply(Diff.between(after, before))).isEqualTo(before);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void equalSitesDifferInNothing(@ForAll("histories") List<Fact.Report> reports) {
        assertThat(Diff.between(Facts.site(reports), Facts.site(reports))).isEmpty();
    }

    @Test
    void onlyWhatChangedIsNamed() {
        ElementId one = ElementId.host("one");
        ElementId two = ElementId.host("two");
        Site before = Facts.site(List.of(
                report(1, new Assertion<>(one, Attributes.NAME, "one"), new Assertion<>(two, Attributes.NAME, "two"))));
        Site after = Facts.fold(before, List.of(report(2, new Assertion<>(two, Attributes.NAME, "deux"))));
        assertThat(Diff.between(before, after)).singleElement().isInstanceOfSatisfying(Change.Put.class, put -> {
            assertThat(put.element()).isInstanceOf(Element.Host.class);
            assertThat(put.element().name()).isEqualTo("deux");
        });
    }

    @Test
    void whatIsNotInTheSecondIsRemoved() {
        Site before = Facts.site(List.of(report(1, new Assertion<>(ElementId.vm("a"), Attributes.NAME, "a"))));
        assertThat(Diff.between(before, Site.empty("small"))).containsExactly(new Change.Remove(ElementId.vm("a")));
    }

    private static Fact.Report report(long sequence, Assertion<?>... assertions) {
        return new Fact.Report(Facts.SOURCES.getFirst(), sequence, 0, List.of(assertions));
    }
}
