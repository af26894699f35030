package org.redoubt.controllers.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.Tuning;

class BoardTest {

    private final Board board = new Board();

    private Work put() {
        Step step = new Step.Migrate(ElementId.vm("a"), ElementId.host("one"), ElementId.host("two"), Tuning.DEFAULT);
        Work work = new Work(
                UUID.randomUUID(),
                "a: one → two",
                step,
                "ada",
                Phase.WAITING,
                JobFigures.NONE,
                Optional.empty(),
                0,
                -1,
                Optional.empty(),
                true,
                "");
        board.put(work);
        return work;
    }

    @Test
    void ofWhatEndedTheNewestAreKeptAndOfWhatGoesOnAll() {
        Work live = put();
        for (int i = 0; i < Board.KEPT + 50; i++) {
            Work work = put();
            board.update(work.id(), one -> one.ended(new Outcome.Done("x"), 1));
        }
        put();
        assertThat(board.works()).hasSize(Board.KEPT + 2).contains(live);
        assertThat(board.works().getLast()).isEqualTo(live);
    }

    @Test
    void whatEndedStaysAsItIs() {
        Work work = put();
        board.update(work.id(), one -> one.ended(new Outcome.Done("x"), 1));
        board.update(work.id(), one -> one.in(Phase.RUNNING, true));
        assertThat(board.find(work.id()).orElseThrow().phase()).isEqualTo(Phase.ENDED);
    }

    @Test
    void onlyAChangeIsTold() {
        Work work = put();
        AtomicInteger told = new AtomicInteger();
        board.onChange(told::incrementAndGet);
        board.update(work.id(), one -> one.in(Phase.RUNNING, true));
        board.update(work.id(), one -> one.in(Phase.RUNNING, true));
        board.update(UUID.randomUUID(), one -> one.in(Phase.RUNNING, true));
        assertThat(told).hasValue(1);
    }
}
