package org.redoubt.controllers.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redoubt.controllers.fake.Changes;
import org.redoubt.controllers.fake.HandClock;
import org.redoubt.topology.model.Site;

class FollowerTest {

    private static final long AGES = 3_600_000;

    private final AtomicReference<Site> newest = new AtomicReference<>(Site.empty("one"));
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final Changes changes = new Changes();
    private Follower follower;

    private void follow(long rest, Runnable work) {
        follower = new Follower(
                "test",
                rest,
                newest::get,
                site -> {
                    work.run();
                    done.add(site.name());
                    changes.happened();
                },
                new HandClock().desk());
        follower.begin();
    }

    @AfterEach
    void end() {
        follower.end();
    }

    @Test
    void itBeginsWithTheSiteThatThereIs() {
        follow(AGES, () -> {});
        changes.await("it is done", () -> done.equals(List.of("one")));
    }

    @Test
    void sitesThatComeWhileItWorksArePassedOverButForTheLast() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        follow(0, () -> {
            working.countDown();
            awaited(goOn);
        });
        working.await();
        for (String name : List.of("two", "three", "four")) {
            newest.set(Site.empty(name));
            follower.siteChanged();
        }
        goOn.countDown();
        changes.await("the last is done", () -> done.contains("four"));
        assertThat(done).containsExactly("one", "four");
    }

    @Test
    void whatIsAskedForDoesNotWaitForTheRest() {
        follow(AGES, () -> {});
        changes.await("the first is done", () -> done.size() == 1);
        newest.set(Site.empty("two"));
        follower.ask();
        changes.await("the second is", () -> done.equals(List.of("one", "two")));
    }

    @Test
    void workThatBreaksIsDoneAgain() {
        AtomicInteger times = new AtomicInteger();
        follow(0, () -> {
            if (times.incrementAndGet() == 1) {
                changes.happened();
                throw new IllegalStateException("broken");
            }
        });
        changes.await("it broke", () -> times.get() == 1);
        follower.siteChanged();
        changes.await("it is done", () -> done.equals(List.of("one")));
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
