package org.redoubt.controllers.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.port.Answer;
import org.redoubt.agent.port.Sighting;
import org.redoubt.controllers.fake.Changes;
import org.redoubt.controllers.fake.HandClock;
import org.redoubt.controllers.fake.HandSite;
import org.redoubt.controllers.fake.MemoryJournal;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.plan.Approval;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.Tuning;
import org.redoubt.topology.plan.move.Planning;

class RunnerTest {

    private final Changes changes = new Changes();
    private final HandClock clock = new HandClock();
    private final HandSite site = new HandSite(changes);
    private final MemoryJournal journal = new MemoryJournal();
    private final Pace quick = new Pace(2, 8, 1, 5, 3);
    private ElementId one;
    private ElementId two;
    private ElementId vm;
    private Runner runner;

    @BeforeEach
    void begin() {
        one = site.host("one");
        two = site.host("two");
        vm = site.vm("payroll-db", one);
        runner = new Runner(site::site, site, journal, clock.desk(), quick);
        runner.onChange(changes::happened);
        journal.onEntry(changes::happened);
    }

    @AfterEach
    void end() {
        runner.close();
    }

    private Approval approval(ElementId which, ElementId to) {
        return new Approval(Planning.migrate(site.site(), which, to, Tuning.DEFAULT), "ada", Set.of());
    }

    private Work now(Work work) {
        return runner.works().stream()
                .filter(one -> one.id().equals(work.id()))
                .findFirst()
                .orElseThrow();
    }

    private void await(Work work, Phase phase) {
        changes.await(work.title() + " is " + phase, () -> now(work).phase() == phase);
    }

    private void moved() {
        site.hand(one).sees(new Sighting.Absent(one), vm);
        site.hand(two).sees(vm, RunState.RUNNING);
    }

    @Test
    void whatIsApprovedIsWrittenDownSentReadBackAndConcluded() {
        Work work = runner.start(approval(vm, two));
        await(work, Phase.RUNNING);
        changes.await("it is sent", () -> !site.hand(one).performed().isEmpty());
        assertThat(journal.intents()).isEqualTo(1);
        JobFigures figures = new JobFigures(100, 40, 60, 10, 1, 1, 5, 0);
        site.hand(one).figures(figures);
        assertThat(now(work).figures()).isEqualTo(figures);
        moved();
        clock.set(9);
        site.hand(one).answer(new Answer.Accepted());
        await(work, Phase.ENDED);
        assertThat(now(work).outcome()).containsInstanceOf(Outcome.Done.class);
        assertThat(now(work).endedAt()).isEqualTo(9);
        assertThat(journal.outcomes()).hasSize(1).first().isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aCancelIsSentAndWhatItCameToIsReadBack() {
        Work work = runner.start(approval(vm, two));
        changes.await("it is sent", () -> !site.hand(one).performed().isEmpty());
        await(work, Phase.RUNNING);
        assertThat(now(work).cancellable()).isTrue();
        runner.cancel(work.id());
        await(work, Phase.CANCELLING);
        assertThat(now(work).cancellable()).isFalse();
        changes.await("the cancel is sent", () -> !site.hand(one).cancelled().isEmpty());
        assertThat(site.hand(one).cancelled()).isEqualTo(site.hand(one).performed());
        site.hand(one).answer(new Answer.Cancelled());
        await(work, Phase.ENDED);
        assertThat(now(work).outcome())
                .contains(new Outcome.Unchanged("cancelled; read back: running on one; not on two"));
        assertThat(journal.outcomes()).hasSize(1);
    }

    /** The cancel came before the host had begun: it is asked again as soon as the job shows itself. */
    @Test
    void aCancelThatCameTooEarlyIsAskedAgain() {
        Work work = runner.start(approval(vm, two));
        changes.await("it is sent", () -> !site.hand(one).performed().isEmpty());
        runner.cancel(work.id());
        changes.await("the cancel is sent", () -> site.hand(one).cancelled().size() == 1);
        site.hand(one).figures(new JobFigures(100, 1, 99, 1, 1, 1, 1, 0));
        changes.await(
                "the cancel is sent again", () -> site.hand(one).cancelled().size() == 2);
        site.hand(one).answer(new Answer.Cancelled());
        await(work, Phase.ENDED);
    }

    /** A cancel that lost the race: it is where it is, whatever was asked. */
    @Test
    void aCancelThatCameTooLateIsDone() {
        Work work = runner.start(approval(vm, two));
        changes.await("it is sent", () -> !site.hand(one).performed().isEmpty());
        runner.cancel(work.id());
        moved();
        site.hand(one).answer(new Answer.Failed("no job is active"));
        await(work, Phase.ENDED);
        assertThat(now(work).outcome()).containsInstanceOf(Outcome.Done.class);
    }

    @Test
    void withoutAJournalNothingIsSent() {
        journal.full();
        Work work = runner.start(approval(vm, two));
        await(work, Phase.ENDED);
        assertThat(now(work).outcome())
                .get()
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .asString()
                                .contains("no space left"));
        assertThat(site.hand(one).performed()).isEmpty();
    }

    @Test
    void whatChangedSinceTheYesIsRefusedAndRemembered() {
        Approval approval = approval(vm, two);
        site.says("two", new Assertion<>(two, Attributes.LINK, LinkState.REFUSED));
        Work work = runner.start(approval);
        await(work, Phase.ENDED);
        assertThat(now(work).outcome())
                .get()
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .asString()
                                .contains("refuses the connection"));
        assertThat(journal.notes()).singleElement().asString().startsWith("refused: payroll-db: one → two: ");
        assertThat(journal.intents()).isZero();
        assertThat(site.hand(one).performed()).isEmpty();
    }

    @Test
    void aVmThatIsElsewhereByNowIsNotMovedFromWhereItWas() {
        Approval approval = approval(vm, two);
        ElementId three = site.host("three");
        site.says("one", Assertion.gone(vm, Attributes.RUNS_ON), Assertion.gone(vm, Attributes.STATE));
        site.says(
                "three",
                new Assertion<>(vm, Attributes.RUNS_ON, three),
                new Assertion<>(vm, Attributes.STATE, RunState.RUNNING));
        Work work = runner.start(approval);
        await(work, Phase.ENDED);
        assertThat(now(work).outcome())
                .get()
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reasons()).containsExactly("it is on three now, not on one"));
    }

    /** Unknown owners are refused, unless accepted by the objection's name. */
    @Test
    void whatWasAcceptedByNameIsDone() {
        site.says("two", Assertion.gone(two, Attributes.OWNER));
        Work refused = runner.start(approval(vm, two));
        await(refused, Phase.ENDED);
        assertThat(now(refused).outcome()).containsInstanceOf(Outcome.Refused.class);
        Work accepted = runner.start(
                new Approval(Planning.migrate(site.site(), vm, two, Tuning.DEFAULT), "ada", Set.of("owner-unknown")));
        changes.await("it is sent", () -> !site.hand(one).performed().isEmpty());
        assertThat(site.hand(one).performed().getFirst().accepted()).containsExactly("owner-unknown");
        moved();
        site.hand(one).answer(new Answer.Accepted());
        await(accepted, Phase.ENDED);
    }

    @Test
    void aSecondClickStartsNothing() {
        Work first = runner.start(approval(vm, two));
        changes.await("it is sent", () -> !site.hand(one).performed().isEmpty());
        Work second = runner.start(approval(vm, two));
        await(second, Phase.ENDED);
        assertThat(now(second).outcome()).containsInstanceOf(Outcome.Refused.class);
        assertThat(now(first).phase()).isEqualTo(Phase.RUNNING);
        assertThat(runner.works()).extracting(Work::id).containsExactly(second.id(), first.id());
        moved();
        site.hand(one).answer(new Answer.Accepted());
        await(first, Phase.ENDED);
        assertThat(site.hand(one).performed()).hasSize(1);
    }

    @Test
    void aHostTakesPartInTwoAtOnceAndTheRestWait() {
        List<ElementId> vms = List.of(site.vm("a", one), site.vm("b", one), site.vm("c", one), site.vm("d", one));
        List<Work> works =
                vms.stream().map(each -> runner.start(approval(each, two))).toList();
        changes.await("two are sent", () -> site.hand(one).performed().size() == 2);
        await(works.get(2), Phase.WAITING);
        await(works.get(3), Phase.WAITING);
        runner.cancel(works.get(3).id());
        await(works.get(3), Phase.ENDED);
        assertThat(now(works.get(3)).outcome()).contains(new Outcome.Unchanged("cancelled before it was sent"));
        // The answers are the host's: which of the two it is does not matter.
        vms.forEach(each -> {
            site.hand(one).sees(new Sighting.Absent(one), each);
            site.hand(two).sees(each, RunState.RUNNING);
        });
        site.hand(one).answer(new Answer.Accepted());
        changes.await("the third is sent", () -> site.hand(one).performed().size() == 3);
        site.hand(one).answer(new Answer.Accepted());
        site.hand(one).answer(new Answer.Accepted());
        for (Work work : works) {
            await(work, Phase.ENDED);
        }
        assertThat(site.hand(one).performed()).hasSize(3);
    }

    /** No answer came: one look at hosts that stand as before proves nothing, for the order may be on its way. */
    @Test
    void aSilentHostIsReadBackUntilItIsClear() {
        site.hand(two).sees(new Sighting.Unread(two, "timed out"), vm);
        Work work = runner.start(approval(vm, two));
        changes.await("it is sent", () -> !site.hand(one).performed().isEmpty());
        site.hand(one).answer(new Answer.Silent("the connection broke"));
        await(work, Phase.UNSETTLED);
        assertThat(now(work).outcome()).containsInstanceOf(Outcome.Unknown.class);
        assertThat(journal.outcomes()).singleElement().isInstanceOf(Outcome.Unknown.class);
        Work second = runner.start(approval(vm, two));
        await(second, Phase.ENDED);
        assertThat(now(second).outcome()).containsInstanceOf(Outcome.Refused.class);
        moved();
        await(work, Phase.ENDED);
        assertThat(now(work).outcome()).containsInstanceOf(Outcome.Done.class);
        assertThat(journal.outcomes()).hasSize(2).last().isInstanceOf(Outcome.Done.class);
    }

    @Test
    void whatIsUnsettledDoesNotKeepOthersWaiting() {
        ElementId a = site.vm("a", one);
        ElementId b = site.vm("b", one);
        for (ElementId each : List.of(a, b)) {
            Work work = runner.start(approval(each, two));
            site.hand(two).sees(new Sighting.Unread(two, "timed out"), each);
            site.hand(one).answer(new Answer.Silent("the connection broke"));
            await(work, Phase.UNSETTLED);
        }
        runner.start(approval(vm, two));
        changes.await("it is sent", () -> site.hand(one).performed().size() == 3);
    }

    @Test
    void aHandThatBreaksMayHaveSentIt() {
        site.hand(one).breaks();
        Work work = runner.start(approval(vm, two));
        await(work, Phase.ENDED);
        assertThat(journal.outcomes().getFirst()).isInstanceOf(Outcome.Unknown.class);
        assertThat(now(work).outcome())
                .get()
                .isInstanceOfSatisfying(
                        Outcome.Unchanged.class, is -> assertThat(is.cause()).contains("broke"));
    }

    @Test
    void anEarlierRunsIntentIsSettledFromWhatTheHostsSayAndNeverSentAgain() {
        journal.left(new Step.Migrate(vm, one, two, Tuning.DEFAULT), "payroll-db: one → two");
        site.hand(one).sees(new Sighting.Unread(one, "connecting"), vm);
        runner.settle();
        Work work = runner.works().getFirst();
        assertThat(work.phase()).isEqualTo(Phase.UNSETTLED);
        assertThat(work.outcome()).containsInstanceOf(Outcome.Unknown.class);
        assertThat(work.title()).isEqualTo("payroll-db: one → two");
        moved();
        await(work, Phase.ENDED);
        assertThat(now(work).outcome()).containsInstanceOf(Outcome.Done.class);
        assertThat(journal.outcomes()).last().isInstanceOf(Outcome.Done.class);
        assertThat(site.hand(one).performed()).isEmpty();
    }

    /** It went on while nobody watched: its figures are shown, and it can be cancelled. */
    @Test
    void aMigrationThatOutlivedTheConsoleIsShownAndCanBeCancelled() {
        journal.left(new Step.Migrate(vm, one, two, Tuning.DEFAULT), "payroll-db: one → two");
        JobFigures figures = new JobFigures(100, 40, 60, 10, 1, 1, 5, 0);
        site.hand(one).sees(new Sighting.Seen(one, RunState.RUNNING, true, figures), vm);
        site.hand(two).sees(new Sighting.Seen(two, RunState.PAUSED, true, figures), vm);
        runner.settle();
        Work work = runner.works().getFirst();
        changes.await("it can be cancelled", () -> now(work).cancellable());
        assertThat(now(work).figures()).isEqualTo(figures);
        assertThat(now(work).phase()).isEqualTo(Phase.UNSETTLED);
        runner.cancel(work.id());
        changes.await("the cancel is sent", () -> !site.hand(one).cancelled().isEmpty());
        assertThat(site.hand(one).cancelled().getFirst())
                .isEqualTo(journal.open().getFirst());
        site.hand(two).sees(new Sighting.Absent(two), vm);
        site.hand(one).sees(vm, RunState.RUNNING);
        await(work, Phase.ENDED);
        assertThat(now(work).outcome()).containsInstanceOf(Outcome.Unchanged.class);
        assertThat(site.hand(one).performed()).isEmpty();
    }

    @Test
    void aSiteThatIsOnlyLookedAtIsNotActedOn() {
        Approval approval = approval(vm, two);
        site.lose(one);
        Work work = runner.start(approval);
        await(work, Phase.ENDED);
        assertThat(now(work).outcome())
                .contains(new Outcome.Refused(List.of("this site is only looked at: nothing can be done on it")));
    }

    @Test
    void anOutcomeThatCannotBeWrittenDownIsShownWithThat() {
        Work work = runner.start(approval(vm, two));
        changes.await("it is sent", () -> !site.hand(one).performed().isEmpty());
        journal.full();
        moved();
        site.hand(one).answer(new Answer.Accepted());
        await(work, Phase.ENDED);
        assertThat(now(work).outcome()).containsInstanceOf(Outcome.Done.class);
        assertThat(now(work).note()).contains("no space left");
    }

    @Test
    void closedItStartsNothingMore() {
        Approval approval = approval(vm, two);
        runner.close();
        org.assertj.core.api.Assertions.assertThatIllegalStateException().isThrownBy(() -> runner.start(approval));
        assertThat(journal.entries()).isEmpty();
    }
}
