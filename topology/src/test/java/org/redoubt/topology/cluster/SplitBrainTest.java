package org.redoubt.topology.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.cluster.Lab.CLUSTER;
import static org.redoubt.topology.cluster.Lab.ONE;
import static org.redoubt.topology.cluster.Lab.TWO;
import static org.redoubt.topology.model.Attributes.COORDINATOR;
import static org.redoubt.topology.model.Attributes.QUORATE;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.model.SplitBrain;

class SplitBrainTest {

    private final Lab lab = new Lab();

    private Optional<SplitBrain> split() {
        return SplitBrain.of(lab.site().find(CLUSTER).orElseThrow());
    }

    @Test
    void aClusterWhoseMembersAgreeIsWhole() {
        assertThat(split()).isEmpty();
        lab.say("pacemaker@one", CLUSTER, COORDINATOR, ONE);
        assertThat(split()).isEmpty();
        lab.say("pacemaker@two", CLUSTER, COORDINATOR, ONE);
        assertThat(split()).isEmpty();
    }

    @Test
    void twoThatDecideAtTheSameTimeAreTwoClusters() {
        lab.say("pacemaker@one", CLUSTER, COORDINATOR, ONE);
        lab.say("pacemaker@one", CLUSTER, QUORATE, true);
        lab.say("pacemaker@two", CLUSTER, COORDINATOR, TWO);
        lab.say("pacemaker@two", CLUSTER, QUORATE, false);
        assertThat(split()).contains(new SplitBrain(Map.of(ONE, Set.of(ONE), TWO, Set.of(TWO)), Set.of(ONE)));
        assertThat(split().orElseThrow().words(lab.site()))
                .isEqualTo(
                        "split brain: node-one decides for node-one; node-two decides for node-two (without quorum)");
    }

    @Test
    void anElectionThatWasHeardAtDifferentMomentsIsNone() {
        lab.hear("pacemaker@one", 1_000, new Assertion<>(CLUSTER, COORDINATOR, ONE));
        lab.hear("pacemaker@two", 5_000, new Assertion<>(CLUSTER, COORDINATOR, TWO));
        assertThat(split()).as("one may have been told before two took over").isEmpty();
        lab.hear("pacemaker@one", 11_000, new Assertion<>(CLUSTER, COORDINATOR, ONE));
        assertThat(split()).as("and says so again").isPresent();
    }
}
