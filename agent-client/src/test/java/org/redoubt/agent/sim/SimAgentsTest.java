package org.redoubt.agent.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.JOB;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.redoubt.agent.port.Answer;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.DeskClock;
import org.redoubt.agent.port.FactSource;
import org.redoubt.agent.port.Intent;
import org.redoubt.agent.port.Sighting;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Job;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Whereabouts;
import org.redoubt.topology.plan.Tuning;

/** The demo site behind the ports, its time passed by hand: nothing here waits for real time. */
@Timeout(60)
class SimAgentsTest {

    private static final ElementId NODE_2 = ElementId.host("node-2");
    private static final ElementId NODE_3 = ElementId.host("node-3");

    private final Sitting desk = new Sitting(SimSpec.demo(7));

    @AfterEach
    void close() {
        desk.close();
    }

    private static Intent intent(ElementId vm, ElementId from, ElementId to, Tuning tuning) {
        return Sitting.intent(vm, from, to, tuning);
    }

    @Test
    void everySourceSaysAllAtItsStartOnTheDesksClock() {
        assertThat(desk.site().vms()).hasSize(SimSpec.demo(7).vms());
        assertThat(desk.site().now()).isEqualTo(123_456);
        assertThat(desk.agents().simulated()).isTrue();
        assertThat(desk.agents().name()).isEqualTo("demo");
        assertThat(desk.agents().agent(ElementId.host("node-99"))).isEmpty();
    }

    @Test
    void nothingIsHeardOfASourceThatIsClosed() {
        FactSource closed = desk.agents().sources().stream()
                .filter(source -> source.source().toString().equals("libvirt@node-1"))
                .findFirst()
                .orElseThrow();
        closed.close();
        long before = lastHeard("node-1");
        desk.pass(12_000);
        assertThat(lastHeard("node-1")).isEqualTo(before);
        assertThat(lastHeard("node-2")).isGreaterThan(before);
    }

    private long lastHeard(String host) {
        return desk.site().find(ElementId.host(host)).orElseThrow().claims().all().stream()
                .filter(claim -> claim.source().kind().equals("libvirt"))
                .mapToLong(claim -> claim.heard())
                .max()
                .orElseThrow();
    }

    @Test
    void aMigrationIsHeardFromBothHostsAndNeverTwice() {
        ElementId vm = desk.vm("payroll-db");
        List<String> course = new ArrayList<>();
        CompletableFuture<Answer> answer = desk.perform(intent(vm, NODE_2, NODE_3, Tuning.DEFAULT));
        while (desk.agents().underWay() > 0) {
            desk.pass(50);
            Element.Vm now = desk.site().vm(vm).orElseThrow();
            String place = now.claims().about(JOB).stream()
                    .map(claim -> claim.source().where() + " " + claim.value())
                    .sorted()
                    .toList()
                    .toString();
            if (course.isEmpty() || !course.getLast().equals(place)) {
                course.add(place);
            }
        }
        assertThat(answer.join()).isEqualTo(new Answer.Accepted());
        desk.pass(100);
        assertThat(course)
                .containsSubsequence(
                        "[node-2 MIGRATING_OUT]", "[node-2 MIGRATING_OUT, node-3 MIGRATING_IN]", "[node-3 NONE]");
        assertThat(desk.twice()).isEmpty();
        Whereabouts where = desk.site().vm(vm).orElseThrow().whereabouts();
        assertThat(where.host()).contains(NODE_3);
        assertThat(where.state()).isEqualTo(RunState.RUNNING);
        assertThat(desk.site().vm(vm).orElseThrow().value(JOB)).contains(Job.NONE);
        assertThat(desk.figures()).hasSizeGreaterThan(10);
        assertThat(desk.figures().getLast().remaining()).isZero();
        assertThat(desk.figures().getLast().pause()).isPositive();
    }

    @Test
    void bothHostsAreReadBack() {
        ElementId vm = desk.vm("payroll-db");
        CompletableFuture<Answer> answer = desk.perform(intent(vm, NODE_2, NODE_3, Tuning.DEFAULT));
        desk.pass(1_000);
        assertThat(desk.agents().agent(NODE_2).orElseThrow().sight(vm))
                .isInstanceOfSatisfying(Sighting.Seen.class, seen -> {
                    assertThat(seen.state()).isEqualTo(RunState.RUNNING);
                    assertThat(seen.migrating()).isTrue();
                    assertThat(seen.figures().total()).isEqualTo(8L << 30);
                });
        assertThat(desk.agents().agent(NODE_3).orElseThrow().sight(vm))
                .isInstanceOfSatisfying(
                        Sighting.Seen.class, seen -> assertThat(seen.state()).isEqualTo(RunState.PAUSED));
        desk.finish(answer);
        assertThat(desk.agents().agent(NODE_2).orElseThrow().sight(vm)).isEqualTo(new Sighting.Absent(NODE_2));
        assertThat(desk.agents().agent(NODE_3).orElseThrow().sight(vm))
                .isInstanceOfSatisfying(Sighting.Seen.class, seen -> {
                    assertThat(seen.state()).isEqualTo(RunState.RUNNING);
                    assertThat(seen.migrating()).isFalse();
                    assertThat(seen.figures().elapsed()).as("how long it took").isPositive();
                    assertThat(seen.figures().pause())
                            .as("how long it stood still")
                            .isPositive();
                });
        assertThat(desk.agents().agent(NODE_3).orElseThrow().sight(ElementId.vm("no-such")))
                .isEqualTo(new Sighting.Absent(NODE_3));
    }

    @Test
    void cancelledItStaysAndTheCallReturns() {
        ElementId vm = desk.vm("payroll-db");
        Intent intent = intent(vm, NODE_2, NODE_3, new Tuning(50_000_000, true, 0));
        CompletableFuture<Answer> answer = desk.perform(intent);
        desk.pass(3_000);
        desk.agents().agent(NODE_2).orElseThrow().cancel(intent);
        assertThat(desk.finish(answer)).isEqualTo(new Answer.Cancelled());
        desk.pass(200);
        assertThat(desk.site().vm(vm).orElseThrow().claims().about(JOB))
                .allSatisfy(claim -> assertThat(claim.value()).isEqualTo(Job.NONE))
                .hasSize(1);
        assertThat(desk.site().vm(vm).orElseThrow().whereabouts().host()).contains(NODE_2);
    }

    @Test
    void aFailureIsToldInTheHostsWords() {
        Answer answer = desk.finish(desk.perform(
                intent(desk.vm("search"), ElementId.host("node-4"), ElementId.host("node-6"), Tuning.DEFAULT)));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Failed.class, failed -> assertThat(failed.why()).contains("avx512"));
        Answer elsewhere = desk.finish(desk.perform(intent(desk.vm("search"), NODE_2, NODE_3, Tuning.DEFAULT)));
        assertThat(elsewhere)
                .isInstanceOfSatisfying(
                        Answer.Failed.class, failed -> assertThat(failed.why()).contains("Domain not found"));
    }

    @Test
    void aHostThatDiesMeanwhileGivesNoAnswer() {
        ElementId node7 = ElementId.host("node-7");
        desk.pass(38_000);
        Answer answer = desk.finish(desk.perform(
                intent(desk.vm("logs"), node7, ElementId.host("node-5"), new Tuning(50_000_000, false, 0))));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Silent.class, silent -> assertThat(silent.why()).contains("keepalive timeout"));
        assertThat(desk.agents().agent(node7).orElseThrow().sight(desk.vm("logs")))
                .isInstanceOf(Sighting.Unread.class);
    }

    @Test
    void aHostThatIsSilentAlreadyGivesNoneEither() {
        ElementId node7 = ElementId.host("node-7");
        desk.pass(41_000);
        Answer answer =
                desk.finish(desk.perform(intent(desk.vm("logs"), node7, ElementId.host("node-5"), Tuning.DEFAULT)));
        assertThat(answer).isInstanceOf(Answer.Silent.class);
    }

    @Test
    void closingGivesTheCallBack() {
        CompletableFuture<Answer> answer = desk.perform(intent(desk.vm("payroll-db"), NODE_2, NODE_3, Tuning.DEFAULT));
        desk.agents().close();
        assertThat(answer.join()).isInstanceOf(Answer.Silent.class);
        assertThat(desk.agents()
                        .agent(NODE_2)
                        .orElseThrow()
                        .perform(intent(desk.vm("mail"), NODE_2, NODE_3, Tuning.DEFAULT), f -> {}))
                .isInstanceOf(Answer.Silent.class);
    }

    @Test
    void aSlowListenerMayAskBackWithoutADeadlock() {
        ElementId vm = desk.vm("payroll-db");
        List<Sighting> asked = new ArrayList<>();
        FactSource source = desk.agents().sources().getFirst();
        source.close();
        source.start(fact -> asked.add(desk.agents().agent(NODE_2).orElseThrow().sight(vm)));
        desk.pass(100);
        assertThat(asked).isNotEmpty();
    }

    @Test
    void aBigSiteComesInOverSomeSteps() {
        try (SimAgents big = SimAgents.byHand(SimSpec.sized(1_200, 1_200, 7), Sims.desk(desk.clock()))) {
            List<Fact> facts = new ArrayList<>();
            big.sources().forEach(source -> source.start(facts::add));
            assertThat(facts).isEmpty();
            big.step();
            int first = facts.size();
            for (int i = 0; i < 3; i++) {
                desk.clock().pass(100);
                big.step();
            }
            assertThat(first).isBetween(2_900, 3_000);
            assertThat(facts).hasSizeGreaterThan(big.sources().size() - 20);
        }
    }

    @Test
    void withAThreadItGoesByItself() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(3);
        Desk real = Sims.desk(desk.clock());
        DeskClock running = new DeskClock() {
            private final long began = System.nanoTime();

            @Override
            public long millis() {
                return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            }

            @Override
            public Instant wall() {
                return Instant.EPOCH;
            }
        };
        Desk desk = new Desk(real.id(), real.operator(), running, real.threads(), real.random());
        try (SimAgents live = new SimAgents(SimSpec.demo(7), desk, 50)) {
            live.sources().stream()
                    .filter(source -> source.source().toString().equals("libvirt@node-3"))
                    .forEach(source -> source.start(fact -> told.countDown()));
            assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
