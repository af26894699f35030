package org.redoubt.topology.picture.layout;

import static org.redoubt.topology.model.Attributes.CAPACITY;
import static org.redoubt.topology.model.Attributes.DETAIL;
import static org.redoubt.topology.model.Attributes.POOL;
import static org.redoubt.topology.model.Attributes.RAID;
import static org.redoubt.topology.model.Attributes.REACHES;
import static org.redoubt.topology.model.Attributes.REPLICA_LAG;
import static org.redoubt.topology.model.Attributes.REPLICA_OF;
import static org.redoubt.topology.model.Attributes.SIDE;
import static org.redoubt.topology.model.Attributes.SPARES;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Side;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Glyph;
import org.redoubt.topology.picture.Layer;
import org.redoubt.topology.picture.Lettering;
import org.redoubt.topology.picture.Shape;
import org.redoubt.topology.picture.Sketch;
import org.redoubt.topology.picture.Stroke;
import org.redoubt.topology.picture.Surface;
import org.redoubt.topology.picture.Tone;
import org.redoubt.topology.picture.Words;

/** The rows below the hosts: fabric switches and arrays where they are known, else the pools that the hosts reach. */
final class StorageBand {

    private static final double FABRIC_WIDTH = 192;
    private static final double ARRAY_WIDTH = 264;
    private static final double POOL_HEIGHT = 48;

    private final Census census;
    private final Cabling cabling;
    private final List<Element> fabrics;
    private final List<Element> arrays;
    private final Map<String, List<Element>> pools;
    private Leads leads;
    private Collection<Box> occupied = List.of();

    StorageBand(Census census, Cabling cabling) {
        this.census = census;
        this.cabling = cabling;
        this.fabrics = census.site().all(ElementKind.FABRIC_SWITCH).toList();
        this.arrays = census.site().all(ElementKind.STORAGE_ARRAY).toList();
        this.pools = fabrics.isEmpty() && arrays.isEmpty() ? pools() : Map.of();
    }

    boolean hasFabrics() {
        return !fabrics.isEmpty();
    }

    /** Whether there are arrays, or pools in their stead. */
    boolean hasArrays() {
        return !arrays.isEmpty() || !pools.isEmpty();
    }

    private Map<String, List<Element>> pools() {
        Map<String, List<Element>> byName = new LinkedHashMap<>();
        census.site()
                .all(ElementKind.VOLUME)
                .sorted(NaturalOrder.OF_ELEMENTS)
                .forEach(volume -> volume.value(POOL)
                        .ifPresent(pool -> byName.computeIfAbsent(pool, name -> new ArrayList<>())
                                .add(volume)));
        return byName;
    }

    void draw(Sketch sketch, Floor floor) {
        leads = new Leads(sketch, floor, Layer.STORAGE, false);
        if (!pools.isEmpty()) {
            drawPools(sketch, floor);
            return;
        }
        Measures measures = floor.measures;
        double y = floor.bottom() + measures.storageRoom();
        Map<ElementId, Box> places =
                new LinkedHashMap<>(Equipment.row(fabrics, 0, floor.width, y, FABRIC_WIDTH, measures.fabricHeight()));
        double arrayTop = y + measures.fabricHeight() + measures.backRoom();
        Map<ElementId, Box> arrayPlaces =
                Equipment.row(arrays, 0, floor.width, arrayTop, ARRAY_WIDTH, measures.arrayHeight());
        Map<ElementId, Box> ends = new LinkedHashMap<>(places);
        ends.putAll(arrayPlaces);
        occupied = ends.values();
        for (Floor.Slot slot : floor.slots) {
            leads.add(
                    slot,
                    cabling.leads(
                            slot.host().id(),
                            ElementKind.HBA_PORT,
                            List.of(ElementKind.FABRIC_SWITCH, ElementKind.STORAGE_ARRAY)));
        }
        leads.wires(ends);
        backWires(sketch, places, arrayPlaces);
        for (Element fabric : fabrics) {
            Equipment.draw(sketch, Layer.STORAGE, fabric, places.get(fabric.id()));
        }
        for (Element array : arrays) {
            array(sketch, array, arrayPlaces.get(array.id()));
        }
    }

    /** Where its equipment stands. */
    Collection<Box> occupied() {
        return occupied;
    }

    void finish() {
        leads.ports();
        leads.words();
    }

    private List<Element> controllers(ElementId array) {
        return census.site()
                .all(ElementKind.STORAGE_CONTROLLER)
                .filter(one -> census.above(one, ElementKind.STORAGE_ARRAY)
                        .filter(array::equals)
                        .isPresent())
                .sorted(NaturalOrder.OF_ELEMENTS)
                .toList();
    }

    private static Box controllerBox(Box array, int index, int of) {
        double width = (array.width() - 28 - 8 * (of - 1)) / of;
        double height = Math.min(28, array.height() - 36);
        return new Box(array.x() + 14 + index * (width + 8), array.bottom() - height - 8, width, height);
    }

    private void backWires(Sketch sketch, Map<ElementId, Box> fabricPlaces, Map<ElementId, Box> arrayPlaces) {
        Map<ElementId, Integer> used = new HashMap<>();
        for (Element array : arrays) {
            Box box = arrayPlaces.get(array.id());
            List<Element> controllers = controllers(array.id());
            for (int i = 0; i < controllers.size(); i++) {
                Element controller = controllers.get(i);
                Box place = controllerBox(box, i, controllers.size());
                int nth = 0;
                for (ElementId fabric : cabling.ends(controller, List.of(ElementKind.FABRIC_SWITCH))) {
                    if (fabricPlaces.containsKey(fabric)) {
                        int before = used.merge(fabric, 1, Integer::sum) - 1;
                        backWire(sketch, controller, fabric, fabricPlaces.get(fabric), before, place, nth++, box.y());
                    }
                }
            }
        }
    }

    private void backWire(
            Sketch sketch, Element controller, ElementId fabric, Box from, int before, Box to, int nth, double y) {
        Optional<Side> side = cabling.side(controller, Optional.of(fabric));
        side = census.site()
                .find(fabric)
                .flatMap(end -> end.value(SIDE))
                .or(() -> cabling.side(controller, Optional.empty()));
        Tone trouble = Equipment.trouble(controller);
        Tone tone = trouble.abnormal()
                ? trouble
                : side.map(of -> of == Side.A ? Tone.SIDE_A : Tone.SIDE_B).orElse(Tone.NORMAL);
        Stroke stroke = trouble == Tone.CRITICAL
                ? Stroke.DOTTED
                : side.filter(Side.B::equals).isPresent() ? Stroke.DASHED : Stroke.SOLID;
        double x = from.x() + Math.min(from.width() - 16, 64 + 24.0 * before);
        double end = to.centreX() + 16 * nth - 8;
        double middle = (from.bottom() + y) / 2;
        sketch.add(new Shape.Wire(
                controller.id(),
                fabric,
                Layer.STORAGE,
                List.of(x, from.bottom(), x, middle, end, middle, end, y),
                tone,
                stroke,
                1.6));
    }

    private void array(Sketch sketch, Element array, Box box) {
        Tone trouble = Equipment.trouble(array);
        sketch.card(
                array.id(),
                Layer.STORAGE,
                box,
                Surface.CARD,
                trouble.abnormal() ? trouble : Tone.LINE,
                trouble.abnormal() ? 2 : 1);
        String words = trouble.abnormal() ? array.value(DETAIL).orElse("degraded") : words(array);
        double wordRoom = Math.min(box.width() / 2, Lettering.width(words, 12, false) * 1.3);
        sketch.add(label(
                array.id(),
                box.x() + 14,
                box.y() + 19 + box.height() / 16,
                box.width() - 32 - wordRoom,
                array.name() + (array.value(REPLICA_OF).isPresent() ? " (replica)" : ""),
                14,
                true,
                Shape.Align.START,
                Tone.TEXT));
        sketch.add(label(
                array.id(),
                box.right() - 14,
                box.y() + 19 + box.height() / 16,
                wordRoom,
                words,
                12,
                trouble.abnormal(),
                Shape.Align.END,
                trouble.abnormal() ? trouble : Tone.DIM));
        List<Element> controllers = controllers(array.id());
        for (int i = 0; i < controllers.size(); i++) {
            Element controller = controllers.get(i);
            Box place = controllerBox(box, i, controllers.size());
            Tone tone = Equipment.trouble(controller);
            sketch.card(
                    controller.id(),
                    Layer.STORAGE,
                    place,
                    Surface.INSET,
                    tone.abnormal() ? tone : Tone.LINE,
                    tone.abnormal() ? 1.8 : 1);
            sketch.add(label(
                    controller.id(),
                    place.centreX(),
                    place.centreY() + 4.5,
                    place.width() - 12,
                    controller.name(),
                    12,
                    false,
                    Shape.Align.MIDDLE,
                    tone.abnormal() ? tone : Tone.DIM));
        }
    }

    private String words(Element array) {
        Optional<Long> lag = array.value(REPLICA_LAG);
        if (lag.isPresent()) {
            return "lag " + Words.time(lag.get());
        }
        List<String> words = new ArrayList<>();
        array.value(RAID)
                .or(() -> census.site()
                        .all(ElementKind.RAID_SET)
                        .filter(set -> census.above(set, ElementKind.STORAGE_ARRAY)
                                .filter(array.id()::equals)
                                .isPresent())
                        .sorted(NaturalOrder.OF_ELEMENTS)
                        .flatMap(set -> set.value(RAID).stream())
                        .findFirst())
                .ifPresent(words::add);
        array.value(SPARES).ifPresent(spares -> words.add(Words.count(spares.intValue(), "spare", "spares")));
        return String.join(" · ", words);
    }

    private void drawPools(Sketch sketch, Floor floor) {
        double pitch = Math.min(ARRAY_WIDTH + 24, floor.width / pools.size());
        double x = (floor.width - pitch * pools.size()) / 2 + 12;
        Map<ElementId, Box> places = new LinkedHashMap<>();
        Map<ElementId, ElementId> poolOf = new HashMap<>();
        for (Map.Entry<String, List<Element>> pool : pools.entrySet()) {
            ElementId first = pool.getValue().getFirst().id();
            pool.getValue().forEach(volume -> poolOf.put(volume.id(), first));
            places.put(
                    first,
                    new Box(x, floor.bottom() + floor.measures.storageRoom(), Math.max(88, pitch - 24), POOL_HEIGHT));
            x += pitch;
        }
        for (Floor.Slot slot : floor.slots) {
            leads.add(slot, reached(slot.host(), poolOf));
        }
        occupied = places.values();
        leads.wires(places);
        for (Map.Entry<String, List<Element>> pool : pools.entrySet()) {
            pool(
                    sketch,
                    pool.getKey(),
                    pool.getValue(),
                    places.get(pool.getValue().getFirst().id()));
        }
    }

    private List<Cabling.Lead> reached(Element.Host host, Map<ElementId, ElementId> poolOf) {
        List<Cabling.Lead> reached = new ArrayList<>();
        host.refs(REACHES).stream()
                .map(poolOf::get)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .forEach(pool -> reached.add(new Cabling.Lead(
                        pool,
                        census.site()
                                .find(pool)
                                .flatMap(volume -> volume.value(POOL))
                                .orElse("pool"),
                        host.id(),
                        Optional.of(pool),
                        Optional.empty(),
                        Cabling.Condition.UP,
                        "")));
        reached.sort((one, other) -> NaturalOrder.compare(one.name(), other.name()));
        return reached;
    }

    private static void pool(Sketch sketch, String name, List<Element> volumes, Box box) {
        ElementId id = volumes.getFirst().id();
        sketch.card(id, Layer.STORAGE, box, Surface.CARD, Tone.LINE, 1.2);
        long bytes = volumes.stream()
                .mapToLong(volume -> volume.value(CAPACITY).orElse(0L))
                .sum();
        String size = Words.count(volumes.size(), "volume", "volumes") + (bytes > 0 ? " · " + Words.bytes(bytes) : "");
        sketch.add(
                label(id, box.x() + 14, box.y() + 20, box.width() - 28, name, 14, true, Shape.Align.START, Tone.TEXT));
        sketch.add(
                label(id, box.x() + 14, box.y() + 38, box.width() - 28, size, 12, false, Shape.Align.START, Tone.DIM));
    }

    private static Shape.Label label(
            ElementId id,
            double x,
            double y,
            double room,
            String words,
            double size,
            boolean strong,
            Shape.Align align,
            Tone tone) {
        return new Shape.Label(id, Layer.STORAGE, x, y, room, words, size, strong, align, tone, Glyph.NONE);
    }
}
