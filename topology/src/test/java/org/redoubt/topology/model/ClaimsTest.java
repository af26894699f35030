package org.redoubt.topology.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redoubt.topology.model.Attributes.*;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimsTest {

    private static final Source ONE = new Source("libvirt", "one");
    private static final Source TWO = new Source("libvirt", "two");
    private static final Source FILE = new Source(Source.SITE_FILE, "dc");

    private static <T> Claim<T> claim(Attribute<T> attribute, Source source, long at, T value) {
        return new Claim<>(attribute, source, at, at, at, value);
    }

    @Test
    void anUnchangedValueKeepsSinceWhenAndIsHeardAgain() {
        Claims claims = Claims.NONE.with(claim(NAME, ONE, 1, "x")).with(claim(NAME, ONE, 9, "x"));
        Claim<String> claim = claims.by(ONE, NAME).orElseThrow();
        assertThat(claim.since()).isEqualTo(1);
        assertThat(claim.heard()).isEqualTo(9);
        assertThat(claim.age(12)).isEqualTo(3);
    }

    @Test
    void aTombstoneKeepsAnOlderClaimFromComingBack() {
        Claims claims = Claims.NONE
                .with(claim(NAME, ONE, 1, "x"))
                .with(claim(NAME, ONE, 3, null))
                .with(claim(NAME, ONE, 2, "y"));
        assertThat(claims.present()).isFalse();
        assertThat(claims.about(NAME)).isEmpty();
        assertThat(claims.all()).hasSize(1);
        assertThat(claims.believe(NAME)).isEqualTo(new Belief.Unknown<>());
        assertThat(claims.with(claim(NAME, ONE, 4, "z")).believe(NAME).value()).contains("z");
    }

    @Test
    void anElementIsCalledWhatTheSiteFileCallsItElseWhatWasHeardLast() {
        Claims heard = Claims.NONE.with(claim(NAME, ONE, 5, "host-a")).with(claim(NAME, TWO, 9, "host-b"));
        ElementId id = ElementId.host("a");
        assertThat(Element.of(id, Claims.NONE).name()).isEqualTo("a");
        assertThat(Element.of(id, heard).name()).isEqualTo("host-b");
        assertThat(Element.of(id, heard.with(claim(NAME, FILE, 1, "east"))).name())
                .isEqualTo("east");
    }

    @Test
    void ofAMeasureTheNewestIsBelieved() {
        Claims claims = Claims.NONE.with(claim(MEMORY, ONE, 5, 1L)).with(claim(MEMORY, TWO, 4, 2L));
        assertThat(claims.believe(MEMORY).value()).contains(1L);
    }

    @Test
    void anIdentityThatTwoGiveDifferentlyAtOnceIsContradicted() {
        Claims claims = Claims.NONE
                .with(claim(HARDWARE_UUID, ONE, 1, "x"))
                .with(claim(HARDWARE_UUID, ONE, 9, "x"))
                .with(claim(HARDWARE_UUID, TWO, 5, "y"));
        Belief<String> belief = claims.believe(HARDWARE_UUID);
        assertThat(belief instanceof Belief.Contradicted<String>(var against) ? against : List.of())
                .hasSize(2);
        assertThat(claims.believe(HARDWARE_UUID).value()).isEmpty();
    }

    @Test
    void whatWasLastSaidBeforeIsOvertaken() {
        Claims claims = Claims.NONE.with(claim(HARDWARE_UUID, ONE, 1, "x")).with(claim(HARDWARE_UUID, TWO, 5, "y"));
        assertThat(claims.believe(HARDWARE_UUID).value()).contains("y");
    }

    /** Read once when the console started, and still what was agreed. */
    @Test
    void whatStandsInTheSiteFileIsNotOvertaken() {
        Claims claims =
                Claims.NONE.with(claim(OWNER, FILE, 0, Owner.NONE)).with(claim(OWNER, ONE, 600_000, Owner.PACEMAKER));
        assertThat(claims.believe(OWNER)).isInstanceOf(Belief.Contradicted.class);
        Claims agreed = Claims.NONE
                .with(claim(OWNER, FILE, 0, Owner.PACEMAKER))
                .with(claim(OWNER, ONE, 600_000, Owner.PACEMAKER));
        assertThat(agreed.believe(OWNER).value()).contains(Owner.PACEMAKER);
    }

    @Test
    void withoutForgetsAnAttributeAndKeepsTheRest() {
        Claims claims = Claims.NONE.with(claim(NAME, ONE, 1, "x")).with(claim(MEMORY, ONE, 1, 1L));
        assertThat(claims.without(NAME)).isEqualTo(Claims.NONE.with(claim(MEMORY, ONE, 1, 1L)));
    }

    @Test
    void aValueOfAnotherTypeIsRefused() {
        @SuppressWarnings("unchecked") // what a careless reader of files might do
        Attribute<Object> name = (Attribute<Object>) (Attribute<?>) NAME;
        assertThatThrownBy(() -> claim(name, ONE, 1, 7L)).isInstanceOf(ClassCastException.class);
        @SuppressWarnings("unchecked")
        Attribute<Object> members = (Attribute<Object>) (Attribute<?>) MEMBER_OF;
        assertThatThrownBy(() -> claim(members, ONE, 1, List.of("host:one"))).isInstanceOf(ClassCastException.class);
    }

    @Test
    void aListIsCopied() {
        List<String> features = new java.util.ArrayList<>(List.of("avx"));
        Claim<List<String>> claim = claim(CPU_FEATURES, ONE, 1, features);
        features.add("avx2");
        assertThat(claim.value()).containsExactly("avx");
    }

    @Test
    void nothingIsHeardBeforeItIsSaid() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Claim<>(NAME, ONE, 1, 5, 4, "x"));
    }

    @Test
    void idsAndSourcesAreReadAsTheyAreWritten() {
        ElementId id = ElementId.host("a:b").part(ElementKind.HBA_PORT, "hba0");
        assertThat(ElementId.parse(id.toString())).isEqualTo(id).hasSameHashCodeAs(id);
        assertThat(Source.parse("libvirt@a@b")).isEqualTo(new Source("libvirt", "a@b"));
        assertThatIllegalArgumentException().isThrownBy(() -> ElementId.parse("host"));
        assertThatIllegalArgumentException().isThrownBy(() -> ElementId.parse("no-such-kind:x"));
    }

    @Test
    void everyAttributeIsFoundByItsName() {
        assertThat(Attributes.all())
                .isNotEmpty()
                .allSatisfy(attribute ->
                        assertThat(Attributes.named(attribute.name())).containsSame(attribute));
    }
}
