package org.redoubt.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redoubt.agent.libvirt.wire.Handles;
import org.redoubt.agent.port.Answer;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.Tuning;

/** Either it was sent or it was given up, never both: with a host that takes its time to get ready. */
@ExtendWith(NeedsLibvirt.class)
class MigrationTest {

    private static final String TEST = "6695eb01-f6a4-8304-79aa-97f2502e193f";
    private static final String NOWHERE = "qemu+tcp://127.0.0.1:9/system";

    private final Lane act = lane("act");
    private final Lane jobs = lane("job");
    private final CountDownLatch busy = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);
    private final List<JobFigures> figures = new ArrayList<>();

    private static Lane lane(String name) {
        return new Lane(
                name,
                new HostEntry("h", "test:///default", Optional.empty(), true),
                TestDesk.LIBRARY,
                TestDesk.DESK,
                Pace.NORMAL,
                new Handles(),
                new Identity());
    }

    private Migration migration(String vm, Tuning tuning) {
        Step.Migrate step = new Step.Migrate(ElementId.vm(vm), ElementId.host("h"), ElementId.host("o"), tuning);
        return new Migration(step, NOWHERE, jobs, figures::add);
    }

    @BeforeEach
    void occupy() throws InterruptedException {
        act.ask(connection -> {
            busy.countDown();
            await(free);
            return true;
        });
        assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void close() {
        free.countDown();
        act.close();
        jobs.close();
    }

    private CompletableFuture<Answer> perform(Migration migration, long patience) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> answer.complete(migration.perform(act, patience)));
        return answer;
    }

    @Test
    void whatIsCancelledBeforeItIsSentNeverIs() throws Exception {
        Migration migration = migration(TEST, Tuning.DEFAULT);
        CompletableFuture<Answer> answer = perform(migration, 60_000);

        migration.cancel();

        assertThat(answer.get(10, TimeUnit.SECONDS))
                .as("answered although the host is still busy")
                .isEqualTo(new Answer.Cancelled());
        free.countDown();
        assertThat(act.ask(connection -> connection.alive()).get(10, TimeUnit.SECONDS))
                .as("the lane goes on")
                .isTrue();
    }

    @Test
    void whatIsNotSentInTimeNeverIs() throws Exception {
        Answer answer = perform(migration(TEST, Tuning.DEFAULT), 100).get(10, TimeUnit.SECONDS);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Failed.class, failed -> assertThat(failed.why()).contains("nothing was sent"));
    }

    @Test
    void aVmThatIsNotThereIsSaidToBeSo() throws Exception {
        free.countDown();

        Answer answer = perform(migration("00000000-0000-0000-0000-000000000001", Tuning.DEFAULT), 10_000)
                .get(10, TimeUnit.SECONDS);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Failed.class, failed -> assertThat(failed.why()).contains("no such VM"));
    }

    @Test
    void aPauseLimitThatTheDriverCannotKeepIsNotPassedOver() throws Exception {
        free.countDown();

        Answer answer =
                perform(migration(TEST, new Tuning(0, false, 50)), 10_000).get(10, TimeUnit.SECONDS);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.why()).contains("virDomainMigrateSetMaxDowntime"));
    }

    @Test
    void closingWhileItWaitsIsAFailureOfWhatWasNotSent() throws Exception {
        CompletableFuture<Answer> answer = perform(migration(TEST, Tuning.DEFAULT), 60_000);
        // it is in the queue behind the busy one, or is told at once that the lane is closed
        act.close();
        free.countDown();

        assertThat(answer.get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.Failed.class);
    }

    @Test
    void ticksBeforeAndAfterAskNothing() throws Exception {
        Migration migration = migration(TEST, Tuning.DEFAULT);
        migration.tick();
        migration.cancel();
        migration.tick();

        assertThat(jobs.ask(connection -> true).get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(figures).isEmpty();
    }
}
