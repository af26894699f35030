package org.redoubt.controllers.run;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.plan.Approval;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Outcome;
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
}
