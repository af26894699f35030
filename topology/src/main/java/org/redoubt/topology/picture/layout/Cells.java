package org.redoubt.topology.picture.layout;

import static org.redoubt.topology.model.Attributes.CABLED_TO;
import static org.redoubt.topology.model.Attributes.CPU_LOAD;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Glyph;
import org.redoubt.topology.picture.HostCondition;
import org.redoubt.topology.picture.Layer;
import org.redoubt.topology.picture.Lettering;
import org.redoubt.topology.picture.Options;
import org.redoubt.topology.picture.Picture;
import org.redoubt.topology.picture.Shape;
import org.redoubt.topology.picture.Sketch;
import org.redoubt.topology.picture.Stroke;
import org.redoubt.topology.picture.Surface;
import org.redoubt.topology.picture.Tone;
import org.redoubt.topology.picture.Words;

/** A site from far away: a frame for each cluster, a cell for each host filled by its load, marks for what is amiss. */
final class Cells {

    private static final double CELL_WIDTH = 16;
    private static final double CELL_HEIGHT = 20;
    private static final double GAP = 2;
    private static final double ROW_GAP = 4;
    private static final int PER_ROW = 10;
    private static final double PAD = 8;
    private static final double HEAD = 24;
    private static final double FRAME_GAP = 12;
    private static final double EQUIPMENT_WIDTH = 148;
    private static final int FEW = 10;

    private final Sketch sketch = new Sketch();
    private final Census census;

    private Cells(Census census) {
        this.census = census;
    }

    static Picture of(Census census, Options options) {
        return new Cells(census).draw(options);
    }

    private Picture draw(Options options) {
        double frameWidth = 2 * PAD + PER_ROW * (CELL_WIDTH + GAP) - GAP;
        int columns = columns(options, frameWidth);
        double width = columns * (frameWidth + FRAME_GAP) - FRAME_GAP;
        double y = equipment(ElementKind.SWITCH, Layer.NETWORK, "NETWORK", width, 0);
        List<Census.Group> groups = census.groups();
        for (int from = 0; from < groups.size(); from += columns) {
            List<Census.Group> row = groups.subList(from, Math.min(groups.size(), from + columns));
            double height = row.stream().mapToDouble(Cells::height).max().orElse(0);
            double x = 0;
            for (Census.Group group : row) {
                frame(group, new Box(x, y, frameWidth, height));
                x += frameWidth + FRAME_GAP;
            }
            y += height + FRAME_GAP;
        }
        equipment(ElementKind.FABRIC_SWITCH, Layer.STORAGE, "STORAGE", width, y);
        return sketch.finished(Picture.Level.CELLS);
    }

    private int columns(Options options, double frameWidth) {
        double area = 0;
        for (Census.Group group : census.groups()) {
            area += (frameWidth + FRAME_GAP) * (height(group) + FRAME_GAP);
        }
        double wanted = Math.sqrt(area * options.width() / options.height());
        return Math.clamp(
                Math.round(wanted / (frameWidth + FRAME_GAP)),
                1,
                Math.max(1, census.groups().size()));
    }

    private static double height(Census.Group group) {
        int rows = (group.hosts().size() + PER_ROW - 1) / PER_ROW;
        return HEAD + rows * (CELL_HEIGHT + ROW_GAP) + PAD - ROW_GAP;
    }

    private double equipment(ElementKind kind, Layer layer, String words, double width, double y) {
        List<Element> all = backbone(kind);
        if (all.isEmpty()) {
            return y;
        }
        all = all.subList(0, Math.min(all.size(), Math.max(1, (int) ((width - 84) / (EQUIPMENT_WIDTH * 0.8)))));
        Map<ElementId, Box> places = Equipment.row(all, 84, width - 84, y, EQUIPMENT_WIDTH, 20);
        sketch.add(new Shape.Label(
                all.getFirst().id(),
                layer,
                0,
                y + 14.5,
                80,
                words,
                12,
                true,
                Shape.Align.START,
                Tone.FAINT,
                Glyph.NONE));
        for (Element element : all) {
            Equipment.draw(sketch, layer, element, places.get(element.id()));
        }
        return y + 20 + 20;
    }

    /** Of many switches those that no host is plugged into: the ones that join the others. */
    private List<Element> backbone(ElementKind kind) {
        List<Element> all = new ArrayList<>(
                census.site().all(kind).sorted(NaturalOrder.OF_ELEMENTS).toList());
        if (all.size() <= FEW) {
            return all;
        }
        Set<ElementId> edges = new HashSet<>();
        ElementKind ports = kind == ElementKind.SWITCH ? ElementKind.NETWORK_PORT : ElementKind.HBA_PORT;
        census.site()
                .all(ports)
                .forEach(port -> port.refs(CABLED_TO).forEach(end -> {
                    edges.add(end);
                    census.site()
                            .find(end)
                            .flatMap(far -> census.above(far, kind))
                            .ifPresent(edges::add);
                }));
        List<Element> inner =
                all.stream().filter(one -> !edges.contains(one.id())).toList();
        return inner.isEmpty() ? all : new ArrayList<>(inner);
    }

    private void frame(Census.Group group, Box box) {
        ElementId id = group.id().orElse(new ElementId(ElementKind.CLUSTER, "none"));
        if (group.id().isPresent()) {
            sketch.card(id, Layer.BASE, box, Surface.FRAME, Tone.LINE, 1);
        } else {
            sketch.add(new Shape.Card(id, Layer.BASE, box, Surface.FRAME, Tone.LINE, Stroke.SOLID, 1));
        }
        String count = Words.count(group.hosts().size(), "host", "hosts");
        double countWidth = Lettering.width(count, 12, false) * 1.3 + 4;
        sketch.add(new Shape.Label(
                id,
                Layer.BASE,
                box.x() + PAD,
                box.y() + 16,
                box.width() - 2 * PAD - countWidth,
                group.caption().isEmpty() ? census.site().name() : group.caption(),
                12,
                true,
                Shape.Align.START,
                Tone.TEXT,
                Glyph.NONE));
        sketch.add(new Shape.Label(
                id,
                Layer.BASE,
                box.right() - PAD,
                box.y() + 16,
                countWidth,
                count,
                12,
                false,
                Shape.Align.END,
                Tone.DIM,
                Glyph.NONE));
        for (int i = 0; i < group.hosts().size(); i++) {
            double x = box.x() + PAD + i % PER_ROW * (CELL_WIDTH + GAP);
            double y = box.y() + HEAD + i / PER_ROW * (CELL_HEIGHT + ROW_GAP);
            cell(group.hosts().get(i), new Box(x, y, CELL_WIDTH, CELL_HEIGHT));
        }
    }

    private void cell(Element.Host host, Box box) {
        Site site = census.site();
        HostCondition condition = HostCondition.of(host, site.now());
        boolean amiss = !condition.words().isEmpty();
        Tone edge = condition.tone().abnormal() ? condition.tone() : Tone.LINE;
        sketch.add(new Shape.Card(
                host.id(),
                Layer.BASE,
                box,
                Surface.CELL,
                edge,
                condition.glyph() == Glyph.QUESTION ? Stroke.DASHED : Stroke.SOLID,
                amiss ? 1.4 : 0));
        sketch.place(host.id(), Layer.BASE, box);
        sketch.host(host.id());
        double load = host.value(CPU_LOAD).or(() -> HostCards.used(host)).orElse(0.0);
        if (!condition.stale()) {
            sketch.add(new Shape.Bar(host.id(), Layer.BASE, box.grown(-1.5), load, Tone.NORMAL));
        }
        if (amiss) {
            sketch.add(new Shape.Mark(
                    host.id(), Layer.BASE, condition.glyph(), box.centreX(), box.centreY(), 5, condition.tone()));
        }
    }
}
