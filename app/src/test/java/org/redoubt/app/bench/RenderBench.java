package org.redoubt.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.redoubt.app.bench.Pulses.Figures;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Links;
import org.redoubt.views.topology.DrivenMap;

/**
 * What drawing costs: the map's own surface beside a plain canvas and a scene graph that draw the same, in one run, the
 * toolkit going as fast as it can. Run by {@code app/bench/render}.
 */
public final class RenderBench extends Application {

    private static final double FACTS = 2_000;
    private static final int LARGE = 2_500;
    /** The map of a large site is seen whole at 4 %; at 100 % nothing is bundled. */
    private static final double STRETCH = 25;

    private static final int WARM = 80;
    private static final int COUNTED = 200;
    private static final int PROBES = 100;

    private final Pane root = new Pane();
    private final Pulses pulses = new Pulses(root);
    private final Random random = new Random(5);

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(root, SquareSite.WIDTH, SquareSite.HEIGHT));
        stage.show();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                List<String> wanted = getParameters().getRaw();
                measure();
                if (!wanted.isEmpty()) {
                    Files.writeString(Path.of(wanted.getFirst()), RenderPlot.of(sizes()));
                }
            } catch (InterruptedException | IOException | RuntimeException broken) {
                broken.printStackTrace();
                System.exit(1);
            }
            System.exit(0);
        });
    }

    private void measure() throws InterruptedException {
        System.out.println("what\twork ms p50\tp99\tprocessor ms p50\tp99\tframe ms p50\tframes/s");
        long empty = used();
        SquareSite far = new SquareSite(LARGE, STRETCH);
        SquareSite near = new SquareSite(LARGE, 1);
        long pictures = used();
        Figures pan = print("bundled, pan", driven(far, 1 / STRETCH, true, 0, COUNTED));
        Figures zoom = print("bundled, zoom", driven(far, 1 / STRETCH, false, 0, COUNTED));
        long drawn = used();
        Figures everyPan = print("every line, pan", driven(near, 1, true, 0, COUNTED));
        Figures every = print("every line, zoom", driven(near, 1, false, 0, COUNTED));
        Figures canvas = print("plain canvas", canvas(near, 4));
        Figures ours = print("1 % change, ours", driven(far, 1 / STRETCH, false, 450, COUNTED));
        Figures rectangles = print("1 % change, rectangles", rectangles(near));
        Figures floor = print("the window in one colour, another each pulse", floor());
        ratio("canvas / bundled pan", canvas, pan);
        ratio("canvas / bundled zoom", canvas, zoom);
        ratio("canvas / every line, pan", canvas, everyPan);
        ratio("canvas / every line, zoom", canvas, every);
        ratio("rectangles / ours, 1 % change", rectangles, ours);
        System.out.printf(
                Locale.ROOT,
                "rectangles / ours, what a frame takes beyond one colour\t%.1f%n",
                (rectangles.median() - floor.median()) / Math.max(0.01, ours.median() - floor.median()));
        double[] fact = new FactToPixel().measure(pulses, PROBES);
        System.out.printf(
                Locale.ROOT,
                "fact to pixel ms\tp50 %.1f\tp99 %.1f\tmost %.1f\tof %d%n",
                Figures.at(fact, 0.5),
                Figures.at(fact, 0.99),
                Figures.at(fact, 1),
                fact.length);
        System.out.printf(
                Locale.ROOT,
                "heap MB after collection\tboth pictures %.1f\tand what draws the first %.1f%n",
                (pictures - empty) / 1e6,
                (drawn - pictures) / 1e6);
    }

    private static long used() {
        System.gc();
        Runtime now = Runtime.getRuntime();
        return now.totalMemory() - now.freeMemory();
    }

    private static Figures print(String what, Figures figures) {
        System.out.printf(
                Locale.ROOT,
                "%s\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f\t%.1f%n",
                what,
                Figures.at(figures.work(), 0.5),
                Figures.at(figures.work(), 0.99),
                Figures.at(figures.processor(), 0.5),
                Figures.at(figures.processor(), 0.99),
                figures.median(),
                figures.framesPerSecond());
        return figures;
    }

    private static void ratio(String what, Figures theirs, Figures ours) {
        System.out.printf(
                Locale.ROOT,
                "%s\tmedian frames %.1f\tframes a second %.1f%n",
                what,
                theirs.median() / ours.median(),
                ours.framesPerSecond() / theirs.framesPerSecond());
    }

    /** Zooming at every size. */
    private List<RenderPlot.Line> sizes() throws InterruptedException {
        List<double[]> bundled = new ArrayList<>();
        List<double[]> every = new ArrayList<>();
        List<double[]> plain = new ArrayList<>();
        System.out.println("hosts\tbundled: processor ms p99\tevery line\tplain canvas: frame ms");
        for (int hosts : List.of(100, 300, 1_000, LARGE, 5_000, 10_000)) {
            SquareSite near = new SquareSite(hosts, 1);
            Figures one = driven(new SquareSite(hosts, STRETCH), 1 / STRETCH, false, 0, 60);
            Figures other = driven(near, 1, false, 0, 60);
            bundled.add(new double[] {hosts, Figures.at(one.processor(), 0.99)});
            every.add(new double[] {hosts, Figures.at(other.processor(), 0.99)});
            double[] largest = plain.isEmpty() ? new double[] {1, 0} : plain.getLast();
            plain.add(
                    new double[] {hosts, hosts <= LARGE ? canvas(near, 3).median() : largest[1] * hosts / largest[0]});
            System.out.printf(
                    Locale.ROOT,
                    "%d\t%.1f\t%.1f\t%.0f%s%n",
                    hosts,
                    bundled.getLast()[1],
                    every.getLast()[1],
                    plain.getLast()[1],
                    hosts <= LARGE ? "" : " (extrapolated)");
        }
        return List.of(
                new RenderPlot.Line("plain canvas", "#b02c1b", plain, 2),
                new RenderPlot.Line("ours, every line: p99", "#855200", every, 0),
                new RenderPlot.Line("ours, bundled: p99", "#1c63a8", bundled, 0));
    }

    /** Pans or zooms while facts come; or stands still while so many nodes change each pulse. */
    private Figures driven(SquareSite site, double fit, boolean pan, int changes, int counted)
            throws InterruptedException {
        DrivenMap map = new DrivenMap();
        map.setPrefSize(SquareSite.WIDTH, SquareSite.HEIGHT);
        SquareSite[] now = {site};
        long[] before = {0, 0};
        return pulses.of(map, WARM, counted, time -> {
            double since = before[0] == 0 ? 0 : (time - before[0]) / 1e9;
            before[0] = time;
            double t = ++before[1] / 60.0; // as far as it would have come at 60 frames a second
            int facts = changes > 0 ? changes : (int) Math.min(200, Math.ceil(since * FACTS));
            now[0] = now[0].changed(
                    random.ints(facts, 0, site.nodes()).distinct().toArray());
            double zoom = changes > 0 ? 1 : pan ? 1.5 : 1.6 + 0.8 * Math.sin(t * 2);
            double centreX = SquareSite.WIDTH * (pan ? 0.5 + 0.25 * Math.sin(t * 1.3) : 0.5);
            double centreY = SquareSite.HEIGHT * (pan ? 0.5 + 0.25 * Math.sin(t * 1.7) : 0.5);
            map.paint(
                    now[0],
                    fit * zoom,
                    SquareSite.WIDTH / 2.0 - centreX * zoom,
                    SquareSite.HEIGHT / 2.0 - centreY * zoom);
        });
    }

    private Figures rectangles(SquareSite site) throws InterruptedException {
        Pane all = new Pane();
        List<Rectangle> nodes = new ArrayList<>();
        for (int i = 0; i < site.nodes(); i++) {
            Box box = site.box(i);
            Rectangle one = new Rectangle(box.x(), box.y(), box.width(), box.height());
            one.setFill(Color.GRAY);
            nodes.add(one);
        }
        all.getChildren().setAll(nodes);
        return pulses.of(
                all,
                WARM / 2,
                COUNTED / 2,
                time -> random.ints(nodes.size() / 100, 0, nodes.size())
                        .forEach(i -> nodes.get(i)
                                .setFill(nodes.get(i).getFill() == Color.GRAY ? Color.ORANGE : Color.GRAY)));
    }

    /** What the toolkit takes to bring a whole window to the screen, whoever drew it. */
    private Figures floor() throws InterruptedException {
        Rectangle all = new Rectangle(SquareSite.WIDTH, SquareSite.HEIGHT, Color.GRAY);
        return pulses.of(
                new Pane(all),
                WARM,
                COUNTED,
                time -> all.setFill(all.getFill() == Color.GRAY ? Color.ORANGE : Color.GRAY));
    }

    private Figures canvas(SquareSite site, int frames) throws InterruptedException {
        Canvas canvas = new Canvas(SquareSite.WIDTH, SquareSite.HEIGHT);
        Links links = site.links();
        return pulses.of(canvas, 2, frames, time -> {
            GraphicsContext g = canvas.getGraphicsContext2D();
            g.setFill(Color.BLACK);
            g.fillRect(0, 0, SquareSite.WIDTH, SquareSite.HEIGHT);
            g.setStroke(Color.STEELBLUE);
            for (int i = 0; i < links.count(); i++) {
                g.strokeLine(links.x1(i), links.y1(i), links.x2(i), links.y2(i));
            }
            g.setFill(Color.GRAY);
            for (int i = 0; i < site.nodes(); i++) {
                Box box = site.box(i);
                g.fillRect(box.x(), box.y(), box.width(), box.height());
            }
        });
    }
}
