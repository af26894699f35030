package org.redoubt.controllers.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.ALLOW_MIGRATE;
import static org.redoubt.topology.model.Attributes.DOMAIN;
import static org.redoubt.topology.model.Attributes.MEMBER_OF;
import static org.redoubt.topology.model.Attributes.NODE_STATE;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.RESOURCE;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.port.Answer;
import org.redoubt.agent.port.Entry;
import org.redoubt.agent.port.Intent;
import org.redoubt.agent.port.Sighting;
import org.redoubt.controllers.fake.Changes;
import org.redoubt.controllers.fake.HandClock;
import org.redoubt.controllers.fake.HandCluster;
import org.redoubt.controllers.fake.HandSite;
import org.redoubt.controllers.fake.MemoryJournal;
import org.redoubt.controllers.migrate.Foreseeing;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.NodeState;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.plan.Approval;
import org.redoubt.topology.plan.Foresight;
import org.redoubt.topology.plan.Foretold;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.topology.plan.Plan;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.Tuning;
import org.redoubt.topology.plan.forecast.Experience;
import org.redoubt.topology.plan.move.Planning;

/** A VM that a cluster owns, moved through it: two intents, and what the cluster and both hosts say in the end. */
class ClusterMoveTest {

    private static final ElementId LAB = new ElementId(ElementKind.CLUSTER, "lab");
    private static final ElementId OWNER = LAB.part(ElementKind.SERVICE, "vm-payroll");

    private final Changes changes = new Changes();
    private final HandClock clock = new HandClock();
    private final HandSite site = new HandSite(changes);
    private final HandCluster cluster = new HandCluster(changes);
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
        for (ElementId host : List.of(one, two)) {
            site.says(
                    host.key(),
                    new Assertion<>(host, MEMBER_OF, List.of(LAB)),
                    new Assertion<>(host, NODE_STATE, NodeState.ONLINE));
            site.joins(host, cluster);
        }
        site.says(
                "pacemaker",
                new Assertion<>(OWNER, PART_OF, LAB),
                new Assertion<>(OWNER, RESOURCE, "vm-payroll"),
                new Assertion<>(OWNER, DOMAIN, "payroll-db"),
                new Assertion<>(OWNER, ALLOW_MIGRATE, true));
        cluster.runs("vm-payroll", "one");
        cluster.runs("web", "two");
        cluster.does(this::follows);
        runner = new Runner(site::site, site, journal, clock.desk(), quick);
        runner.onChange(changes::happened);
        journal.onEntry(changes::happened);
    }

    @AfterEach
    void end() {
        runner.close();
    }

    /** It moves what it is told to move. */
    private void follows(Step step) {
        if (step instanceof Step.ClusterMove) {
            site.hand(one).sees(new Sighting.Absent(one), vm);
            site.hand(two).sees(vm, RunState.RUNNING);
            cluster.runs("vm-payroll", "two");
        }
    }

    private Plan plan(Foretold.Way way, Foretold.Other... others) {
        Foresight foresight = new Foresight.Told(new Foretold(way, List.of(others)));
        return Planning.migrate(site.site(), vm, two, Tuning.DEFAULT, Experience.NONE, foresight);
    }

    private Work start(Plan plan, String... accepted) {
        return runner.start(new Approval(plan, "ada", Set.of(accepted)));
    }

    private Work now(Work work) {
        return runner.works().stream()
                .filter(one -> one.id().equals(work.id()))
                .findFirst()
                .orElseThrow();
    }

    private Outcome ended(Work work) {
        changes.await(work.title() + " ends", () -> now(work).phase() == Phase.ENDED);
        return now(work).outcome().orElseThrow();
    }

    private void unsettled(Work work) {
        changes.await(
                "it is unsettled",
                () -> now(work).phase() == Phase.UNSETTLED && now(work).cancellable());
    }

    private List<Step> intents() {
        return journal.entries().stream()
                .filter(Entry.Intended.class::isInstance)
                .map(entry -> ((Entry.Intended) entry).intent().step())
                .toList();
    }

    @Test
    void itIsToldAndTheRuleIsTakenBackBeforeItIsConcluded() {
        Plan plan = plan(Foretold.Way.LIVE);
        Step.ClusterMove move = (Step.ClusterMove) plan.steps().getFirst();
        Outcome outcome = ended(start(plan));
        assertThat(outcome).isEqualTo(new Outcome.Done("not on one; running on two; its cluster says: on two"));
        assertThat(intents()).containsExactly(move, move.clear());
        assertThat(journal.outcomes()).hasSize(2).last().isEqualTo(outcome);
        assertThat(cluster.ruled()).isFalse();
        assertThat(site.hand(one).performed()).as("no hypervisor is told").isEmpty();
        assertThat(cluster.performed()).hasSize(2);
        assertThat(((Entry.Concluded) journal.entries().getLast()).intent())
                .as("the move is concluded last: a crash before leaves it open")
                .isEqualTo(cluster.performed().getFirst().id());
    }

    @Test
    void aStopAndAStartIsDoneOnlyWhenItIsAcceptedByName() {
        cluster.foretells(new Foresight.Told(new Foretold(Foretold.Way.STOP_AND_START, List.of())));
        site.says("pacemaker", new Assertion<>(OWNER, ALLOW_MIGRATE, false));
        assertThat(ended(start(plan(Foretold.Way.STOP_AND_START))))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        is -> assertThat(is.reasons().getFirst()).startsWith("not accepted: not live"));
        assertThat(cluster.performed()).isEmpty();
        Outcome outcome = ended(start(plan(Foretold.Way.STOP_AND_START), "stop-and-start"));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void whatTheClusterForetellsOtherwiseByNowIsNotSent() {
        Foretold.Other web = new Foretold.Other("web", "web: migrates live");
        cluster.foretells(new Foresight.Told(new Foretold(Foretold.Way.LIVE, List.of(web))));
        assertThat(ended(start(plan(Foretold.Way.LIVE))))
                .isEqualTo(
                        new Outcome.Refused(
                                List.of(
                                        "its cluster foretells something else now (live; besides: web: migrates live): plan it again")));
        cluster.foretells(new Foresight.Untold("no way there"));
        assertThat(ended(start(plan(Foretold.Way.LIVE)))).isInstanceOf(Outcome.Refused.class);
        assertThat(journal.intents()).isZero();
        assertThat(cluster.performed()).isEmpty();
    }

    @Test
    void aClusterThatIsAtSomethingElseOrSilentIsNotTold() {
        cluster.settled(false);
        assertThat(ended(start(plan(Foretold.Way.LIVE))))
                .isEqualTo(new Outcome.Refused(
                        List.of("its cluster is at something else: wait until it has come to rest")));
        cluster.silent("sshd is gone");
        assertThat(ended(start(plan(Foretold.Way.LIVE)))).isInstanceOf(Outcome.Refused.class);
        assertThat(cluster.performed()).isEmpty();
    }

    /** Approved as a migration of the hosts' own, and by now a cluster is known to own it: it would start twice. */
    @Test
    void aMigrationBehindTheBackOfAClusterThatBecameKnownIsNotSent() {
        Plan plan = plan(Foretold.Way.LIVE);
        Plan behind = new Plan(
                plan.title(),
                plan.origin(),
                List.of(new Step.Migrate(vm, one, two, Tuning.DEFAULT)),
                plan.predicted(),
                List.of(),
                List.of(),
                plan.prediction());
        assertThat(ended(start(behind)))
                .isEqualTo(new Outcome.Refused(List.of("Pacemaker owns it now, as vm-payroll: plan it again")));
        assertThat(site.hand(one).performed()).isEmpty();
    }

    @Test
    void whoMovedBesidesIsNamedAndWhetherThatWasForetold() {
        Foretold.Other web = new Foretold.Other("web", "web: migrates live");
        cluster.foretells(new Foresight.Told(new Foretold(Foretold.Way.LIVE, List.of(web))));
        cluster.runs("mail", "two");
        cluster.does(step -> {
            follows(step);
            cluster.runs("web", "one");
            cluster.runs("mail");
        });
        assertThat(ended(start(plan(Foretold.Way.LIVE, web), "others-move")))
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(done.evidence())
                                .contains("; as foretold, web was on two and is on one")
                                .endsWith("; NOT foretold: mail was on two and is active nowhere"));
    }

    @Test
    void whatTheClusterRefusesLeavesAnothersRuleAlone() {
        cluster.ruled(true);
        cluster.answers(new Answer.Failed("it is there already"));
        assertThat(ended(start(plan(Foretold.Way.LIVE))))
                .isInstanceOfSatisfying(
                        Outcome.Unchanged.class, is -> assertThat(is.cause()).startsWith("it is there already"));
        assertThat(intents()).hasSize(1);
        assertThat(cluster.ruled()).isTrue();
    }

    @Test
    void aClusterThatLeavesItWhereItIsKeepsNoRule() {
        cluster.does(step -> {});
        assertThat(ended(start(plan(Foretold.Way.LIVE))))
                .isInstanceOfSatisfying(
                        Outcome.Unchanged.class,
                        is -> assertThat(is.cause())
                                .startsWith("the cluster was told, and it is not there; read back: running on one"));
        assertThat(cluster.ruled()).isFalse();
        assertThat(intents()).hasSize(2);
    }

    /** While the cluster is at it, a cancel takes the rule back; where the VM is then is read back like anything else. */
    @Test
    void aCancelTakesTheRuleBack() {
        cluster.does(step -> cluster.settled(step instanceof Step.ClusterClear));
        Work work = start(plan(Foretold.Way.LIVE));
        changes.await("its cluster is at it", () -> now(work).phase() == Phase.RUNNING && cluster.ruled());
        runner.cancel(work.id());
        assertThat(ended(work))
                .isInstanceOfSatisfying(
                        Outcome.Unchanged.class, is -> assertThat(is.cause()).startsWith("cancelled; read back"));
        assertThat(cluster.ruled()).isFalse();
    }

    @Test
    void aRuleThatStaysIsSaidUntilTheOperatorHasItTakenBack() {
        cluster.keepsRules(true);
        Work work = start(plan(Foretold.Way.LIVE));
        unsettled(work);
        assertThat(now(work).outcome())
                .get()
                .isInstanceOfSatisfying(
                        Outcome.Unknown.class, is -> assertThat(is.why()).contains("still holds in its cluster"));
        cluster.keepsRules(false);
        runner.cancel(work.id());
        assertThat(ended(work)).isInstanceOf(Outcome.Done.class);
        assertThat(journal.outcomes()).last().isInstanceOf(Outcome.Done.class);
    }

    @Test
    void whereTheHostsAndTheClusterDoNotAgreeNothingIsDone() {
        cluster.does(step -> {
            follows(step);
            if (step instanceof Step.ClusterMove) {
                cluster.runs("vm-payroll", "one");
            }
        });
        Work work = start(plan(Foretold.Way.LIVE));
        unsettled(work);
        assertThat(now(work).outcome())
                .get()
                .isInstanceOfSatisfying(
                        Outcome.Unknown.class, is -> assertThat(is.why()).contains("do not agree"));
        cluster.runs("vm-payroll", "two");
        assertThat(ended(work)).isInstanceOf(Outcome.Done.class);
    }

    // --- a desk that died between the two intents

    private Step.ClusterMove leftByAnEarlierRun() {
        Step.ClusterMove move =
                (Step.ClusterMove) plan(Foretold.Way.LIVE).steps().getFirst();
        journal.left(move, "payroll-db: one → two");
        follows(move);
        cluster.ruled(true);
        return move;
    }

    @Test
    void aRuleThatAnEarlierRunLeftIsTakenBackByTheOperatorsWordAlone() {
        Step.ClusterMove move = leftByAnEarlierRun();
        runner.settle();
        Work work = runner.works().getFirst();
        unsettled(work);
        assertThat(now(work).outcome())
                .get()
                .isInstanceOfSatisfying(
                        Outcome.Unknown.class, is -> assertThat(is.why()).contains("by your word alone"));
        assertThat(cluster.ruled()).isTrue();
        assertThat(cluster.performed()).isEmpty();
        runner.cancel(work.id());
        assertThat(ended(work)).isInstanceOf(Outcome.Done.class);
        assertThat(intents()).containsExactly(move.clear());
        assertThat(cluster.ruled()).isFalse();
    }

    @Test
    void aRuleWhoseTimeIsUpOrThatSomebodyElseTookBackIsConcludedAsItIs() {
        Step.ClusterMove move = leftByAnEarlierRun();
        Intent clearing = journal.left(move.clear(), "payroll-db: the rule that moved it is taken back");
        runner.settle();
        assertThat(runner.works()).as("both halves are one piece of work").hasSize(1);
        Work work = runner.works().getFirst();
        unsettled(work);
        cluster.ruled(false);
        assertThat(ended(work)).isInstanceOf(Outcome.Done.class);
        assertThat(cluster.performed()).isEmpty();
        assertThat(journal.entries())
                .filteredOn(Entry.Concluded.class::isInstance)
                .extracting(entry -> ((Entry.Concluded) entry).intent())
                .contains(clearing.id());
    }

    @Test
    void aSecondHalfAloneIsSettledToo() {
        Step.ClusterMove move =
                (Step.ClusterMove) plan(Foretold.Way.LIVE).steps().getFirst();
        journal.left(move.clear(), "payroll-db: the rule that moved it is taken back");
        follows(move);
        runner.settle();
        assertThat(ended(runner.works().getFirst())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void onlyTheNodeThatTakesItIsAskedAhead() {
        Step.ClusterMove move =
                (Step.ClusterMove) plan(Foretold.Way.LIVE).steps().getFirst();
        assertThat(new Foreseeing(site).apply(move)).isInstanceOf(Foresight.Told.class);
        site.lose(two);
        assertThat(new Foreseeing(site).apply(move))
                .isEqualTo(new Foresight.Untold("this desk does not act there over SSH"));
    }
}
