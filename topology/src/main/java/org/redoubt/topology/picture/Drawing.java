package org.redoubt.topology.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;

/** A picture that is drawn as a whole, and looks the same at any zoom. */
final class Drawing implements Picture {

    /** How far words reach that are drawn larger than they are placed, pixels. */
    private static final double REACH = 32;

    private final Level level;
    private final Box bounds;
    private final List<Shape> shapes;
    private final List<Place> places;
    private final Map<ElementId, List<Box>> boxes = new HashMap<>();
    private final Map<ElementId, List<ElementId>> tenants = new LinkedHashMap<>();
    private final Grid shapeGrid;
    private final Grid placeGrid;
    private Links links;

    Drawing(Level level, Sketch sketch) {
        this.level = level;
        this.shapes = List.copyOf(sketch.shapes());
        this.places = List.copyOf(sketch.places());
        Box around = null;
        for (Place place : places) {
            boxes.computeIfAbsent(place.id(), id -> new ArrayList<>(1)).add(place.box());
            around = around == null ? place.box() : around.with(place.box());
        }
        this.bounds = around == null ? new Box(0, 0, 0, 0) : around;
        sketch.tenants().forEach((host, vms) -> tenants.put(host, List.copyOf(vms)));
        List<Box> extents = shapes.stream().map(Shape::bounds).toList();
        this.shapeGrid = new Grid(extents);
        this.placeGrid = new Grid(places.stream().map(Place::box).toList());
    }

    @Override
    public Level level(double zoom) {
        return level;
    }

    @Override
    public Box bounds() {
        return bounds;
    }

    @Override
    public List<Shape> shapes() {
        return shapes;
    }

    @Override
    public List<Shape> within(Box view, double zoom) {
        int[] found = shapeGrid.within(view.grown(REACH / zoom));
        List<Shape> seen = new ArrayList<>(found.length);
        for (int index : found) {
            seen.add(shapes.get(index));
        }
        return seen;
    }

    @Override
    public Optional<List<Box>> since(Picture before, Box view, double zoom) {
        return before instanceof Drawing drawing && drawing.level == level
                ? Patches.between(drawing.shapes, shapes, zoom)
                : Optional.empty();
    }

    @Override
    public Optional<ElementId> at(double x, double y, double zoom, Set<Layer> layers) {
        return last(x, y, place -> layers.contains(place.layer()));
    }

    @Override
    public Optional<ElementId> hostAt(double x, double y) {
        return last(x, y, place -> place.id().kind() == ElementKind.HOST);
    }

    @Override
    public Optional<ElementId> clusterAt(double x, double y) {
        return last(x, y, place -> place.id().kind() == ElementKind.CLUSTER);
    }

    private Optional<ElementId> last(double x, double y, Predicate<Place> wanted) {
        int[] found = placeGrid.within(new Box(x, y, 0, 0));
        for (int i = found.length - 1; i >= 0; i--) {
            Place place = places.get(found[i]);
            if (place.box().contains(x, y) && wanted.test(place)) {
                return Optional.of(place.id());
            }
        }
        return Optional.empty();
    }

    @Override
    public Map<ElementId, Box> clusters() {
        Map<ElementId, Box> clusters = new LinkedHashMap<>();
        for (Place place : places) {
            if (place.id().kind() == ElementKind.CLUSTER) {
                clusters.merge(place.id(), place.box(), Box::with);
            }
        }
        return clusters;
    }

    @Override
    public List<Box> placesOf(ElementId id) {
        return List.copyOf(boxes.getOrDefault(id, List.of()));
    }

    @Override
    public List<ElementId> hosts() {
        return List.copyOf(tenants.keySet());
    }

    @Override
    public List<ElementId> vmsOf(ElementId host) {
        return tenants.getOrDefault(host, List.of());
    }

    @Override
    public synchronized Links links() {
        if (links == null) {
            Links.Draft draft = new Links.Draft();
            for (Shape shape : shapes) {
                if (shape instanceof Shape.Wire wire) {
                    draft.add(wire);
                }
            }
            links = draft.finished();
        }
        return links;
    }
}
