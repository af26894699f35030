package org.redoubt.topology.picture.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Layer;
import org.redoubt.topology.picture.Links;
import org.redoubt.topology.picture.Options;
import org.redoubt.topology.picture.Patches;
import org.redoubt.topology.picture.Picture;
import org.redoubt.topology.picture.Place;
import org.redoubt.topology.picture.Shape;

/**
 * The picture of a large site. How each unit looks from afar is kept; what lies inside is made when it is first looked
 * at, and kept until something in it changes, from one picture to the next.
 */
final class Fleet implements Picture {

    static final double VMS_FROM = 0.12;
    /** Where a name fits into the head of what it names. */
    private static final double NAMES_FROM = 0.25;

    static final double CARDS_FROM = 0.55;
    static final double PORTS_FROM = 0.8;
    /** What is new at a level is there in full at this many times its zoom. */
    private static final double FADED_IN = 1.3;
    /** What stands out from a card, map units; words reach farther where they are drawn larger than they are placed. */
    private static final double REACH = 16;

    private final Contents contents;
    private final Grounds grounds;
    private final List<List<Shape>> frames;
    private final Faces faces;
    private volatile Weaving.Woven woven;

    private Fleet(Contents contents, Grounds grounds, List<List<Shape>> frames, Faces faces, Weaving.Woven woven) {
        this.contents = contents;
        this.grounds = grounds;
        this.frames = frames;
        this.faces = faces;
        this.woven = woven;
    }

    static Fleet of(Census census, Options options) {
        Contents contents = Contents.of(census.site());
        Grounds grounds = new Grounds(contents, census.groups(), options);
        return new Fleet(contents, grounds, frames(census.site(), grounds), Faces.of(contents, grounds, options), null);
    }

    private static List<List<Shape>> frames(Site site, Grounds grounds) {
        return grounds.frames.stream().map(frame -> FrameFace.of(site, frame)).toList();
    }

    /** The picture of the next snapshot, where everything stands where it stood; empty where it does not. */
    Optional<Fleet> after(Site next, Options wanted) {
        if (!grounds.suits(wanted) || !next.name().equals(contents.site().name())) {
            return Optional.empty();
        }
        List<Changes.One> changes = Changes.between(contents.site(), next);
        if (Changes.move(changes)) {
            return Optional.empty();
        }
        Set<ElementId> touched = new HashSet<>();
        Contents now = contents.after(next, changes, touched);
        boolean framed = touched.stream().anyMatch(id -> id != null && id.kind() == ElementKind.CLUSTER);
        return Optional.of(new Fleet(
                now,
                grounds,
                framed ? frames(next, grounds) : frames,
                faces.after(now, touched, wanted),
                rewoven(now, changes)));
    }

    /** The lines of the next snapshot, where they are known and few look different. */
    private Weaving.Woven rewoven(Contents next, List<Changes.One> changes) {
        Weaving.Woven known = woven;
        Optional<Set<ElementId>> hosts = contents.recoloured(next, changes);
        if (known == null || hosts.isEmpty()) {
            return null;
        }
        Set<Integer> units = new HashSet<>();
        for (ElementId host : hosts.get()) {
            Integer unit = grounds.index.get(host);
            if (unit != null) {
                units.add(unit);
            }
        }
        return units.isEmpty()
                ? known
                : new Weaving(next, grounds).again(known, units).orElse(null);
    }

    @Override
    public Level level(double zoom) {
        if (zoom < VMS_FROM) {
            return Level.CELLS;
        }
        if (zoom < CARDS_FROM) {
            return Level.VMS;
        }
        return zoom < PORTS_FROM ? Level.CARDS : Level.PORTS;
    }

    @Override
    public Box bounds() {
        return grounds.bounds;
    }

    @Override
    public List<Shape> within(Box view, double zoom) {
        Box seen = reached(view, zoom);
        List<Shape> shapes = new ArrayList<>();
        int[] framed = grounds.framesWithin(seen);
        for (int frame : framed) {
            shapes.add(frames.get(frame).getFirst());
        }
        for (int frame : framed) {
            List<Shape> all = frames.get(frame);
            shapes.addAll(all.subList(1, all.size()));
        }
        for (Bands.Caption caption : grounds.bands.captions) {
            shapes.add(FrameFace.caption(caption));
        }
        Level level = level(zoom);
        for (int unit : grounds.unitsWithin(seen)) {
            draw(unit, level, zoom, shapes);
        }
        return shapes;
    }

    private static Box reached(Box view, double zoom) {
        return view.grown(REACH * Math.max(1, 1 / zoom));
    }

    /** How much of what begins at a zoom is there. */
    private static double alpha(double zoom, double from) {
        return Math.clamp((zoom / from - 1) / (FADED_IN - 1), 0.05, 1.0);
    }

    private static void fade(List<Shape> shapes, double alpha, List<Shape> into) {
        if (alpha >= 1) {
            into.addAll(shapes);
        } else {
            shapes.forEach(shape -> into.add(new Shape.Fading(shape, alpha)));
        }
    }

    private void draw(int unit, Level level, double zoom, List<Shape> shapes) {
        Face face = faces.face(unit);
        if (level == Level.CELLS) {
            shapes.addAll(face.far());
            return;
        }
        boolean host = grounds.units.get(unit).role() == Unit.Role.HOST;
        boolean near = level.compareTo(Level.CARDS) >= 0;
        Face.Inside inside = faces.inside(unit);
        if (host && near) {
            Face.Dress dress = faces.dress(unit);
            shapes.addAll(dress.card());
            shapes.addAll(inside.blocks());
            fade(dress.head(), alpha(zoom, CARDS_FROM), shapes);
        } else {
            shapes.addAll(face.ground());
            if (zoom >= NAMES_FROM) {
                fade(face.names(), alpha(zoom, NAMES_FROM), shapes);
            }
            fade(inside.blocks(), alpha(zoom, VMS_FROM), shapes);
        }
        if (near) {
            fade(inside.words(), alpha(zoom, CARDS_FROM), shapes);
        }
        if (host && level == Level.PORTS) {
            fade(faces.dress(unit).ports(), alpha(zoom, PORTS_FROM), shapes);
        }
    }

    @Override
    public Optional<List<Box>> since(Picture before, Box view, double zoom) {
        if (!(before instanceof Fleet old) || old.grounds != grounds) {
            return Optional.empty();
        }
        Box seen = reached(view, zoom);
        Level level = level(zoom);
        List<Box> patches = new ArrayList<>();
        if (frames != old.frames) {
            for (int frame : grounds.framesWithin(seen)) {
                patch(
                        old.frames.get(frame),
                        frames.get(frame),
                        grounds.frames.get(frame).box(),
                        zoom,
                        patches);
            }
        }
        for (int unit : grounds.unitsWithin(seen)) {
            if (faces.same(old.faces, unit, level)) {
                continue;
            }
            List<Shape> was = new ArrayList<>();
            List<Shape> is = new ArrayList<>();
            old.draw(unit, level, 1, was);
            draw(unit, level, 1, is);
            patch(was, is, grounds.units.get(unit).box(), zoom, patches);
            if (patches.size() > Patches.MOST) {
                return Optional.empty();
            }
        }
        return Optional.of(patches);
    }

    private static void patch(List<Shape> was, List<Shape> is, Box box, double zoom, List<Box> patches) {
        Patches.between(was, is, zoom)
                .orElse(List.of(box.grown(REACH * Math.max(1, 1 / zoom))))
                .forEach(patch -> Patches.add(patches, patch));
    }

    @Override
    public Optional<ElementId> at(double x, double y, double zoom, Set<Layer> layers) {
        Level level = level(zoom);
        int[] found = grounds.unitsWithin(new Box(x, y, 0, 0));
        for (int i = found.length - 1; i >= 0; i--) {
            Unit unit = grounds.units.get(found[i]);
            boolean host = unit.role() == Unit.Role.HOST;
            Optional<ElementId> inner = Optional.empty();
            if (host && level == Level.PORTS) {
                inner = last(faces.dress(found[i]).places(), x, y, layers);
            }
            if (inner.isEmpty() && level.compareTo(host ? Level.VMS : Level.CARDS) >= 0) {
                inner = last(faces.inside(found[i]).places(), x, y, layers);
            }
            if (inner.isPresent()) {
                return inner;
            }
            if (unit.box().contains(x, y) && layers.contains(unit.layer()) && told(found[i], unit, level)) {
                return Optional.of(unit.id());
            }
        }
        return layers.contains(Layer.BASE) ? clusterAt(x, y) : Optional.empty();
    }

    /** Whether something of a unit is drawn. */
    private boolean told(int index, Unit unit, Level level) {
        return unit.role() != Unit.Role.SHELF
                && (level != Level.CELLS || !faces.face(index).far().isEmpty());
    }

    private static Optional<ElementId> last(List<Place> places, double x, double y, Set<Layer> layers) {
        for (int i = places.size() - 1; i >= 0; i--) {
            Place place = places.get(i);
            if (place.box().contains(x, y) && layers.contains(place.layer())) {
                return Optional.of(place.id());
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<ElementId> hostAt(double x, double y) {
        for (int unit : grounds.unitsWithin(new Box(x, y, 0, 0))) {
            Unit found = grounds.units.get(unit);
            if (found.role() == Unit.Role.HOST && found.box().contains(x, y)) {
                return Optional.of(found.id());
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<ElementId> clusterAt(double x, double y) {
        for (int frame : grounds.framesWithin(new Box(x, y, 0, 0))) {
            Grounds.Frame found = grounds.frames.get(frame);
            if (found.box().contains(x, y) && found.group().id().isPresent()) {
                return found.group().id();
            }
        }
        return Optional.empty();
    }

    @Override
    public Map<ElementId, Box> clusters() {
        return grounds.clusters;
    }

    @Override
    public List<Box> placesOf(ElementId id) {
        Integer own = grounds.index.get(id);
        if (own != null) {
            return List.of(grounds.units.get(own).box());
        }
        if (id.kind() == ElementKind.CLUSTER) {
            return Optional.ofNullable(grounds.clusters.get(id)).stream().toList();
        }
        List<Box> places = new ArrayList<>(1);
        for (ElementId unit : contents.unitsOf(id)) {
            Integer index = grounds.index.get(unit);
            if (index != null) {
                collect(faces.inside(index).places(), id, places);
                if (places.isEmpty() && unit.kind() == ElementKind.HOST) {
                    collect(faces.dress(index).places(), id, places);
                }
            }
        }
        return places;
    }

    private static void collect(List<Place> places, ElementId id, List<Box> boxes) {
        for (Place place : places) {
            if (place.id().equals(id)) {
                boxes.add(place.box());
            }
        }
    }

    @Override
    public List<ElementId> hosts() {
        return grounds.hosts;
    }

    @Override
    public List<ElementId> vmsOf(ElementId host) {
        return contents.on(host).stream().map(tenant -> tenant.vm().id()).toList();
    }

    @Override
    public Links links() {
        Weaving.Woven known = woven;
        if (known == null) {
            known = new Weaving(contents, grounds).woven();
            woven = known;
        }
        return known.links();
    }

    @Override
    public List<Shape> shapes() {
        return within(grounds.bounds.grown(Grounds.GAP), 2 * PORTS_FROM);
    }
}
