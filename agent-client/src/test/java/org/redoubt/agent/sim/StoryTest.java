package org.redoubt.agent.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.sim.Trouble.Kind;
import org.redoubt.agent.sim.plant.Plant;
import org.redoubt.topology.model.LinkState;

class StoryTest {

    private static Story story(int hosts, long seed) {
        SimSpec spec = SimSpec.sized(hosts, hosts * 3, seed);
        return new Story(spec, Plant.sized(spec.name(), hosts, hosts * 3, seed));
    }

    @Property(tries = 40)
    void whatIsHappeningIsWhatBeganAndHasNotEnded(
            @ForAll @IntRange(min = 1, max = 400) int hosts,
            @ForAll long seed,
            @ForAll @LongRange(min = 0, max = 3_600_000) long at) {
        Story story = story(hosts, seed);
        Set<Trouble> begun = story.moments(at - 1_000_000, at).stream()
                .filter(moment -> moment.at() <= at)
                .map(Story.Moment::trouble)
                .filter(trouble -> trouble.from() <= at && at < trouble.until())
                .collect(Collectors.toSet());
        Set<Trouble> now = Set.copyOf(story.at(at));
        // A death is not seen at its first moment; all else is.
        assertThat(now).containsAll(begun);
        assertThat(now.stream().filter(trouble -> !trouble.kind().befallsAgent()))
                .allMatch(begun::contains);
    }

    @Property(tries = 40)
    void momentsAreTheSameInWhateverSpansTheyAreAsked(
            @ForAll @IntRange(min = 1, max = 400) int hosts,
            @ForAll long seed,
            @ForAll @LongRange(min = 1, max = 400_000) long middle) {
        Story story = story(hosts, seed);
        List<Story.Moment> parts = new ArrayList<>(story.moments(0, middle));
        parts.addAll(story.moments(middle, 500_000));
        assertThat(parts).containsExactlyInAnyOrderElementsOf(story.moments(0, 500_000));
        assertThat(parts).isSortedAccordingTo(Comparator.comparingLong(Story.Moment::at));
    }

    @Test
    void troublesBefallWhatIsThere() {
        Plant plant = Plant.sized("x", 5, 15, 3);
        Story story = new Story(SimSpec.sized(5, 15, 3), plant);
        for (long at = 0; at < 10_000_000; at += 30_000) {
            for (Trouble trouble : story.at(at)) {
                int things = switch (trouble.kind()) {
                    case CONTROLLER_DOWN, REPLICA_LATE -> plant.devices().size();
                    case VM_BUSY -> plant.vms().size();
                    default -> plant.hosts().size();
                };
                assertThat(trouble.thing()).isBetween(0, things - 1);
                assertThat(trouble.part()).isBetween(0, 1);
                assertThat(trouble.until()).isGreaterThan(trouble.from());
            }
        }
    }

    @Test
    void aBigSiteIsNeverWhollyWellAndNeverMostlyIll() {
        Story story = story(2_500, 7);
        for (long at = 0; at < 600_000; at += 10_000) {
            assertThat(story.at(at)).hasSizeBetween(2, 40);
        }
    }

    @Test
    void aDeadHostIsSilentThenHangsIsLostUnreachableAndRefuses() {
        Trouble death = new Trouble(Kind.HOST_DEAD, 0, 0, 40_000, 130_000);
        assertThat(death.line("n", 49_999).state()).isNull();
        assertThat(death.line("n", 50_000).state()).isEqualTo(LinkState.HANGS);
        assertThat(death.line("n", 55_000).state()).isEqualTo(LinkState.LOST);
        assertThat(death.line("n", 57_000).state()).isEqualTo(LinkState.UNREACHABLE);
        assertThat(death.line("n", 122_000).state()).isEqualTo(LinkState.REFUSED);
        assertThat(death.line("n", 60_000).answers()).isFalse();
    }

    @Test
    void anAgentThatIsGoneRefusesAndOneThatHangsDoesNot() {
        Trouble gone = new Trouble(Kind.AGENT_GONE, 0, 0, 1_000, 30_000);
        assertThat(gone.line("n", 1_000).state()).isEqualTo(LinkState.LOST);
        assertThat(gone.line("n", 2_500).state()).isEqualTo(LinkState.REFUSED);
        assertThat(gone.line("n", 2_500).detail())
                .contains("Connection refused")
                .contains("Start libvirtd");
        Trouble hangs = new Trouble(Kind.AGENT_HANGS, 0, 0, 0, 40_000);
        for (long at = 0; at < 40_000; at += 500) {
            assertThat(hangs.line("n", at).state()).isNotEqualTo(LinkState.REFUSED);
        }
        assertThat(hangs.line("n", 20_000).state()).isEqualTo(LinkState.CONNECTING);
    }

    @Test
    void everyMomentOfATroubleLiesWithinIt() {
        for (Kind kind : Kind.values()) {
            Trouble trouble = new Trouble(kind, 0, 0, 100_000, 190_000);
            assertThat(trouble.moments())
                    .isSorted()
                    .allSatisfy(at -> assertThat(at).isBetween(100_000L, 190_000L));
            assertThat(trouble.moments()).contains(190_000L);
        }
    }
}
