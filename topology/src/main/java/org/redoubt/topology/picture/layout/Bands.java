package org.redoubt.topology.picture.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Layer;

/** The equipment of a large site: what stands in a cluster's frame, and the rows above and below the frames. */
final class Bands {

    private static final int FEW = 10;
    private static final int SEVERAL = -1;
    private static final double WIDE = 400;
    private static final double LOW = 100;
    private static final double ARRAY_WIDTH = 480;
    private static final double ARRAY_HEIGHT = 320;
    private static final double ROW_GAP = 100;

    /** A row's name, at its left. */
    record Caption(ElementId id, Layer layer, String words, double x, double middle, double room) {}

    private final Site site;
    private final Map<ElementId, Integer> frames = new HashMap<>();
    private final Map<Integer, List<Element>> leaves = new HashMap<>();
    private final List<Element> spines = new ArrayList<>();
    private final List<Element> directors = new ArrayList<>();
    private final List<Element> sharedSwitches = new ArrayList<>();
    private final List<Element> sharedFabrics = new ArrayList<>();
    private final List<Element> arrays;
    private final boolean loose;
    final List<Caption> captions = new ArrayList<>();
    private List<Unit> units;
    private Box around;

    /** @param frameOf the frame in which each host stands */
    Bands(Contents contents, Map<ElementId, Integer> frameOf) {
        this.site = contents.site();
        contents.served().forEach((end, hosts) -> frames.put(end, frame(frameOf, hosts)));
        sort(ElementKind.SWITCH, spines, sharedSwitches);
        sort(ElementKind.FABRIC_SWITCH, directors, sharedFabrics);
        this.arrays = all(ElementKind.STORAGE_ARRAY);
        this.loose =
                site.all(ElementKind.VOLUME).anyMatch(volume -> Contents.LOOSE.equals(Contents.holder(site, volume)));
    }

    private static int frame(Map<ElementId, Integer> frameOf, List<ElementId> hosts) {
        int first = frameOf.get(hosts.getFirst());
        for (ElementId host : hosts) {
            if (frameOf.get(host) != first) {
                return SEVERAL;
            }
        }
        return first;
    }

    private List<Element> all(ElementKind kind) {
        return site.all(kind).sorted(NaturalOrder.OF_ELEMENTS).toList();
    }

    /** Of many switches those that no host is plugged into join the others; of few all do. */
    private void sort(ElementKind kind, List<Element> backbone, List<Element> shared) {
        List<Element> all = all(kind);
        for (Element one : all) {
            Integer frame = all.size() <= FEW ? null : frames.get(one.id());
            if (frame == null) {
                backbone.add(one);
            } else if (frame == SEVERAL) {
                shared.add(one);
            } else {
                leaves.computeIfAbsent(frame, nth -> new ArrayList<>()).add(one);
            }
        }
        if (backbone.isEmpty()) {
            backbone.addAll(shared);
            shared.clear();
        }
    }

    /** The switches that serve the hosts of this frame alone. */
    List<Element> leavesOf(int frame) {
        return leaves.getOrDefault(frame, List.of());
    }

    /** Adds the rows above and below the frames; returns the box around everything. */
    Box stand(List<Unit> all, Box middle) {
        units = all;
        around = middle;
        double y = middle.y() - Grounds.GAP;
        y = row(all(ElementKind.NETWORK), Unit.Role.EQUIPMENT, Layer.NETWORK, y, false, WIDE, LOW);
        y = row(sharedSwitches, Unit.Role.EQUIPMENT, Layer.NETWORK, y, false, WIDE, LOW);
        backbone(spines, Layer.NETWORK, "NETWORK", y, false);
        y = middle.bottom() + Grounds.GAP;
        y = backbone(directors, Layer.STORAGE, "STORAGE", y, true);
        y = row(sharedFabrics, Unit.Role.EQUIPMENT, Layer.STORAGE, y, true, WIDE, LOW);
        y = row(arrays, Unit.Role.EQUIPMENT, Layer.STORAGE, y, true, ARRAY_WIDTH, ARRAY_HEIGHT);
        List<Element> feeds = all(ElementKind.POWER_FEED);
        y = feeds.size() <= FEW
                ? backbone(feeds, Layer.POWER, "POWER", y, true)
                : row(feeds, Unit.Role.EQUIPMENT, Layer.POWER, y, true, WIDE, LOW);
        Box whole = around;
        double x = middle.x();
        if (loose) {
            Box box = new Box(x, y, ARRAY_WIDTH * 3, ARRAY_HEIGHT);
            units.add(new Unit(Contents.LOOSE, Unit.Role.SHELF, Layer.STORAGE, box));
            whole = whole.with(box);
            x = box.right() + ROW_GAP;
        }
        // Whether a VM strays is found out when VMs are looked at: its shelf is outside of what is shown as a whole.
        Box shelf = new Box(x, y + ROW_GAP, Grounds.CARD_WIDTH * 3, Grounds.CARD_HEIGHT);
        units.add(new Unit(Contents.STRAYS, Unit.Role.SHELF, Layer.BASE, shelf));
        return whole;
    }

    /** A row that is told from afar, as large as the whole map asks. */
    private double backbone(List<Element> elements, Layer layer, String words, double y, boolean down) {
        if (elements.isEmpty()) {
            return y;
        }
        double width = around.width();
        double room = Math.clamp(width * 0.052, 400, 2100);
        double height = Math.clamp(width * 0.0122, 120, 500);
        double wide = Math.clamp((width - room) / elements.size() / 1.3, WIDE, Math.max(WIDE, width * 0.09));
        double end = row(elements, Unit.Role.BACKBONE, layer, y, down, wide, height);
        double middle = down ? y + height / 2 : y - height / 2;
        captions.add(new Caption(elements.getFirst().id(), layer, words, around.x(), middle, room));
        return end;
    }

    private double row(
            List<Element> elements, Unit.Role role, Layer layer, double y, boolean down, double wide, double high) {
        if (elements.isEmpty()) {
            return y;
        }
        double left = Math.clamp(around.width() * 0.052, 400, 2100);
        double room = around.width() - left;
        int perRow = Math.max(1, (int) (room / (wide + Math.min(ROW_GAP, wide * 0.1))));
        int rows = (elements.size() + perRow - 1) / perRow;
        double pitch = Math.min(wide * 1.3, Math.max(room, wide) / Math.min(perRow, elements.size()));
        double top = down ? y : y - rows * (high + ROW_GAP) + ROW_GAP;
        for (int i = 0; i < elements.size(); i++) {
            Box box = new Box(around.x() + left + i % perRow * pitch, top + i / perRow * (high + ROW_GAP), wide, high);
            units.add(new Unit(elements.get(i).id(), role, layer, box));
            around = around.with(box);
        }
        return down ? top + rows * (high + ROW_GAP) : top - ROW_GAP;
    }
}
