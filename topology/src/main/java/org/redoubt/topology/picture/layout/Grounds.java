package org.redoubt.topology.picture.layout;

import static org.redoubt.topology.model.Attributes.PART_OF;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Grid;
import org.redoubt.topology.picture.Layer;
import org.redoubt.topology.picture.Options;

/**
 * Where everything stands on a large site: a frame for each cluster, in it a place for each host by rack and name; the
 * switches that serve one cluster in its frame, all others above, storage and power below. One unit is a pixel where a
 * host's card is read with ease, so that all of a large site is seen at about 4 %. It depends on who is there and how
 * they are cabled, never on how they are. Takes time in how many there are.
 */
final class Grounds {

    static final double CARD_WIDTH = 336;
    static final double CARD_HEIGHT = 440;
    /** From one card to the next: ports and plugs stand out into what lies between. */
    static final double PITCH_X = 384;

    static final double PITCH_Y = 512;
    static final double PAD = 200;
    /** A frame's caption, and below it its switches. */
    static final double HEAD = 500;
    /** Between frames, and between them and the rows above and below. */
    static final double GAP = 300;

    private static final double LEAF_TOP = 370;
    private static final double LEAF_HEIGHT = 100;
    private static final double LEAF_WIDTH = 400;
    private static final double LEAF_GAP = 40;
    private static final int TEN = 10;
    /** Windows whose forms differ less than this have the same map. */
    private static final double FORMS = 0.25;
    /** How far what stands out from a unit's place may reach. */
    private static final double STANDS_OUT = 12;

    /** A cluster's frame, and which of the hosts stand in it. */
    record Frame(Census.Group group, Box box, int from) {}

    final List<Frame> frames = new ArrayList<>();
    /** Hosts first, in reading order. */
    final List<Unit> units = new ArrayList<>();

    final List<ElementId> hosts;
    final Map<ElementId, Integer> index = new HashMap<>();
    final Map<ElementId, Box> clusters = new LinkedHashMap<>();
    final Bands bands;
    final Box bounds;
    private final double form;
    private final Grid frameGrid;
    private final Grid unitGrid;

    Grounds(Contents contents, List<Census.Group> groups, Options options) {
        this.form = form(options);
        List<Census.Group> sorted =
                groups.stream().map(group -> byRack(contents.site(), group)).toList();
        stand(sorted);
        this.hosts = units.stream().map(Unit::id).toList();
        Map<ElementId, Integer> frameOf = new HashMap<>();
        for (int i = 0; i < frames.size(); i++) {
            for (Element.Host host : frames.get(i).group().hosts()) {
                frameOf.put(host.id(), i);
            }
        }
        this.bands = new Bands(contents, frameOf);
        for (int i = 0; i < frames.size(); i++) {
            leaves(frames.get(i).box(), bands.leavesOf(i));
        }
        Box around = frames.getFirst().box();
        for (Frame frame : frames) {
            around = around.with(frame.box());
            frame.group().id().ifPresent(id -> clusters.put(id, frame.box()));
        }
        this.bounds = bands.stand(units, around);
        for (int i = 0; i < units.size(); i++) {
            index.put(units.get(i).id(), i);
        }
        this.frameGrid = new Grid(frames.stream().map(Frame::box).toList());
        this.unitGrid = new Grid(
                units.stream().map(unit -> unit.box().grown(STANDS_OUT)).toList());
    }

    private static double form(Options options) {
        return Math.max(FORMS, Math.round(options.width() / options.height() / FORMS) * FORMS);
    }

    /** Whether a window like this one has the same map. */
    boolean suits(Options options) {
        return form(options) == form;
    }

    /** The places in the units' list of those of which something may be seen. */
    int[] unitsWithin(Box view) {
        return unitGrid.within(view);
    }

    int[] framesWithin(Box view) {
        return frameGrid.within(view);
    }

    private static Census.Group byRack(Site site, Census.Group group) {
        Map<ElementId, String> racks = new HashMap<>();
        for (Element.Host host : group.hosts()) {
            host.value(PART_OF)
                    .filter(at -> at.kind() == ElementKind.RACK)
                    .ifPresent(rack -> racks.put(host.id(), site.nameOf(rack)));
        }
        if (racks.isEmpty()) {
            return group;
        }
        List<Element.Host> hosts = new ArrayList<>(group.hosts());
        hosts.sort(
                Comparator.comparing((Element.Host host) -> racks.getOrDefault(host.id(), ""), NaturalOrder::compare));
        return new Census.Group(group.id(), group.caption(), hosts);
    }

    /** How many hosts stand side by side: by tens, so that one more moves nobody to another row. */
    private static int columns(int hosts) {
        if (hosts <= 15) {
            return hosts <= 4 ? 4 : 5;
        }
        return hosts <= 60 ? TEN : TEN * (int) Math.round(Math.sqrt(hosts * 2.67) / TEN);
    }

    private static double width(int hosts) {
        return 2 * PAD + columns(hosts) * PITCH_X - (PITCH_X - CARD_WIDTH);
    }

    private static double height(int hosts) {
        int rows = (hosts + columns(hosts) - 1) / columns(hosts);
        return HEAD + rows * PITCH_Y - (PITCH_Y - CARD_HEIGHT) + PAD;
    }

    /** Frames in columns, so that families of clusters stand together. */
    private void stand(List<Census.Group> groups) {
        double area = 0;
        for (Census.Group group : groups) {
            int hosts = group.hosts().size();
            area += (width(hosts) + GAP) * (height(hosts) + GAP);
        }
        double wanted = Math.sqrt(area / form);
        double x = 0;
        for (List<Census.Group> column : new Columns(groups, wanted, Grounds::heightWithGap).columns()) {
            double y = 0;
            double widest = 0;
            for (Census.Group group : column) {
                int hosts = group.hosts().size();
                Box box = new Box(x, y, width(hosts), height(hosts));
                frame(group, box);
                y += box.height() + GAP;
                widest = Math.max(widest, box.width());
            }
            x += widest + GAP;
        }
    }

    private static double heightWithGap(Census.Group group) {
        return height(group.hosts().size()) + GAP;
    }

    private void frame(Census.Group group, Box box) {
        frames.add(new Frame(group, box, units.size()));
        int columns = columns(group.hosts().size());
        for (int i = 0; i < group.hosts().size(); i++) {
            double x = box.x() + PAD + i % columns * PITCH_X;
            double y = box.y() + HEAD + i / columns * PITCH_Y;
            Box place = new Box(x, y, CARD_WIDTH, CARD_HEIGHT);
            units.add(new Unit(group.hosts().get(i).id(), Unit.Role.HOST, Layer.BASE, place));
        }
    }

    /** The switches that serve this frame alone, below its caption. */
    private void leaves(Box frame, List<Element> leaves) {
        double room = frame.width() - 2 * PAD;
        double width = Math.min(LEAF_WIDTH, room / Math.max(1, leaves.size()) - LEAF_GAP);
        for (int i = 0; i < leaves.size(); i++) {
            Element leaf = leaves.get(i);
            Layer layer = leaf.kind() == ElementKind.SWITCH ? Layer.NETWORK : Layer.STORAGE;
            double x = frame.x() + PAD + i * (width + LEAF_GAP);
            units.add(new Unit(
                    leaf.id(), Unit.Role.EQUIPMENT, layer, new Box(x, frame.y() + LEAF_TOP, width, LEAF_HEIGHT)));
        }
    }
}
