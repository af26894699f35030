package org.redoubt.topology.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.redoubt.topology.model.Attributes.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SiteTest {

    private static final Source SOURCE = new Source("libvirt", "one");
    private static final ElementId ONE = ElementId.host("one");
    private static final ElementId VM = ElementId.vm("a");

    private static <T> Claims claims(Claims before, Attribute<T> attribute, T value) {
        return before.with(new Claim<>(attribute, SOURCE, 1, 0, 0, value));
    }

    private static Site with(ElementId id, Claims claims) {
        return Site.empty("small").apply(new Change.Put(Element.of(id, claims)));
    }

    @Test
    void whatNobodySpeaksOfAnyMoreIsNotThere() {
        Site site = with(VM, claims(Claims.NONE, NAME, null));
        assertThat(site.find(VM)).isEmpty();
        assertThat(site.vm(VM)).isEmpty();
        assertThat(site.vms()).isEmpty();
        assertThat(site.elements()).isEmpty();
        assertThat(site.storedAt(VM)).isPresent();
        assertThat(site.stored(ElementKind.VM)).hasSize(1);
        assertThat(site.nameOf(VM)).isEqualTo("a");
    }

    @Test
    void anElementIsWhatItsKindSays() {
        for (ElementKind kind : ElementKind.values()) {
            ElementId id = new ElementId(kind, "x");
            Site site = with(id, claims(Claims.NONE, NAME, "name"));
            Element element = site.find(id).orElseThrow();
            assertThat(element.kind()).isEqualTo(kind);
            assertThat(element.name()).isEqualTo("name");
            assertThat(element.with(Claims.NONE))
                    .isEqualTo(Element.of(id, Claims.NONE))
                    .hasSameClassAs(element);
            assertThat(site.all(kind)).containsExactly(element);
            assertThat(ElementKind.of(kind.label())).isEqualTo(kind);
        }
    }

    @Test
    void puttingTheSameOrRemovingNothingChangesNothing() {
        Site site = with(ONE, claims(Claims.NONE, NAME, "node-1"));
        assertThat(site.apply(new Change.Put(site.find(ONE).orElseThrow()))).isSameAs(site);
        assertThat(site.apply(new Change.Remove(VM))).isSameAs(site);
        assertThat(site.apply(new Change.Passed(site.now()))).isSameAs(site);
        assertThat(site.apply(new Change.Remove(ONE))).isEqualTo(Site.empty("small"));
    }

    @Test
    void sitesAreEqualByWhatIsClaimedAndWhen() {
        Site site = with(ONE, claims(Claims.NONE, NAME, "node-1"));
        assertThat(site)
                .isEqualTo(with(ONE, claims(Claims.NONE, NAME, "node-1")))
                .hasSameHashCodeAs(with(ONE, claims(Claims.NONE, NAME, "node-1")));
        assertThat(site).isNotEqualTo(with(ONE, claims(Claims.NONE, NAME, "node-2")));
        assertThat(site).isNotEqualTo(site.apply(new Change.Passed(7)));
        assertThat(Site.empty("a")).isNotEqualTo(Site.empty("b"));
        assertThat(site.toString()).contains("small", "1 elements");
    }

    @Test
    void aHostThatWasNotTriedYetIsConnecting() {
        assertThat(with(ONE, claims(Claims.NONE, NAME, "x"))
                        .host(ONE)
                        .orElseThrow()
                        .link())
                .isEqualTo(LinkState.CONNECTING);
    }

    @Test
    void everyClaimThatNamesAnotherElementIsALink() {
        ElementId rack = new ElementId(ElementKind.RACK, "r1");
        ElementId a = new ElementId(ElementKind.POWER_FEED, "a");
        ElementId b = new ElementId(ElementKind.POWER_FEED, "b");
        Claims claims = claims(Claims.NONE, PART_OF, rack);
        claims = claims(claims, FED_BY, List.of(a, b));
        claims = claims(claims, CPU_FEATURES, List.of("avx"));
        claims = claims(claims, NAME, "node-1");
        claims = claims(claims, REPLICA_OF, null);
        List<Link> links = Link.from(Element.of(ONE, claims));
        assertThat(links).extracting(Link::to).containsExactly(rack, a, b);
        assertThat(links).extracting(link -> link.relation().toString()).containsExactly("part-of", "fed-by", "fed-by");
        assertThat(links).allSatisfy(link -> assertThat(link.from()).isEqualTo(ONE));
    }

    /** What executes is active, and what is active holds memory: the other way round it need not be. */
    @ParameterizedTest
    @EnumSource(RunState.class)
    void whateverExecutesIsActive(RunState state) {
        assertThat(!state.executes() || state.active()).isTrue();
        assertThat(!state.running() || state.executes()).isTrue();
    }

    @Test
    void anIdentityNeedsAKeyAndASourceAWord() {
        assertThatIllegalArgumentException().isThrownBy(() -> ElementId.host(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Source("a@b", "c"));
        assertThatIllegalArgumentException().isThrownBy(() -> Source.parse("nowhere"));
    }
}
