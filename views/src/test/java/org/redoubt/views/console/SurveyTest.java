package org.redoubt.views.console;

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
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.heartbeat.Heartbeats;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Health;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;

/** What was kept up to date change by change is what counting anew would say. */
class SurveyTest {

    private static final List<ElementId> HOSTS = List.of(ElementId.host("one"), ElementId.host("two"));
    private static final ElementId PORT = HOSTS.getFirst().part(ElementKind.NETWORK_PORT, "eth0");
    private static final List<ElementId> VMS = List.of(ElementId.vm("a"), ElementId.vm("b"));
    private static final ElementId CLUSTER = new ElementId(ElementKind.CLUSTER, "c");

    @Provide
    Arbitrary<List<Fact.Report>> reports() {
        Arbitrary<Assertion<?>> said = Arbitraries.oneOf(List.<Arbitrary<Assertion<?>>>of(
                of(HOSTS, Attributes.LINK, Arbitraries.of(LinkState.class)),
                of(HOSTS, Attributes.NAME, Arbitraries.of("x", "y")),
                of(HOSTS, Attributes.LATENCY, Arbitraries.of(1L, 900L)),
                of(HOSTS, Attributes.MEMBER_OF, Arbitraries.of(List.of(CLUSTER), List.of())),
                of(HOSTS, Attributes.BEAT_EXPECTED, Arbitraries.of(1_000L)),
                of(HOSTS, Attributes.MEMORY, Arbitraries.of(8L)),
                of(HOSTS, Attributes.MEMORY_FREE, Arbitraries.of(1L, 3L)),
                of(List.of(CLUSTER), Attributes.NAME, Arbitraries.of("x", "y")),
                of(List.of(PORT), Attributes.UP, Arbitraries.of(true, false)),
                of(List.of(PORT), Attributes.PART_OF, Arbitraries.of(HOSTS)),
                of(VMS, Attributes.RUNS_ON, Arbitraries.of(HOSTS)),
                of(VMS, Attributes.STATE, Arbitraries.of(RunState.class)),
                of(VMS, Attributes.HEALTH, Arbitraries.of(Health.class))));
        return Combinators.combine(
                        Arbitraries.of("one", "two"),
                        said.list().ofMaxSize(5),
                        Arbitraries.longs().between(0, 5_000))
                .as((where, all, at) -> new Fact.Report(new Source("libvirt", where), at + 1, at, all))
                .list()
                .ofMaxSize(12);
    }

    private static <T> Arbitrary<Assertion<?>> of(List<ElementId> of, Attribute<T> attribute, Arbitrary<T> values) {
        return Combinators.combine(Arbitraries.of(of), values.injectNull(0.2))
                .as((id, value) -> new Assertion<>(id, attribute, value));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void followingIsCounting(@ForAll("reports") List<Fact.Report> reports) {
        Survey followed = new Survey();
        Site site = Site.empty("small");
        List<Surveyor.News> news = new ArrayList<>();
        Surveyor surveyor = new Surveyor(news::add);
        for (Fact.Report report : reports) {
            site = Folding.fold(site, report);
            followed.follow(site);
            surveyor.follow(site, Heartbeats.of(site));
            Surveyor.News anew = Surveyor.News.of(Survey.of(site), java.util.Optional.empty());
            assertThat(Surveyor.News.of(followed, java.util.Optional.empty())).isEqualTo(anew);
            assertThat(news.getLast()).isEqualTo(anew);
        }
    }
}
