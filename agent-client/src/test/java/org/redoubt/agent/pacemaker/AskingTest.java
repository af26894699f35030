package org.redoubt.agent.pacemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.agent.pacemaker.Samples.ONE;
import static org.redoubt.agent.pacemaker.Samples.THREE;
import static org.redoubt.agent.pacemaker.Samples.TWO;
import static org.redoubt.agent.pacemaker.Samples.answers;
import static org.redoubt.agent.pacemaker.Samples.roster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.pacemaker.Asking.View;
import org.redoubt.agent.probe.Answer;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.topology.model.ElementId;

class AskingTest {

    private static final ElementId FOUR = ElementId.host("zebra");

    private static View view(ElementId host, String membership, ElementId coordinator) {
        return new View(host, "lab", membership, Optional.ofNullable(coordinator), false, 0);
    }

    @Test
    void theCoordinatorAndOneMoreAreAsked() {
        assertThat(Asking.chosen(List.of(
                        view(ONE, "a", null), view(TWO, "a", null), view(THREE, "a", null), view(FOUR, "a", FOUR))))
                .containsExactlyInAnyOrder(FOUR, ONE);
        assertThat(Asking.chosen(List.of(view(TWO, "a", null), view(THREE, "a", null), view(ONE, "a", null))))
                .as("without one, the first two")
                .containsExactlyInAnyOrder(ONE, THREE);
    }

    @Test
    void eachPartOfAClusterThatCameApartIsAsked() {
        assertThat(Asking.chosen(List.of(
                        view(ONE, "a", ONE), view(TWO, "a", null), view(FOUR, "a", null), view(THREE, "b", THREE))))
                .containsExactlyInAnyOrder(ONE, TWO, THREE);
    }

    @Test
    void whoDoesNotAnswerIsNotCountedUpon() {
        View failing = new View(ONE, "lab", "a", Optional.empty(), true, 0);
        assertThat(Asking.chosen(List.of(failing, view(TWO, "a", null), view(THREE, "a", null))))
                .containsExactlyInAnyOrder(TWO, THREE);
        View late = new View(TWO, "lab", "a", Optional.empty(), false, Asking.PATIENCE + 1);
        View later = new View(THREE, "lab", "a", Optional.empty(), false, Asking.PATIENCE + 1);
        View last = new View(FOUR, "lab", "a", Optional.empty(), false, Asking.PATIENCE + 1);
        assertThat(Asking.chosen(List.of(view(ONE, "a", ONE), late, later, last)))
                .as("one was not heard for long: two others are asked, and one again when it comes back")
                .containsExactlyInAnyOrder(ONE, TWO, THREE)
                .doesNotContain(FOUR);
    }

    /** What {@code host} answers, being the node of that number. */
    private static Round round(ElementId host, int node, long at, boolean asked) {
        Map<String, Answer> answers = new HashMap<>(answers());
        answers.put(
                Answers.QUORUM,
                new Answer(
                        Answers.QUORUM,
                        0,
                        Samples.QUORUM
                                .replace("Node ID:          1", "Node ID:          " + node)
                                .replace("(local)", "")));
        answers.put(
                Answers.LINKS,
                new Answer(Answers.LINKS, 1, Samples.LINKS.replace("Local node ID 1", "Local node ID " + node)));
        if (!asked) {
            answers.keySet().removeAll(List.of(Answers.CRM_MON, Answers.CIB, Answers.HISTORY));
        }
        return new Round(host, at, answers);
    }

    @Test
    void itLearnsFromTheRoundsWhoDecides() {
        Asking asking = new Asking(roster());
        for (ElementId host : List.of(ONE, TWO, THREE)) {
            assertThat(asking.asks(host, Answers.CRM_MON)).as("not known yet").isTrue();
        }
        asking.read(round(ONE, 1, 0, true), new Reading());
        asking.read(round(TWO, 2, 0, true), new Reading());
        asking.read(round(THREE, 3, 0, true), new Reading());
        assertThat(asking.asks(TWO, Answers.CRM_MON)).as("the coordinator").isTrue();
        assertThat(asking.asks(ONE, Answers.CIB)).as("one to hold it against").isTrue();
        assertThat(asking.asks(THREE, Answers.CRM_MON)).isFalse();
        assertThat(asking.asks(THREE, Answers.HISTORY)).isFalse();
        assertThat(asking.asks(THREE, Answers.QUORUM))
                .as("the short questions go to all")
                .isTrue();
        asking.read(round(THREE, 3, 10_000, false), new Reading());
        assertThat(asking.asks(THREE, Answers.CRM_MON))
                .as("not asked is not failing")
                .isFalse();
        asking.read(round(ONE, 1, 50_000, true), new Reading());
        asking.read(round(THREE, 3, 50_000, false), new Reading());
        assertThat(asking.asks(THREE, Answers.CRM_MON)).as("two is silent").isTrue();
    }

    @Test
    void aHostThatLeavesItsClusterIsAskedForItself() {
        Asking asking = new Asking(roster());
        asking.read(round(ONE, 1, 0, true), new Reading());
        asking.read(round(TWO, 2, 0, true), new Reading());
        asking.read(round(THREE, 3, 0, true), new Reading());
        asking.read(new Round(TWO, 10_000, Map.of()), new Reading());
        assertThat(asking.asks(TWO, Answers.CRM_MON)).isTrue();
        assertThat(asking.asks(THREE, Answers.CRM_MON)).isTrue();
    }
}
