package org.redoubt.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redoubt.agent.libvirt.wire.Handles;
import org.redoubt.agent.libvirt.wire.LibvirtFault;

@ExtendWith(NeedsLibvirt.class)
class LaneTest {

    private final Handles handles = new Handles();
    private final Lane lane = lane("test:///default");

    private Lane lane(String uri) {
        return new Lane(
                "test",
                new HostEntry("h", uri, Optional.empty(), true),
                TestDesk.LIBRARY,
                TestDesk.DESK,
                Pace.NORMAL,
                handles,
                new Identity());
    }

    @AfterEach
    void close() {
        lane.close();
    }

    @Test
    void whatIsAskedIsDoneInOrderByOneThread() throws Exception {
        List<CompletableFuture<String>> answers = IntStream.range(0, 20)
                .mapToObj(i ->
                        lane.ask(connection -> i + " " + Thread.currentThread().getName()))
                .toList();

        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get(10, TimeUnit.SECONDS)).isEqualTo(i + " libvirt test h");
        }
        assertThat(handles.live()).as("over one connection").isEqualTo(1);
    }

    @Test
    void aFaultIsTheAnswerAndTheLaneGoesOn() throws Exception {
        CompletableFuture<String> failing = lane.ask(connection -> {
            throw new LibvirtFault(42, 0, "no such thing");
        });
        CompletableFuture<String> bug = lane.ask(connection -> {
            throw new IllegalStateException("a bug of ours");
        });

        assertThatThrownBy(() -> failing.get(10, TimeUnit.SECONDS)).hasMessageContaining("no such thing");
        assertThatThrownBy(() -> bug.get(10, TimeUnit.SECONDS)).hasMessageContaining("a bug of ours");
        assertThat(lane.ask(connection -> connection.type()).get(10, TimeUnit.SECONDS))
                .isEqualTo("TEST");
    }

    @Test
    void closingAnswersWhatWaitsAndGivesTheConnectionBack() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Boolean> running = lane.ask(connection -> {
            begun.countDown();
            awaitQuietly(goOn);
            return true;
        });
        CompletableFuture<Boolean> waiting = lane.ask(connection -> true);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        lane.close();

        assertThatThrownBy(() -> running.get(10, TimeUnit.SECONDS)).hasMessageContaining("closed");
        goOn.countDown();
        assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS)).hasMessageContaining("closed");
        assertThatThrownBy(() -> lane.ask(connection -> true).get(10, TimeUnit.SECONDS))
                .hasMessageContaining("closed");
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (handles.live() > 0 && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(handles.live()).isZero();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatCannotBeOpenedIsTriedAnewEachTime() {
        try (Lane refused = lane("qemu+tcp://127.0.0.1:9/system")) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> refused.ask(connection -> true).get(10, TimeUnit.SECONDS))
                        .hasMessageContaining("Connection refused");
            }
        }
        assertThat(handles.live()).isZero();
    }

    @Test
    void theMachineFirstSeenIsTheOnlyOneAccepted() {
        Identity identity = new Identity();

        assertThat(identity.accepts("one")).isTrue();
        assertThat(identity.accepts("one")).isTrue();
        assertThat(identity.accepts("another")).isFalse();
        assertThat(identity.accepts("one")).isTrue();
        assertThat(identity.objection("another")).contains("one", "another");
    }
}
