package org.redoubt.agent.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.DETAIL;
import static org.redoubt.topology.model.Attributes.HEALTH;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.UNREADABLE;
import static org.redoubt.topology.model.Attributes.UP;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Health;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;

class SpeakerTest {

    private static final ElementId HOST = ElementId.host("node-1");
    private static final ElementId PORT = HOST.part(ElementKind.NETWORK_PORT, "eth0");
    private static final ElementId DISK = HOST.part(ElementKind.VOLUME, "sda");

    private final Speaker speaker = new Speaker(new Source("ssh", "node-1"));

    @Test
    void whatIsNoLongerSoIsTakenBack() {
        speaker.round(HOST, 10, new Reading().say(PORT, UP, true).say(DISK, NAME, "sda"));

        Fact.Report second = speaker.round(HOST, 20, new Reading().say(PORT, UP, false));

        assertThat(second.assertions()).containsExactly(Assertion.gone(DISK, NAME), new Assertion<>(PORT, UP, false));
        assertThat(second.sequence()).isEqualTo(2);
        assertThat(second.at()).isEqualTo(20);
        assertThat(speaker.round(HOST, 30, new Reading().say(PORT, UP, false)).assertions())
                .as("it is taken back once")
                .containsExactly(new Assertion<>(PORT, UP, false));
    }

    @Test
    void ofTwoLinesTheLaterOneIsMeant() {
        Fact.Report report =
                speaker.round(HOST, 10, new Reading().say(PORT, UP, true).say(PORT, UP, false));

        assertThat(report.assertions()).containsExactly(new Assertion<>(PORT, UP, false));
    }

    @Test
    void whatCouldNotBeReadIsClaimedOfTheHostUntilItCan() {
        Fact.Report report = speaker.round(HOST, 10, new Reading().unreadable("lldp", "cut off"));

        assertThat(report.assertions()).containsExactly(new Assertion<>(HOST, UNREADABLE, List.of("lldp: cut off")));
        assertThat(speaker.round(HOST, 20, new Reading()).assertions())
                .containsExactly(Assertion.gone(HOST, UNREADABLE));
    }

    @Test
    void whatWasNotAskedAgainKeepsItsAge() {
        Reading all = new Reading().say(PORT, UP, true).say(DISK, HEALTH, Health.OK);
        Reading fresh = new Reading().say(PORT, UP, true);
        Site site = Folding.fold(Site.empty("s"), speaker.round(HOST, 10, all));
        site = Folding.fold(site, speaker.round(HOST, 20, all, fresh));

        assertThat(site.find(PORT).orElseThrow().claims().about(UP).getFirst().heard())
                .isEqualTo(20);
        assertThat(site.find(DISK)
                        .orElseThrow()
                        .claims()
                        .about(HEALTH)
                        .getFirst()
                        .heard())
                .isEqualTo(10);
    }

    @Test
    void whatAnOldAnswerMakesOfANewOneIsSaidWhenItChanges() {
        Reading first = new Reading().say(DISK, HEALTH, Health.OK);
        speaker.round(HOST, 10, first);

        Fact.Report report = speaker.round(
                HOST, 20, new Reading().say(DISK, HEALTH, Health.DEGRADED), new Reading().say(DISK, HEALTH, Health.OK));

        assertThat(report.assertions()).containsExactly(new Assertion<>(DISK, HEALTH, Health.DEGRADED));
    }

    @Test
    void betweenRoundsOneElementIsSpokenOfAndTheRestStays() {
        speaker.round(
                HOST,
                10,
                new Reading()
                        .say(PORT, UP, true)
                        .say(DISK, HEALTH, Health.FAILED)
                        .say(DISK, DETAIL, "x"));

        Fact.Report report = speaker.besides(20, DISK, Set.of(HEALTH, DETAIL), new Reading().say(DISK, DETAIL, "y"));

        Site site = Folding.fold(Site.empty("s"), report);
        assertThat(report.assertions()).contains(Assertion.gone(DISK, HEALTH)).doesNotContain(Assertion.gone(PORT, UP));
        assertThat(site.find(DISK).orElseThrow().value(DETAIL)).contains("y");
        assertThat(speaker.round(HOST, 30, new Reading()).assertions())
                .containsExactlyInAnyOrder(Assertion.gone(PORT, UP), Assertion.gone(DISK, DETAIL));
    }
}
