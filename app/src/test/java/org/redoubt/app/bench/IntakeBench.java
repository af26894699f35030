package org.redoubt.app.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.FactSource;
import org.redoubt.app.Workstation;
import org.redoubt.controllers.watch.Watch;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;
import org.redoubt.views.fx.Pulse;

/**
 * How many facts a second come from a source's thread to what the toolkit's thread takes: the watch and one pulse beside
 * a {@code Platform.runLater} per fact, in turn, over the figures of a site of 40,000 VMs. And how long a fact takes to
 * the toolkit's thread while they come. Run by {@code app/bench/intake}.
 */
public final class IntakeBench extends Application {

    private static final int HOSTS = 2_500;
    private static final int VMS = 16;
    private static final int FIGURES = 5;
    private static final int ROUNDS = 5;

    private static final class Mouth implements FactSource {
        private final Source source = new Source("libvirt", "all");
        private Consumer<? super Fact> sink;

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

    /** What the polls of all hosts say: a report for each host, or for each single figure. */
    private static List<Fact.Report> polls(boolean single, int round) {
        List<Fact.Report> reports = new ArrayList<>();
        for (int host = 0; host < HOSTS; host++) {
            Source source = new Source("libvirt", "h" + host);
            List<Assertion<?>> said = new ArrayList<>();
            for (int vm = 0; vm < VMS; vm++) {
                ElementId id = ElementId.vm("h" + host + "-" + vm);
                long value = round * 1_000L + vm;
                said.add(new Assertion<>(id, Attributes.MEMORY_USED, value));
                said.add(new Assertion<>(id, Attributes.CPU_LOAD, 1.0 / (value + 1)));
                said.add(new Assertion<>(id, Attributes.DISK_READ, value));
                said.add(new Assertion<>(id, Attributes.DISK_WRITE, value));
                said.add(new Assertion<>(id, Attributes.NET_SENT, value));
            }
            if (single) {
                said.forEach(one -> reports.add(new Fact.Report(source, round, round, List.of(one))));
            } else {
                reports.add(new Fact.Report(source, round, round, said));
            }
        }
        return reports;
    }

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new Pane(), 800, 600));
        stage.show();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                measure();
            } catch (InterruptedException | RuntimeException broken) {
                broken.printStackTrace();
                System.exit(1);
            }
            System.exit(0);
        });
    }

    private static void measure() throws InterruptedException {
        System.out.printf("%,d assertions a round%n", HOSTS * VMS * FIGURES);
        System.out.println("round\trunLater alone /s\trunLater per fact /s\ttoolkit's thread ms\tinput ms"
                + "\twatch, fact by fact /s\ttoolkit's thread ms\tinput ms\twatch, polls /s"
                + "\tfact to pulse ms p50\tp99");
        for (int round = 1; round <= ROUNDS; round++) {
            Measured idle = runLater(round, false);
            Measured naive = runLater(round, true);
            Measured single = watched(true, round);
            Measured polls = watched(false, round);
            System.out.printf(
                    "%d\t%,.0f\t%,.0f\t%.0f\t%.1f\t%,.0f\t%.1f\t%.1f\t%,.0f\t%.1f\t%.1f%n",
                    round,
                    idle.rate(),
                    naive.rate(),
                    naive.toolkit(),
                    naive.input(),
                    single.rate(),
                    single.toolkit(),
                    single.input(),
                    polls.rate(),
                    at(single.millis(), 0.5),
                    at(single.millis(), 0.99));
        }
    }

    /**
     * @param rate facts a second
     * @param toolkit milliseconds of processor time that the toolkit's thread took for all of them
     * @param input the longest time that a key pressed meanwhile would have waited, milliseconds
     * @param millis from facts to the pulse that took them
     */
    private record Measured(double rate, double toolkit, double input, double[] millis) {}

    /** Presses a key every few milliseconds, as far as the toolkit can tell. */
    private static final class Presser implements AutoCloseable {
        private final AtomicLong worst = new AtomicLong();
        private final CountDownLatch stopped = new CountDownLatch(1);
        private final long before = cpu();
        private volatile boolean ends;

        private Presser() throws InterruptedException {
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    while (!ends) {
                        CountDownLatch handled = new CountDownLatch(1);
                        long pressed = System.nanoTime();
                        Platform.runLater(() -> {
                            worst.accumulateAndGet(System.nanoTime() - pressed, Math::max);
                            handled.countDown();
                        });
                        handled.await();
                        Thread.sleep(3);
                    }
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
                stopped.countDown();
            });
        }

        private static long cpu() throws InterruptedException {
            AtomicLong spent = new AtomicLong();
            CountDownLatch asked = new CountDownLatch(1);
            Platform.runLater(() -> {
                spent.set(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
                asked.countDown();
            });
            asked.await();
            return spent.get();
        }

        private double toolkit() throws InterruptedException {
            return (cpu() - before) / 1e6;
        }

        private double input() {
            close();
            return worst.get() / 1e6;
        }

        @Override
        public void close() {
            ends = true;
            try {
                stopped.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * What a console does that hands each fact over on its own and keeps its model on the toolkit's thread.
     *
     * @param folded whether the fact is put into the model, or the call does nothing at all
     */
    private static Measured runLater(int round, boolean folded) throws InterruptedException {
        List<Fact.Report> facts = polls(true, round);
        AtomicReference<Site> shown = new AtomicReference<>(Site.empty("naive"));
        CountDownLatch done = new CountDownLatch(1);
        try (Presser presser = new Presser()) {
            long begun = System.nanoTime();
            for (Fact.Report fact : facts) {
                Platform.runLater(() -> {
                    if (folded) {
                        shown.set(Folding.fold(shown.get(), fact));
                    }
                });
            }
            Platform.runLater(done::countDown);
            done.await();
            double rate = facts.size() * 1e9 / (System.nanoTime() - begun);
            return new Measured(rate, presser.toolkit(), presser.input(), new double[0]);
        }
    }

    private static Measured watched(boolean single, int round) throws InterruptedException {
        List<Fact.Report> facts = polls(single, round);
        ElementId last = ElementId.host("last");
        Mouth mouth = new Mouth();
        Desk desk = new Workstation(System.getenv()).desk();
        List<Double> millis = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(1);
        try (Watch watch = new Watch(Site.empty("watched"), List.of(mouth), desk);
                Presser presser = new Presser()) {
            long[] seen = new long[1];
            Pulse<Site> pulse = new Pulse<>(site -> {
                long now = System.nanoTime();
                site.find(last).flatMap(host -> host.value(Attributes.CPUS)).ifPresent(sent -> {
                    if (sent != seen[0]) {
                        seen[0] = sent;
                        millis.add((now - sent) / 1e6);
                    }
                });
                if (site.find(last).flatMap(host -> host.value(Attributes.NAME)).isPresent()) {
                    done.countDown();
                }
            });
            watch.onChange(() -> pulse.offer(watch.newest()));
            watch.start();
            long begun = System.nanoTime();
            int mark = facts.size() / 500;
            for (int i = 0; i < facts.size(); i++) {
                mouth.sink.accept(facts.get(i));
                if (i % mark == 0) { // a fact that carries when it was said
                    mouth.sink.accept(new Fact.Report(
                            mouth.source(),
                            i + 1,
                            0,
                            List.of(new Assertion<>(last, Attributes.CPUS, System.nanoTime()))));
                }
            }
            mouth.sink.accept(new Fact.Report(
                    mouth.source(), 1L << 40, 0, List.of(new Assertion<>(last, Attributes.NAME, "end"))));
            done.await();
            double rate = HOSTS * VMS * FIGURES * 1e9 / (System.nanoTime() - begun);
            double[] sorted = millis.stream().mapToDouble(one -> one).sorted().toArray();
            return new Measured(rate, presser.toolkit(), presser.input(), sorted);
        }
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.round((sorted.length - 1) * share)];
    }
}
