package org.redoubt.controllers.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.port.Answer;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.Sighting;
import org.redoubt.controllers.fake.Changes;
import org.redoubt.controllers.fake.HandClock;
import org.redoubt.controllers.fake.HandSite;
import org.redoubt.controllers.fake.MemoryJournal;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.plan.Approval;
import org.redoubt.topology.plan.Tuning;
import org.redoubt.topology.plan.move.Planning;
import org.slf4j.LoggerFactory;

/** A console that is closed while a host is at work: what the host answers later is neither written nor an error. */
class RunnerCloseTest {

    private final Changes changes = new Changes();
    private final HandSite site = new HandSite(changes);
    private final MemoryJournal journal = new MemoryJournal();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Logger log = (Logger) LoggerFactory.getLogger("org.redoubt.controllers.run");
    private ElementId one;
    private ElementId two;
    private ElementId vm;
    private Runner runner;

    @BeforeEach
    void aMigrationIsUnderWay() {
        logged.start();
        log.addAppender(logged);
        one = site.host("one");
        two = site.host("two");
        vm = site.vm("payroll-db", one);
        Desk desk = new HandClock().desk();
        Desk watched = new Desk(desk.id(), desk.operator(), desk.clock(), this::thread, desk.random());
        runner = new Runner(site::site, site, journal, watched, new Pace(2, 8, 1, 5, 3));
        runner.start(new Approval(Planning.migrate(site.site(), vm, two, Tuning.DEFAULT), "ada", Set.of()));
        changes.await("it is sent", () -> !site.hand(one).performed().isEmpty());
    }

    @AfterEach
    void unlog() {
        log.detachAppender(logged);
    }

    private Thread thread(Runnable work) {
        Thread thread = Thread.ofPlatform().daemon().unstarted(work);
        threads.add(thread);
        return thread;
    }

    private void close() {
        runner.close();
        journal.close();
    }

    private void everyThreadHasEnded() throws InterruptedException {
        for (Thread thread : threads) {
            assertThat(thread.join(Duration.ofSeconds(20)))
                    .as("%s ended", thread)
                    .isTrue();
        }
    }

    private void theIntentIsLeftOpen() {
        assertThat(journal.intents()).isEqualTo(1);
        assertThat(journal.outcomes()).isEmpty();
        assertThat(journal.late()).isEmpty();
        assertThat(logged.list).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
    }

    @Test
    void aLateAnswerIsNotConcluded() throws InterruptedException {
        close();
        site.hand(one).sees(new Sighting.Absent(one), vm);
        site.hand(two).sees(vm, RunState.RUNNING);
        site.hand(one).answer(new Answer.Accepted());
        everyThreadHasEnded();
        theIntentIsLeftOpen();
    }

    @Test
    void aHostThatFallsSilentAsItsHandIsClosedIsLeftToTheNextStart() throws InterruptedException {
        close();
        site.hand(one).sees(new Sighting.Unread(one, "closed"), vm);
        site.hand(one).answer(new Answer.Silent("closed"));
        everyThreadHasEnded();
        theIntentIsLeftOpen();
    }

    @Test
    void aHandThatBreaksAsItIsClosedIsNoError() throws InterruptedException {
        close();
        site.hand(one).answerBroken();
        everyThreadHasEnded();
        theIntentIsLeftOpen();
    }
}
