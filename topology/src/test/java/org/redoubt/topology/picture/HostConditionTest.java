package org.redoubt.topology.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Claims;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Health;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Source;

/** Every state of a host has a mark and a word; only a healthy one has none. */
class HostConditionTest {

    private static final Source DESK = new Source("desk", "desk-1");

    @ParameterizedTest
    @EnumSource(LinkState.class)
    void only_a_connected_host_says_nothing(LinkState state) {
        HostCondition condition = HostCondition.of(host(Attributes.LINK, state), 50_000);

        assertThat(condition.words().isEmpty()).isEqualTo(state == LinkState.CONNECTED);
        assertThat(condition.stale()).isEqualTo(state != LinkState.CONNECTED);
        assertThat(condition.glyph() == Glyph.DOT).isEqualTo(state == LinkState.CONNECTED);
    }

    @Test
    void silent_is_not_down_and_says_for_how_long() {
        HostCondition silent = HostCondition.of(host(Attributes.LINK, LinkState.HANGS), 42_000);

        assertThat(silent.words()).isEqualTo("silent 41 s");
        assertThat(silent.glyph()).isEqualTo(Glyph.RING);
        assertThat(silent.tone()).isEqualTo(Tone.CRITICAL);
    }

    @Test
    void refused_is_a_warning_for_the_machine_lives() {
        HostCondition refused = HostCondition.of(host(Attributes.LINK, LinkState.REFUSED), 42_000);

        assertThat(refused.tone()).isEqualTo(Tone.WARNING);
        assertThat(refused.words()).startsWith("refused");
    }

    @Test
    void a_host_nobody_tried_is_not_heard_and_not_fine() {
        HostCondition unheard = HostCondition.of(host(Attributes.NAME, "n"), 5000);

        assertThat(unheard.glyph()).isEqualTo(Glyph.QUESTION);
        assertThat(unheard.words()).isEqualTo("not heard");
        assertThat(unheard.stale()).isTrue();
    }

    @Test
    void down_is_shown_only_where_a_source_states_it() {
        HostCondition down = HostCondition.of(host(Attributes.HEALTH, Health.FAILED), 5000);

        assertThat(down.glyph()).isEqualTo(Glyph.CROSS);
        assertThat(down.words()).isEqualTo("down");
    }

    private static <T> Element.Host host(Attribute<T> attribute, T value) {
        Claims claims = Claims.NONE.with(new Claim<>(attribute, DESK, 1, 1000, 1000, value));
        return new Element.Host(ElementId.host("h"), claims);
    }
}
