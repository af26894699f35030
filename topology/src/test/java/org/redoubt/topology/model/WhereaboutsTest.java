package org.redoubt.topology.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.RUNS_ON;
import static org.redoubt.topology.model.Attributes.STATE;
import static org.redoubt.topology.model.RunState.BLOCKED;
import static org.redoubt.topology.model.RunState.PAUSED;
import static org.redoubt.topology.model.RunState.RUNNING;
import static org.redoubt.topology.model.RunState.SHUT_OFF;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Whereabouts.Nowhere;
import org.redoubt.topology.model.Whereabouts.On;
import org.redoubt.topology.model.Whereabouts.Twice;

class WhereaboutsTest {

    private static final ElementId VM = ElementId.vm("payroll");
    private static final ElementId ONE = ElementId.host("one");
    private static final ElementId TWO = ElementId.host("two");

    private Site site = Site.empty("small");
    private long sequence;

    /** The host says that the VM is active there, in this state. */
    private void says(long at, ElementId host, RunState state) {
        says(at, host, host, state);
    }

    /** The host says that it does not hold the VM. */
    private void gone(long at, ElementId host) {
        says(at, host, null, null);
    }

    private void says(long at, ElementId host, ElementId on, RunState state) {
        site = Folding.fold(
                site,
                new Fact.Report(
                        new Source("libvirt", host.key()),
                        ++sequence,
                        at,
                        List.of(new Assertion<>(VM, RUNS_ON, on), new Assertion<>(VM, STATE, state))));
    }

    private Whereabouts where() {
        return site.vm(VM).orElseThrow().whereabouts();
    }

    @Test
    void aVmIsWhereItExecutes() {
        says(0, ONE, RUNNING);
        assertThat(where().host()).contains(ONE);
        assertThat(where().state()).isEqualTo(RUNNING);
    }

    @Test
    void anIncomingMigrationHoldsItWithoutHavingIt() {
        says(0, ONE, RUNNING);
        says(100, TWO, PAUSED);
        says(5_000, ONE, RUNNING);
        assertThat(where().host()).contains(ONE);
        assertThat(((On) where()).others()).extracting(Whereabouts.Place::host).containsExactly(TWO);
    }

    @Test
    void atNoMomentOfAHandoverDoesItRunTwice() {
        says(0, ONE, RUNNING);
        says(100, TWO, PAUSED);
        says(5_000, ONE, RUNNING);
        says(5_100, TWO, PAUSED);
        // The target resumes it and says so by an event; the source's next word is that it paused it, then nothing.
        says(7_000, TWO, RUNNING);
        assertThat(where().host()).contains(TWO);
        says(7_010, ONE, PAUSED);
        assertThat(where().host()).contains(TWO);
        gone(7_020, ONE);
        assertThat(where().host()).contains(TWO);
        says(12_000, TWO, RUNNING);
        assertThat(where()).isInstanceOf(On.class);
    }

    @Test
    void anAnswerThatWasOnItsWayIsNoContradiction() {
        says(0, ONE, RUNNING);
        says(7_000, TWO, RUNNING);
        says(7_000 + Whereabouts.HANDOVER_MILLIS, ONE, RUNNING);
        assertThat(where().host()).contains(TWO);
    }

    @Test
    void twoThatBothGoOnExecutingItRunItTwice() {
        says(0, ONE, RUNNING);
        says(2_000, TWO, RUNNING);
        says(5_000, ONE, RUNNING);
        assertThat(where())
                .isInstanceOfSatisfying(
                        Twice.class,
                        twice -> assertThat(twice.places())
                                .extracting(Whereabouts.Place::host)
                                .containsExactlyInAnyOrder(ONE, TWO));
        assertThat(where().host()).isEmpty();
        says(7_000, TWO, RUNNING);
        says(10_000, ONE, RUNNING);
        assertThat(where()).isInstanceOf(Twice.class);
        gone(15_000, ONE);
        assertThat(where().host()).contains(TWO);
    }

    /** Xen calls a guest that waits blocked: it goes back and forth from poll to poll, and runs all the while. */
    @Test
    void aGuestThatWaitsNowAndThenRunsTwiceAllTheSame() {
        says(0, ONE, RUNNING);
        says(2_000, TWO, RUNNING);
        says(5_000, ONE, BLOCKED);
        says(7_000, TWO, BLOCKED);
        assertThat(where()).isInstanceOf(Twice.class);
        says(10_000, ONE, RUNNING);
        assertThat(where()).isInstanceOf(Twice.class);
    }

    @Test
    void aHostThatFellSilentIsOvertakenByTheOneThatTookOver() {
        says(0, ONE, RUNNING);
        says(5_000, ONE, RUNNING);
        says(60_000, TWO, RUNNING);
        says(65_000, TWO, RUNNING);
        assertThat(where().host()).contains(TWO);
        says(90_000, ONE, RUNNING);
        assertThat(where()).isInstanceOf(Twice.class);
    }

    @Test
    void pausedEverywhereItIsWhereItWasPausedLast() {
        says(0, ONE, PAUSED);
        says(1_000, TWO, PAUSED);
        assertThat(where().host()).contains(TWO);
        assertThat(where().state()).isEqualTo(PAUSED);
    }

    @Test
    void shutOffItIsNowhere() {
        says(0, ONE, RUNNING);
        says(1_000, ONE, null, SHUT_OFF);
        assertThat(where()).isEqualTo(new Nowhere(SHUT_OFF));
        gone(2_000, ONE);
        assertThat(site.vm(VM)).isEmpty();
    }

    private record Word(ElementId host, RunState state, long at) {}

    @Provide
    Arbitrary<List<Word>> words() {
        Arbitrary<Word> word = net.jqwik.api.Combinators.combine(
                        Arbitraries.of(ONE, TWO),
                        Arbitraries.of(RUNNING, PAUSED, null),
                        Arbitraries.longs().between(0, 4_000))
                .as(Word::new);
        return word.list().ofMaxSize(12);
    }

    /** Two hosts that claim the same VM: whichever is heard first, the same is believed. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void whereItIsDoesNotDependOnWhoIsHeardFirst(@ForAll("words") List<Word> words) {
        List<Fact.Report> one = new ArrayList<>();
        List<Fact.Report> two = new ArrayList<>();
        long at = 0;
        for (Word word : words) {
            at += word.at();
            (word.host().equals(ONE) ? one : two)
                    .add(new Fact.Report(
                            new Source("libvirt", word.host().key()),
                            at,
                            at,
                            List.of(
                                    new Assertion<>(VM, RUNS_ON, word.state() == null ? null : word.host()),
                                    new Assertion<>(VM, STATE, word.state()))));
        }
        assertThat(believed(one, two)).isEqualTo(believed(two, one));
    }

    private static Whereabouts believed(List<Fact.Report> first, List<Fact.Report> then) {
        Site folded = Site.empty("small");
        for (List<Fact.Report> reports : List.of(first, then)) {
            for (Fact.Report report : reports) {
                folded = Folding.fold(folded, report);
            }
        }
        return folded.storedAt(VM)
                .map(element -> ((Element.Vm) element).whereabouts())
                .orElse(new Nowhere(SHUT_OFF));
    }
}
