package org.redoubt.views.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.plan.Foretold;
import org.redoubt.topology.plan.Foretold.Way;
import org.redoubt.topology.plan.Plan;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.Tuning;

class ClusterWordsTest {

    private static final ElementId VM = ElementId.vm("u");
    private static final ElementId ONE = ElementId.host("one");
    private static final ElementId TWO = ElementId.host("two");

    private static Plan plan(Step step) {
        Site site = Site.empty("s");
        return new Plan("t", site, List.of(step), site, List.of(), List.of(), Optional.empty());
    }

    private static Plan through(Way way, Foretold.Other... others) {
        return plan(new Step.ClusterMove(VM, ONE, TWO, "web-01", new Foretold(way, List.of(others))));
    }

    @Test
    void howItGoesIsSaidInPlainWords() {
        assertThat(ClusterWords.way(plan(new Step.Migrate(VM, ONE, TWO, Tuning.DEFAULT))))
                .isEqualTo(", live, while it runs");
        assertThat(ClusterWords.way(through(Way.LIVE))).isEqualTo(", through Pacemaker, live, while it runs");
        assertThat(ClusterWords.way(through(Way.STOP_AND_START)))
                .isEqualTo(", through Pacemaker: a stop and a start, not live");
        assertThat(ClusterWords.way(through(Way.STAYS))).isEqualTo(", through Pacemaker");
    }

    @Test
    void whetherSomethingElseMovesIsSaidOnceItIsKnown() {
        assertThat(ClusterWords.besides(plan(new Step.Migrate(VM, ONE, TWO, Tuning.DEFAULT))))
                .isEmpty();
        assertThat(ClusterWords.besides(through(Way.STAYS))).as("not told yet").isEmpty();
        assertThat(ClusterWords.besides(through(Way.LIVE))).contains("as web-01", "nothing else moves");
        assertThat(ClusterWords.besides(through(Way.LIVE, new Foretold.Other("db", "db: stop"))))
                .contains("something else moves too");
    }

    @Test
    void onlyWhatIsCopiedHasATimeAndAPause() {
        assertThat(ClusterWords.copied(plan(new Step.Migrate(VM, ONE, TWO, Tuning.DEFAULT))))
                .isTrue();
        assertThat(ClusterWords.copied(through(Way.LIVE))).isTrue();
        assertThat(ClusterWords.copied(through(Way.STOP_AND_START))).isFalse();
    }
}
