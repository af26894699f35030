package org.redoubt.topology.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redoubt.topology.model.ElementId;

/** A picture that is being drawn: what comes later lies above. Not to be used any more once it is finished. */
public final class Sketch {

    private final List<Shape> shapes = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final Map<ElementId, List<ElementId>> tenants = new LinkedHashMap<>();

    /** Nothing drawn yet. */
    public Sketch() {}

    public void add(Shape shape) {
        shapes.add(shape);
    }

    /** Says where an element is, and may be pointed at while its layer is shown. */
    public void place(ElementId id, Layer layer, Box box) {
        places.add(new Place(id, box, layer));
    }

    /** A card that can be pointed at. */
    public void card(ElementId id, Layer layer, Box box, Surface surface, Tone edge, double weight) {
        add(new Shape.Card(id, layer, box, surface, edge, Stroke.SOLID, weight));
        place(id, layer, box);
    }

    /** The next host in reading order. */
    public void host(ElementId host) {
        tenants.computeIfAbsent(host, id -> new ArrayList<>());
    }

    /** The next VM on a host that was said before. */
    public void tenant(ElementId host, ElementId vm) {
        tenants.get(host).add(vm);
    }

    public Picture finished(Picture.Level level) {
        return new Drawing(level, this);
    }

    /** What was drawn so far. */
    public List<Shape> shapes() {
        return List.copyOf(shapes);
    }

    /** What was placed so far. */
    public List<Place> places() {
        return List.copyOf(places);
    }

    Map<ElementId, List<ElementId>> tenants() {
        return tenants;
    }
}
