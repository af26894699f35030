package org.redoubt.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.FactSource;
import org.redoubt.app.Workstation;
import org.redoubt.controllers.watch.Watch;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.plan.Fit;
import org.redoubt.views.fx.Pulse;
import org.redoubt.views.topology.DrivenMap;
import org.redoubt.views.topology.MapActions;
import org.redoubt.views.topology.MapView;

/**
 * How long a fact takes from the thread of its source to the pixel: through the watch, one pulse, the layout and the map
 * of 2,500 hosts and 40,000 VMs, while 2,000 other facts come a second.
 */
final class FactToPixel {

    private static final int HOSTS = 2_500;
    private static final int VMS = 16;
    private static final long MEMORY = 1L << 38;
    private static final int PROBED = 1_234;
    private static final Source SOURCE = Source.parse("libvirt@all");

    private final List<Double> millis = new ArrayList<>();
    private final MapView map = new MapView(new Nothing(), Runnable::run);
    private volatile long sent;
    private int before;

    /** A site of this size, every host half full. */
    private static Site site() {
        List<Assertion<?>> said = new ArrayList<>();
        for (int i = 0; i < HOSTS; i++) {
            ElementId host = ElementId.host("h" + i);
            ElementId cluster = new ElementId(ElementKind.CLUSTER, "c" + i / 40);
            said.add(new Assertion<>(host, Attributes.NAME, "h" + i));
            said.add(new Assertion<>(host, Attributes.LINK, LinkState.CONNECTED));
            said.add(new Assertion<>(host, Attributes.MEMORY, MEMORY));
            said.add(new Assertion<>(host, Attributes.MEMORY_FREE, MEMORY / 2));
            said.add(new Assertion<>(host, Attributes.MEMBER_OF, List.of(cluster)));
            for (int v = 0; v < VMS; v++) {
                ElementId vm = ElementId.vm("v" + i + "-" + v);
                said.add(new Assertion<>(vm, Attributes.NAME, "v" + i + "-" + v));
                said.add(new Assertion<>(vm, Attributes.MEMORY, MEMORY / 64));
                said.add(new Assertion<>(vm, Attributes.STATE, RunState.RUNNING));
                said.add(new Assertion<>(vm, Attributes.RUNS_ON, host));
            }
        }
        Site named = Folding.fold(Site.empty("bench"), new Fact.Report(SOURCE, 1, 1, said));
        return Folding.fold(named, new Fact.Tick(2));
    }

    /** Milliseconds, ascending. */
    double[] measure(Pulses pulses, int probes) throws InterruptedException {
        Desk desk = new Workstation(System.getenv()).desk();
        Mouth mouth = new Mouth();
        Site whole = site();
        Pulse<Site> pulse = new Pulse<>(map::show);
        map.setPrefSize(SquareSite.WIDTH, SquareSite.HEIGHT);
        try (Watch watch = new Watch(whole, List.of(mouth), desk)) {
            watch.onChange(() -> pulse.offer(watch.newest()));
            watch.start();
            pulse.offer(whole);
            Thread speaker = Thread.ofPlatform().daemon().start(mouth::speak);
            while (millis.size() < probes) {
                pulses.of(map, 0, 50, this::look);
            }
            speaker.interrupt();
        }
        return millis.stream().mapToDouble(one -> one).sorted().toArray();
    }

    /** In each pulse: whether the pixel that waits for a fact is another one. */
    private void look(long now) {
        Optional<Box> cell = map.seen(ElementId.host("h" + PROBED));
        if (cell.isEmpty() || sent == 0) {
            return;
        }
        int pixel = DrivenMap.pixel(map, (int) cell.get().centreX(), (int)
                (cell.get().y() + cell.get().height() * 0.4));
        if (pixel != before) {
            if (before != 0) {
                millis.add((now - sent) / 1e6);
            }
            before = pixel;
            sent = 0;
        }
    }

    /** A source that says 2,000 figures a second, and now and then the one that is waited for. */
    private final class Mouth implements FactSource {
        private final Random random = new Random(3);
        private Consumer<? super Fact> sink;
        private long sequence = 1;

        @Override
        public Source source() {
            return SOURCE;
        }

        @Override
        public void start(Consumer<? super Fact> hearer) {
            sink = hearer;
        }

        @Override
        public void close() {}

        void speak() {
            boolean full = true;
            while (!Thread.interrupted()) {
                for (int host :
                        random.ints(20, 0, HOSTS).filter(h -> h != PROBED).toArray()) {
                    say(host, random.nextLong(MEMORY));
                }
                if (sent == 0 && sequence % 7 == 0) {
                    full = !full;
                    sent = System.nanoTime();
                    say(PROBED, full ? MEMORY : 0);
                }
                try {
                    Thread.sleep(10);
                } catch (InterruptedException ended) {
                    return;
                }
            }
        }

        private void say(int host, long free) {
            sequence++;
            sink.accept(new Fact.Report(
                    SOURCE,
                    sequence,
                    2,
                    List.of(new Assertion<>(ElementId.host("h" + host), Attributes.MEMORY_FREE, free))));
        }
    }

    /** Nobody acts. */
    private static final class Nothing implements MapActions {
        @Override
        public void selected(Optional<ElementId> id) {}

        @Override
        public List<Fit> fits(ElementId vm) {
            return List.of();
        }

        @Override
        public void dropped(ElementId vm, ElementId host) {}

        @Override
        public void moveRequested(ElementId vm) {}

        @Override
        public void opened(ElementId id) {}
    }
}
