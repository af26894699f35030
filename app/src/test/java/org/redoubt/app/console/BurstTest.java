package org.redoubt.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redoubt.agent.port.FactSource;
import org.redoubt.controllers.watch.Watch;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;
import org.redoubt.views.fx.Pulse;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** From many sources at once to the toolkit's thread: a burst of facts neither blocks it nor is lost. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class BurstTest {

    private static final int SOURCES = 4;
    private static final int EACH = 25_000;

    private final List<Mouth> mouths = new ArrayList<>();
    private final AtomicInteger deliveries = new AtomicInteger();
    private final AtomicReference<Site> shown = new AtomicReference<>(Site.empty("burst"));
    private final CountDownLatch all = new CountDownLatch(1);
    private TextField field;
    private Watch watch;

    private static final class Mouth implements FactSource {
        private final Source source;
        private Consumer<? super Fact> sink;

        private Mouth(int number) {
            source = new Source("libvirt", "h" + number);
        }

        /** Another thing with each sequence: no fact overtakes another. */
        private void says(int sequence) {
            ElementId vm = ElementId.vm(source.where() + "-" + sequence);
            sink.accept(new Fact.Report(
                    source, sequence, sequence, List.of(new Assertion<>(vm, Attributes.MEMORY, (long) sequence))));
        }

        @Override
        public Source source() {
            return source;
        }

        @Override
        public void start(Consumer<? super Fact> hearer) {
            sink = hearer;
        }

        @Override
        public void close() {}
    }

    @Start
    void start(Stage stage) {
        for (int i = 0; i < SOURCES; i++) {
            mouths.add(new Mouth(i));
        }
        watch = new Watch(Site.empty("burst"), List.copyOf(mouths), ConsoleUnderTest.desk());
        Pulse<Site> pulse = new Pulse<>(site -> {
            deliveries.incrementAndGet();
            shown.set(site);
            if (site.vms().count() == SOURCES * EACH) {
                all.countDown();
            }
        });
        watch.onChange(() -> pulse.offer(watch.newest()));
        watch.start();
        field = new TextField();
        stage.setScene(new Scene(field, 400, 100));
        stage.show();
        field.requestFocus();
    }

    @AfterEach
    void end() {
        watch.close();
    }

    private List<Thread> burst(Runnable after) {
        List<Thread> threads = mouths.stream()
                .map(mouth -> Thread.ofPlatform().daemon().start(() -> {
                    for (int i = 1; i <= EACH; i++) {
                        mouth.says(i);
                    }
                    after.run();
                }))
                .toList();
        return threads;
    }

    private void assertNothingIsLost() throws InterruptedException {
        assertThat(all.await(ConsoleUnderTest.PATIENCE, TimeUnit.SECONDS)).isTrue();
        for (Mouth mouth : mouths) {
            for (int i = 1; i <= EACH; i++) {
                ElementId vm = ElementId.vm(mouth.source().where() + "-" + i);
                assertThat(shown.get().find(vm).orElseThrow().value(Attributes.MEMORY))
                        .contains((long) i);
            }
        }
    }

    @Test
    void aHundredThousandFactsWhileTheToolkitIsBusyAreOneCallAndNoneIsLost() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        Platform.runLater(() -> {
            busy.countDown();
            try {
                free.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        busy.await();
        int before = deliveries.get();
        for (Thread thread : burst(() -> {})) {
            thread.join();
        }
        CountDownLatch folded = new CountDownLatch(1);
        watch.onChange(() -> {
            if (watch.newest().vms().count() == SOURCES * EACH) {
                folded.countDown();
            }
        });
        mouths.getFirst().says(EACH + 1); // what is folded after the others is heard after them
        mouths.getFirst()
                .sink
                .accept(new Fact.Report(
                        mouths.getFirst().source(),
                        EACH + 2,
                        EACH + 2,
                        List.of(Assertion.gone(ElementId.vm("h0-" + (EACH + 1)), Attributes.MEMORY))));
        assertThat(folded.await(ConsoleUnderTest.PATIENCE, TimeUnit.SECONDS)).isTrue();
        assertThat(deliveries).hasValue(before);
        free.countDown();
        assertNothingIsLost();
        // one held what was there when it began, one what came until it ended; ticks may have followed
        assertThat(deliveries.get() - before).isLessThan(100);
    }

    /** The sources do not end before what was typed is there: if they kept it from being heard, they would never end. */
    @Test
    void whatIsTypedDuringABurstIsHeardBeforeItEnds(FxRobot robot) throws Exception {
        AtomicBoolean typed = new AtomicBoolean();
        Platform.runLater(() -> field.textProperty().addListener((_, _, text) -> typed.set(text.equals("node-7"))));
        List<Thread> threads = burst(() -> {
            Mouth own = new Mouth(99);
            own.sink = mouths.getFirst().sink;
            for (int i = 1; !typed.get(); i++) {
                own.sink.accept(new Fact.Report(
                        own.source(), i, i, List.of(new Assertion<>(ElementId.host("h"), Attributes.CPUS, (long) i))));
            }
        });
        robot.clickOn(field).write("node-7");
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(ConsoleUnderTest.PATIENCE));
            assertThat(thread.isAlive()).isFalse();
        }
        assertThat(typed).isTrue();
        assertNothingIsLost();
    }
}
