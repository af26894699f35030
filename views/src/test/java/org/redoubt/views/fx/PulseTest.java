package org.redoubt.views.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A burst of values becomes few calls, and the last of them is always delivered. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class PulseTest {

    private final List<Integer> received = new ArrayList<>();
    private final CountDownLatch last = new CountDownLatch(1);
    private Pulse<Integer> pulse;

    @Start
    void start(Stage stage) {
        pulse = new Pulse<>(value -> {
            assertThat(Platform.isFxApplicationThread()).isTrue();
            received.add(value);
            if (value == 10_000) {
                last.countDown();
            }
        });
    }

    @Test
    void ten_thousand_values_offered_while_the_toolkit_is_busy_are_one_call() throws InterruptedException {
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
        for (int i = 1; i <= 10_000; i++) {
            pulse.offer(i);
        }
        free.countDown();

        assertThat(last.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(received).containsExactly(10_000);
    }

    @Test
    void what_is_offered_by_the_receiver_itself_is_delivered_too() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        List<Pulse<Integer>> self = new ArrayList<>();
        self.add(new Pulse<>(value -> {
            if (value < 3) {
                self.getFirst().offer(value + 1);
            } else {
                done.countDown();
            }
        }));
        self.getFirst().offer(0);

        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    }
}
