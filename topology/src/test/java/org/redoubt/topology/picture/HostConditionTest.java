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
import org.redoubt.topology.model.NodeState;
import org.redoubt.topology.model.Source;

/** Every state of a host has a mark and a word; only a healthy one has none. */
class HostConditionTest {

    private static final Source DESK = new Source("desk", "desk-1");
    private static final Source CLUSTER = new Source("pacemaker", "h");

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

    @ParameterizedTest
    @EnumSource(NodeState.class)
    void a_connected_host_that_its_cluster_does_not_count_upon_says_so(NodeState state) {
        Claims claims = host(Attributes.LINK, LinkState.CONNECTED)
                .claims()
                .with(new Claim<>(Attributes.NODE_STATE, CLUSTER, 1, 1000, 1000, state));
        HostCondition condition = HostCondition.of(new Element.Host(ElementId.host("h"), claims), 5000);

        assertThat(condition.words().isEmpty()).isEqualTo(state == NodeState.ONLINE);
        assertThat(condition.tone() == Tone.CRITICAL).isEqualTo(state == NodeState.UNCLEAN);
        assertThat(condition.stale()).as("it is connected").isFalse();
    }

    @Test
    void members_that_see_a_host_differently_are_told_of() {
        Claims claims = host(Attributes.LINK, LinkState.CONNECTED)
                .claims()
                .with(new Claim<>(Attributes.NODE_STATE, CLUSTER, 1, 1000, 1000, NodeState.ONLINE))
                .with(new Claim<>(
                        Attributes.NODE_STATE, new Source("pacemaker", "i"), 1, 1000, 1000, NodeState.UNCLEAN));

        assertThat(HostCondition.of(new Element.Host(ElementId.host("h"), claims), 5000)
                        .words())
                .isEqualTo("cluster disagrees");
    }

    @Test
    void a_host_that_only_a_file_tells_of_is_as_its_cluster_saw_it() {
        assertThat(HostCondition.of(host(Attributes.NODE_STATE, NodeState.UNCLEAN), 5000)
                        .words())
                .isEqualTo("unclean");
        assertThat(HostCondition.of(host(Attributes.NODE_STATE, NodeState.ONLINE), 5000)
                        .words())
                .isEqualTo("not heard");
    }

    private static <T> Element.Host host(Attribute<T> attribute, T value) {
        Claims claims = Claims.NONE.with(new Claim<>(attribute, DESK, 1, 1000, 1000, value));
        return new Element.Host(ElementId.host("h"), claims);
    }
}
