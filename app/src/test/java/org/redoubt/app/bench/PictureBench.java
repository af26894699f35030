package org.redoubt.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.redoubt.agent.sim.SimSpec;
import org.redoubt.agent.sim.SimWorld;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Layer;
import org.redoubt.topology.picture.Links;
import org.redoubt.topology.picture.Options;
import org.redoubt.topology.picture.Picture;
import org.redoubt.topology.picture.Shape;
import org.redoubt.topology.picture.layout.Layout;

/**
 * What a picture costs, from 100 to 10,000 hosts with 16 VMs each: the first of all in a new JVM, one from nothing, the
 * next after a sixtieth of a second of 2,000 facts a second, what is seen at each level, and all cables. Milliseconds of the
 * one thread that computes. Run by
 * {@code app/bench/picture}.
 */
public final class PictureBench {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 15;
    private static final int FACTS = 33;
    private static final Options WINDOW = new Options(1400, 780, Map.of());

    private PictureBench() {}

    /** @param args how many hosts, each; none: from 100 to 10,000 */
    public static void main(String[] args) {
        int[] sizes = args.length > 0
                ? Arrays.stream(args).mapToInt(Integer::parseInt).toArray()
                : new int[] {2500, 100, 250, 500, 1000, 2500, 5000, 10_000};
        System.out.println(
                "hosts\tfirst\tfull\tnext\tnext, VMs seen\tVMs first\tcells\tVMs\tcards\tports\tpick us\tlinks\tlinks ms\tbundles\tms");
        for (int hosts : sizes) {
            measure(hosts);
        }
    }

    private static void measure(int hosts) {
        Site site = SimWorld.siteAt(SimSpec.parse("sim:?hosts=" + hosts + "&vms=" + 16 * hosts + "&seed=7"));
        List<String> row = new ArrayList<>(List.of(Integer.toString(hosts)));
        long began = cpu();
        Picture picture = Layout.of(site, WINDOW);
        picture.within(picture.bounds(), fit(picture));
        row.add(millis(cpu() - began));
        row.add(median(() -> Layout.of(site, WINDOW)));
        row.add(next(site, Layout.of(site, WINDOW), false));
        row.add(next(site, Layout.of(site, WINDOW), true));
        began = cpu();
        seen(picture, 0.15);
        row.add(millis(cpu() - began));
        for (double zoom : new double[] {fit(picture), 0.15, 0.6, 1}) {
            row.add(median(() -> seen(picture, zoom)));
        }
        row.add(pick(picture));
        Links links = picture.links();
        row.add(Integer.toString(links.count()));
        row.add(median(() -> Layout.of(site, WINDOW).links()));
        row.add(Integer.toString(links.bundled(2000).count()));
        row.add(median(() -> links.bundled(2000)));
        System.out.println(String.join("\t", row));
    }

    private static double fit(Picture picture) {
        return Math.min(
                WINDOW.width() / picture.bounds().width(),
                WINDOW.height() / picture.bounds().height());
    }

    private static List<Shape> seen(Picture picture, double zoom) {
        return picture.within(view(picture, zoom), zoom);
    }

    private static Box view(Picture picture, double zoom) {
        double width = WINDOW.width() / zoom;
        double height = WINDOW.height() / zoom;
        ElementId middle = picture.hosts().get(picture.hosts().size() / 2);
        Box centre = zoom < 0.1 ? picture.bounds() : picture.boundsOf(middle).orElseThrow();
        return new Box(centre.centreX() - width / 2, centre.centreY() - height / 2, width, height);
    }

    /** The picture after some facts, and where it is different; of VMs too, when they were looked at. */
    private static String next(Site from, Picture first, boolean looked) {
        double zoom = looked ? 0.15 : fit(first);
        seen(first, zoom);
        List<Element> hosts = new ArrayList<>(from.hosts().toList());
        List<Element> vms = new ArrayList<>(from.vms().toList());
        Site site = from;
        Picture picture = first;
        long[] times = new long[20 * ROUNDS];
        for (int round = 0; round < times.length; round++) {
            List<Fact.Report> facts = new ArrayList<>();
            for (int i = 0; i < FACTS; i++) {
                int nth = round * FACTS + i;
                ElementId id = i % 4 == 0
                        ? hosts.get(nth % hosts.size()).id()
                        : vms.get(nth % vms.size()).id();
                facts.add(new Fact.Report(
                        new Source("libvirt", "bench"),
                        nth + 1L,
                        from.now() + round * 17L,
                        List.of(new Assertion<>(id, Attributes.CPU_LOAD, (nth % 97) / 100.0))));
            }
            site = Folding.fold(site, facts);
            long began = cpu();
            Picture now = Layout.after(picture, site, WINDOW);
            now.since(picture, view(now, zoom), zoom);
            seen(now, zoom);
            times[round] = cpu() - began;
            picture = now;
        }
        Arrays.sort(times);
        return millis(times[times.length / 2]) + " (" + millis(times[times.length * 99 / 100]) + ")";
    }

    private static String pick(Picture picture) {
        Box all = picture.bounds();
        int points = 100_000;
        int found = 0;
        long began = 0;
        for (int i = -points; i < points; i++) {
            if (i == 0) {
                began = cpu();
            }
            double x = all.x() + all.width() * ((i & 1023) / 1024.0);
            double y = all.y() + all.height() * ((i >> 4 & 1023) / 1024.0);
            found += picture.at(x, y, 0.04, Set.of(Layer.values())).isPresent() ? 1 : 0;
        }
        long took = cpu() - began;
        return String.format(Locale.ROOT, "%.2f", found == 0 ? -1 : took / 1e3 / points);
    }

    /** The time that this thread computed for: other programs of the machine do not count. */
    private static long cpu() {
        return THREADS.getCurrentThreadCpuTime();
    }

    private static String median(Supplier<?> work) {
        long[] times = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long began = cpu();
            if (work.get() == null) {
                throw new IllegalStateException("nothing was drawn");
            }
            times[i] = cpu() - began;
        }
        Arrays.sort(times);
        return millis(times[ROUNDS / 2]);
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.2f", nanos / 1e6);
    }
}
