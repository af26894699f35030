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

/**
 * A site as placed shapes: immutable, without a colour or a pixel. Finding what lies in a view or under a point takes
 * time in what is found, not in the size of the site.
 */
public final class Picture {

    /** How closely the site is looked at. */
    public enum Level {
        /** One cell a host, its fill its load. */
        CELLS,
        /** One card a host, with its VMs and ports. */
        CARDS
    }

    /** Where an element is, and may be pointed at. */
    record Place(ElementId id, Box box, Layer layer) {}

    private final Level level;
    private final Box bounds;
    private final List<Shape> shapes;
    private final List<Place> places;
    private final Map<ElementId, Box> boxes = new HashMap<>();
    private final Map<ElementId, List<Box>> several = new HashMap<>();
    private final Map<ElementId, List<ElementId>> tenants = new LinkedHashMap<>();
    private final Grid shapeGrid;
    private final Grid placeGrid;

    Picture(Level level, Sketch sketch) {
        this.level = level;
        this.shapes = List.copyOf(sketch.shapes());
        this.places = List.copyOf(sketch.places());
        Box around = null;
        for (Place place : places) {
            Box first = boxes.putIfAbsent(place.id(), place.box());
            if (first != null) {
                several.computeIfAbsent(place.id(), id -> new ArrayList<>(List.of(first)))
                        .add(place.box());
            }
            around = around == null ? place.box() : around.with(place.box());
        }
        this.bounds = around == null ? new Box(0, 0, 0, 0) : around;
        sketch.tenants().forEach((host, vms) -> tenants.put(host, List.copyOf(vms)));
        List<Box> extents = shapes.stream().map(Shape::bounds).toList();
        this.shapeGrid = new Grid(extents);
        this.placeGrid = new Grid(places.stream().map(Place::box).toList());
    }

    public Level level() {
        return level;
    }

    /** Around every element's place. */
    public Box bounds() {
        return bounds;
    }

    /** Everything, in the order in which it is drawn. */
    public List<Shape> shapes() {
        return shapes;
    }

    /** What may be seen through {@code view}, in the order in which it is drawn. */
    public List<Shape> within(Box view) {
        int[] found = shapeGrid.within(view);
        List<Shape> seen = new ArrayList<>(found.length);
        for (int index : found) {
            seen.add(shapes.get(index));
        }
        return seen;
    }

    /** The element at a point, of those on {@code layers}: the innermost where several are. */
    public Optional<ElementId> at(double x, double y, Set<Layer> layers) {
        return last(x, y, place -> layers.contains(place.layer()));
    }

    /** The host whose card or cell is at a point, whatever lies on it. */
    public Optional<ElementId> hostAt(double x, double y) {
        return last(x, y, place -> place.id().kind() == ElementKind.HOST);
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

    /** Where an element is; where it is in several places, the first. */
    public Optional<Box> boundsOf(ElementId id) {
        return Optional.ofNullable(boxes.get(id));
    }

    /** Every place where an element is: a VM that moves has one on each host. */
    public List<Box> placesOf(ElementId id) {
        Box first = boxes.get(id);
        if (first == null) {
            return List.of();
        }
        List<Box> all = several.get(id);
        return all == null ? List.of(first) : List.copyOf(all);
    }

    /** The hosts, in reading order. */
    public List<ElementId> hosts() {
        return List.copyOf(tenants.keySet());
    }

    /** The VMs on a host's card, from above; empty where they are not drawn. */
    public List<ElementId> vmsOf(ElementId host) {
        return tenants.getOrDefault(host, List.of());
    }
}
