package org.redoubt.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Side;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Layer;
import org.redoubt.topology.picture.Links;
import org.redoubt.topology.picture.Picture;
import org.redoubt.topology.picture.Shape;
import org.redoubt.topology.picture.Stroke;
import org.redoubt.topology.picture.Surface;
import org.redoubt.topology.picture.Tone;

/**
 * A picture without mercy: every node of a site is a rectangle at every zoom, in rows, with lines between near ones. Its
 * window is 1600 by 900 map units times {@code stretch}.
 */
final class SquareSite implements Picture {

    static final int WIDTH = 1600;
    static final int HEIGHT = 900;
    /** 2,500 hosts are 45,000 nodes and 200,000 lines. */
    static final int NODES = 18;

    static final int LINES = 80;
    private static final double LENGTH = 69;

    private final int columns;
    private final double stepX;
    private final double stepY;
    private final Shape[] shapes;
    private final List<ElementId> hosts;
    private final Links links;
    private final SquareSite before;
    private final int[] changed;

    private SquareSite(SquareSite before, Shape[] shapes, int... changed) {
        columns = before.columns;
        stepX = before.stepX;
        stepY = before.stepY;
        hosts = before.hosts;
        links = before.links;
        this.shapes = shapes;
        this.before = new SquareSite(before);
        this.changed = changed;
    }

    /** The same without its past. */
    private SquareSite(SquareSite same) {
        columns = same.columns;
        stepX = same.stepX;
        stepY = same.stepY;
        hosts = same.hosts;
        links = same.links;
        shapes = same.shapes;
        before = null;
        changed = new int[0];
    }

    SquareSite(int hostCount, double stretch) {
        int nodes = hostCount * NODES;
        columns = (int) Math.ceil(Math.sqrt(nodes * (double) WIDTH / HEIGHT));
        stepX = WIDTH * stretch / columns;
        stepY = HEIGHT * stretch / Math.ceil((double) nodes / columns);
        hosts = java.util.stream.IntStream.range(0, hostCount)
                .mapToObj(i -> ElementId.host("h" + i))
                .toList();
        shapes = new Shape[nodes];
        for (int i = 0; i < nodes; i++) {
            shapes[i] = node(i, Surface.CELL);
        }
        links = links(hostCount * LINES, stretch);
        before = null;
        changed = new int[0];
    }

    private Shape node(int i, Surface surface) {
        Box box = new Box(i % columns * stepX, i / columns * stepY, stepX * 0.8, stepY * 0.8);
        return new Shape.Card(hosts.get(i / NODES), Layer.BASE, box, surface, Tone.LINE, Stroke.SOLID, 0);
    }

    private Links links(int count, double stretch) {
        Random random = new Random(7);
        Links.Draft draft = new Links.Draft();
        for (int i = 0; i < count; i++) {
            double x = random.nextDouble(WIDTH) * stretch;
            double y = random.nextDouble(HEIGHT) * stretch;
            double angle = random.nextDouble(2 * Math.PI);
            double length = random.nextDouble(2 * LENGTH) * stretch;
            Side side = i % 2 == 0 ? Side.A : Side.B;
            draft.add(
                    hosts.get(i % hosts.size()),
                    hosts.get(random.nextInt(hosts.size())),
                    Layer.NETWORK,
                    i % 2 == 0 ? Tone.SIDE_A : Tone.SIDE_B,
                    Stroke.SOLID,
                    side,
                    x,
                    y,
                    x + Math.cos(angle) * length,
                    y + Math.sin(angle) * length);
        }
        return draft.finished();
    }

    int nodes() {
        return shapes.length;
    }

    Box box(int node) {
        return shapes[node].bounds();
    }

    boolean marked(int node) {
        return ((Shape.Card) shapes[node]).surface() != Surface.CELL;
    }

    /** These nodes look otherwise. */
    SquareSite changed(int... nodes) {
        Shape[] now = shapes.clone();
        for (int node : nodes) {
            now[node] = node(node, marked(node) ? Surface.CELL : Surface.CHIP_LIT);
        }
        return new SquareSite(this, now, nodes);
    }

    @Override
    public Level level(double zoom) {
        return Level.CELLS;
    }

    @Override
    public Box bounds() {
        return new Box(0, 0, columns * stepX, shapes.length / columns * stepY);
    }

    @Override
    public List<Shape> within(Box view, double zoom) {
        int rows = (shapes.length + columns - 1) / columns;
        int left = Math.clamp((long) Math.floor(view.x() / stepX), 0, columns - 1);
        int right = Math.clamp((long) Math.floor(view.right() / stepX), 0, columns - 1);
        int bottom = Math.clamp((long) Math.floor(view.bottom() / stepY), 0, rows - 1);
        List<Shape> seen = new ArrayList<>();
        for (int row = Math.clamp((long) Math.floor(view.y() / stepY), 0, rows - 1); row <= bottom; row++) {
            for (int i = row * columns + left; i <= Math.min(row * columns + right, shapes.length - 1); i++) {
                seen.add(shapes[i]);
            }
        }
        return seen;
    }

    @Override
    public Optional<List<Box>> since(Picture other, Box view, double zoom) {
        if (before == null || !(other instanceof SquareSite square) || square.shapes != before.shapes) {
            return Optional.empty();
        }
        List<Box> boxes = new ArrayList<>();
        for (int node : changed) {
            boxes.add(shapes[node].bounds());
        }
        return Optional.of(boxes);
    }

    @Override
    public Links links() {
        return links;
    }

    @Override
    public List<ElementId> hosts() {
        return hosts;
    }

    @Override
    public List<Shape> shapes() {
        return List.of(shapes);
    }

    @Override
    public Optional<ElementId> at(double x, double y, double zoom, Set<Layer> layers) {
        return Optional.empty();
    }

    @Override
    public Optional<ElementId> hostAt(double x, double y) {
        return Optional.empty();
    }

    @Override
    public Optional<ElementId> clusterAt(double x, double y) {
        return Optional.empty();
    }

    @Override
    public Map<ElementId, Box> clusters() {
        return Map.of();
    }

    @Override
    public List<Box> placesOf(ElementId id) {
        return List.of();
    }

    @Override
    public List<ElementId> vmsOf(ElementId host) {
        return List.of();
    }
}
