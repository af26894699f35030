package org.redoubt.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Does something in every pulse of the toolkit, and measures what that costs. */
final class Pulses {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /**
     * What was measured, milliseconds, ascending.
     *
     * @param work from the beginning of a pulse's work to its end
     * @param processor what of that the toolkit's thread had the processor
     * @param frames from one pulse to the next
     */
    record Figures(double[] work, double[] processor, double[] frames) {
        static double at(double[] sorted, double share) {
            return sorted.length == 0 ? Double.NaN : sorted[(int) Math.round((sorted.length - 1) * share)];
        }

        double median() {
            return at(frames, 0.5);
        }

        double framesPerSecond() {
            return 1000 * frames.length / Arrays.stream(frames).sum();
        }
    }

    private final Pane root;

    Pulses(Pane root) {
        this.root = root;
    }

    /** So many pulses to warm up, and so many that count. */
    Figures of(Node shown, int warm, int counted, LongConsumer work) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        List<long[]> pulses = new ArrayList<>();
        AnimationTimer timer = new AnimationTimer() {
            private long last;

            @Override
            public void handle(long time) {
                long start = System.nanoTime();
                long processor = THREADS.getCurrentThreadCpuTime();
                work.accept(start);
                long used = THREADS.getCurrentThreadCpuTime() - processor;
                pulses.add(new long[] {System.nanoTime() - start, used, start - last});
                last = start;
                if (pulses.size() >= warm + counted) {
                    stop();
                    done.countDown();
                }
            }
        };
        Platform.runLater(() -> {
            root.getChildren().setAll(shown);
            timer.start();
        });
        done.await();
        List<long[]> all = pulses.subList(Math.max(1, warm), pulses.size());
        return new Figures(sorted(all, 0), sorted(all, 1), sorted(all, 2));
    }

    private static double[] sorted(List<long[]> pulses, int which) {
        double[] all = pulses.stream().mapToDouble(pulse -> pulse[which] / 1e6).toArray();
        Arrays.sort(all);
        return all;
    }
}
