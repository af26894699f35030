package org.redoubt.agent.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.DeskClock;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.plan.Approval;
import org.redoubt.topology.plan.Plan;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.Tuning;

/** Desks and steps for tests: a clock that goes on by a second each time it is read, and chance that repeats itself. */
final class Desks {

    static final Instant MORNING = Instant.parse("2026-03-01T08:00:00.123456789Z");
    static final String VM = "5f0c7a52-0b0e-4d5b-9a5e-000000000001";

    private Desks() {}

    static Desk desk(String id) {
        return desk(id, 7);
    }

    static Desk desk(String id, long seed) {
        AtomicLong seconds = new AtomicLong();
        DeskClock clock = new DeskClock() {
            @Override
            public long millis() {
                return seconds.get() * 1000;
            }

            @Override
            public Instant wall() {
                return MORNING.plusSeconds(seconds.getAndIncrement());
            }
        };
        return new Desk(id, "maria", clock, Thread::new, new Random(seed));
    }

    static Step.Migrate step() {
        return step(VM, "node-1", "node-2");
    }

    static Step.Migrate step(String vm, String from, String to) {
        return new Step.Migrate(
                ElementId.vm(vm), ElementId.host(from), ElementId.host(to), new Tuning(1 << 20, true, 0));
    }

    static Approval approval(String title, Step step, String... accepted) {
        Site site = Site.empty("test");
        Plan plan = new Plan(title, site, List.of(step), site, List.of(), List.of(), Optional.empty());
        return new Approval(plan, "maria", Set.of(accepted));
    }

    static Approval approval(Step step) {
        return approval("payroll-db: node-1 → node-2", step, "owner-unknown");
    }
}
