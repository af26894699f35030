package org.redoubt.topology.fact;

import static org.redoubt.topology.model.Attributes.*;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Job;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;

/** Facts about a small site, small enough that sources meet at the same things all the time. */
public final class Facts {

    public static final List<Source> SOURCES =
            List.of(new Source("libvirt", "one"), new Source("libvirt", "two"), new Source(Source.SITE_FILE, "small"));

    private static final List<ElementId> HOSTS = List.of(ElementId.host("one"), ElementId.host("two"));
    private static final List<ElementId> ELEMENTS = List.of(
            HOSTS.get(0),
            HOSTS.get(1),
            ElementId.vm("a"),
            ElementId.vm("b"),
            HOSTS.get(0).part(ElementKind.HBA_PORT, "hba0"));

    private Facts() {}

    /** What several sources said, each source's reports in the order in which it made them. */
    public static Arbitrary<List<Fact.Report>> histories() {
        Arbitrary<Source> sources = Arbitraries.of(SOURCES);
        Arbitrary<List<Assertion<?>>> said = assertion().list().ofMaxSize(4);
        Arbitrary<Long> pause = Arbitraries.longs().between(0, 3_000);
        return Combinators.combine(sources, said, pause)
                .as(Draft::new)
                .list()
                .ofMaxSize(24)
                .map(Facts::numbered);
    }

    private record Draft(Source source, List<Assertion<?>> said, long pause) {}

    private static List<Fact.Report> numbered(List<Draft> drafts) {
        List<Fact.Report> reports = new ArrayList<>();
        long at = 0;
        long sequence = 0;
        for (Draft draft : drafts) {
            at += draft.pause();
            reports.add(new Fact.Report(draft.source(), ++sequence, at, draft.said()));
        }
        return reports;
    }

    private static Arbitrary<Assertion<?>> assertion() {
        return Arbitraries.of(ELEMENTS)
                .flatMap(element -> Arbitraries.oneOf(List.<Arbitrary<Assertion<?>>>of(
                        of(element, NAME, Arbitraries.of("x", "vm;reboot $(id)")),
                        of(element, STATE, Arbitraries.of(RunState.class)),
                        of(element, RUNS_ON, Arbitraries.of(HOSTS)),
                        of(element, JOB, Arbitraries.of(Job.class)),
                        of(element, MEMORY, Arbitraries.of(1L, 2L)),
                        of(element, UP, Arbitraries.of(true, false)),
                        of(element, CPU_LOAD, Arbitraries.of(0.0, 0.5)),
                        of(element, MEMBER_OF, Arbitraries.of(ELEMENTS).list().ofMaxSize(2)))));
    }

    private static <T> Arbitrary<Assertion<?>> of(ElementId element, Attribute<T> attribute, Arbitrary<T> values) {
        return values.injectNull(0.2).map(value -> new Assertion<>(element, attribute, value));
    }

    public static Site fold(Site site, Iterable<? extends Fact> facts) {
        Site folded = site;
        for (Fact fact : facts) {
            folded = Folding.fold(folded, fact);
        }
        return folded;
    }

    public static Site site(Iterable<? extends Fact> facts) {
        return fold(Site.empty("small"), facts);
    }
}
