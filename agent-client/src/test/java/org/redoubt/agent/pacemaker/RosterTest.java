package org.redoubt.agent.pacemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.agent.pacemaker.Samples.ONE;
import static org.redoubt.agent.pacemaker.Samples.THREE;
import static org.redoubt.agent.pacemaker.Samples.TWO;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.pacemaker.read.ClusterNode;

class RosterTest {

    private static ClusterNode node(String id, String name, String... addresses) {
        return new ClusterNode(id, Optional.of(name), List.of(addresses));
    }

    private final Roster roster = new Roster(List.of(
            new Roster.Entry(ONE, Set.of("10.0.0.1", "Alpha"), Optional.empty()),
            new Roster.Entry(TWO, Set.of("10.0.0.2", "shared"), Optional.of("west")),
            new Roster.Entry(THREE, Set.of("10.0.0.3", "shared"), Optional.of("west"))));

    @Test
    void aNodeIsTheHostThatTheSiteCallsSo() {
        assertThat(roster.host("west", node("1", "alpha"))).contains(ONE);
        assertThat(roster.host("west", node("1", "one"))).as("by its key").contains(ONE);
        assertThat(roster.host("west", node("3", "nameless", "10.0.0.3"))).contains(THREE);
        assertThat(roster.host("west", node("2", "shared")))
                .as("two are called so")
                .isEmpty();
        assertThat(roster.host("west", node("9", "stranger", "10.0.0.9"))).isEmpty();
    }

    @Test
    void aHostThatTheSitePutsElsewhereIsNotMeant() {
        assertThat(roster.host("east", node("2", "two"))).isEmpty();
    }

    @Test
    void whatAHostProvedOfItselfIsBelievedBeforeAnyName() {
        roster.prove(THREE, "west", node("1", "alpha", "192.168.0.3"));
        assertThat(roster.host("west", node("1", "alpha"))).contains(THREE);
        assertThat(roster.host("west", node("", "x", "192.168.0.3"))).contains(THREE);
        assertThat(roster.host("east", node("1", "alpha")))
                .as("in another cluster it is another node")
                .contains(ONE);
        assertThat(roster.host("west", node("3", "three")))
                .as("who proved to be one node is no other")
                .isEmpty();
        assertThat(roster.cluster(ONE)).isEmpty();
        assertThat(roster.cluster(THREE)).contains("west");
    }

    @Test
    void aNewProofReplacesTheOld() {
        roster.prove(ONE, "west", node("1", "before"));
        roster.prove(ONE, "west", node("1", "after"));
        assertThat(roster.host("west", node("1", "before"))).isEmpty();
        assertThat(roster.host("west", node("1", "after"))).contains(ONE);
    }

    @Test
    void twoThatProveTheSameMeanNobody() {
        roster.prove(ONE, "hacluster", node("1", "node1"));
        roster.prove(TWO, "hacluster", node("1", "node1"));
        assertThat(roster.host("hacluster", node("1", "node1"))).isEmpty();
        roster.prove(TWO, "other", node("1", "node1"));
        assertThat(roster.host("hacluster", node("1", "node1"))).contains(ONE);
    }
}
