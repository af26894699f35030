package org.redoubt.agent.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.redoubt.agent.port.Answer;
import org.redoubt.agent.port.HostAgent;
import org.redoubt.agent.port.Intent;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Whereabouts;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.Tuning;

/** A desk that sits before a simulated site whose time is passed by hand, hears all of it, and may act. */
final class Sitting {

    static final long BEGAN = 123_456;

    private final SimClock clock = new SimClock();
    private final SimAgents agents;
    private final List<Fact> heard = new ArrayList<>();
    private final List<JobFigures> figures = new CopyOnWriteArrayList<>();
    private final Set<String> twice = new HashSet<>();
    private Site site = Site.empty("x");

    Sitting(SimSpec spec) {
        agents = SimAgents.byHand(spec, Sims.desk(clock));
        clock.pass(BEGAN);
        agents.sources().forEach(source -> source.start(heard::add));
        pass(0);
    }

    void close() {
        agents.close();
    }

    SimAgents agents() {
        return agents;
    }

    SimClock clock() {
        return clock;
    }

    Site site() {
        return site;
    }

    List<JobFigures> figures() {
        return figures;
    }

    /** The VMs that were ever believed to run at two places. */
    Set<String> twice() {
        return twice;
    }

    /** Lets time pass, and listens each tenth of a second. */
    void pass(long millis) {
        for (long left = millis; left >= 0; left -= 100) {
            clock.pass(Math.min(100, left));
            listen();
        }
    }

    /** Brings the site up to the clock in one step. */
    int listen() {
        agents.step();
        int facts = heard.size();
        for (Fact fact : heard) {
            site = Folding.fold(site, fact);
            if (fact instanceof Fact.Report report && report.source().kind().equals("libvirt")) {
                report.assertions().stream()
                        .filter(line -> line.attribute() == Attributes.RUNS_ON && line.value() != null)
                        .flatMap(line -> site.vm(line.element()).stream())
                        .filter(vm -> vm.whereabouts() instanceof Whereabouts.Twice)
                        .forEach(vm -> twice.add(vm.name()));
            }
        }
        heard.clear();
        return facts;
    }

    ElementId vm(String name) {
        return site.vms()
                .filter(vm -> vm.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    HostAgent agent(ElementId host) {
        return agents.agent(host).orElseThrow();
    }

    static Intent intent(ElementId vm, ElementId from, ElementId to, Tuning tuning) {
        return new Intent(
                UUID.randomUUID(),
                1,
                Instant.EPOCH,
                "desk-test",
                "tester",
                "test",
                new Step.Migrate(vm, from, to, tuning),
                Set.of());
    }

    /** Performs on a thread of its own, as a runner does, and returns when the call has been taken. */
    CompletableFuture<Answer> perform(Intent intent) {
        HostAgent agent = agent(intent.step().actor());
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        int before = agents.underWay();
        Thread caller = new Thread(() -> answer.complete(agent.perform(intent, figures::add)));
        caller.setDaemon(true);
        caller.start();
        while (agents.underWay() == before && !answer.isDone()) {
            Thread.onSpinWait();
        }
        return answer;
    }

    /** Lets time pass until every call has its answer. */
    Answer finish(CompletableFuture<Answer> answer) {
        for (int i = 0; i < 600 && agents.underWay() > 0; i++) {
            pass(500);
        }
        return answer.join();
    }
}
