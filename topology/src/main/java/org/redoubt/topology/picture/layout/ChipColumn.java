package org.redoubt.topology.picture.layout;

import static org.redoubt.topology.model.Attributes.JOB;
import static org.redoubt.topology.model.Attributes.MEMORY;

import java.util.ArrayList;
import java.util.List;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Job;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Glyph;
import org.redoubt.topology.picture.Layer;
import org.redoubt.topology.picture.Lettering;
import org.redoubt.topology.picture.Shape;
import org.redoubt.topology.picture.Sketch;
import org.redoubt.topology.picture.Stroke;
import org.redoubt.topology.picture.Surface;
import org.redoubt.topology.picture.Tone;

/** The VMs on a host's card: chips with names while there is room, then two columns, then cells sized by memory. */
final class ChipColumn {

    /** More than this, and a card shows cells. */
    static final int MOST_CHIPS = 16;

    static final double SMALL = 24;
    private static final double GAP = 4;
    /** The least that words of 12 and an edge need. */
    private static final double TIGHT = 20;

    private static final double TIGHT_GAP = 2;
    private static final double LARGEST_CELL = 32;
    private static final double NAMED_CELL = 64;
    private static final double READABLE_PAIR = 300;
    private static final long GIB = 1L << 30;

    private final Sketch sketch;
    private final ElementId host;
    private final Box room;
    private final boolean stale;

    private ChipColumn(Sketch sketch, ElementId host, Box room, boolean stale) {
        this.sketch = sketch;
        this.host = host;
        this.room = room;
        this.stale = stale;
    }

    static void draw(Sketch sketch, ElementId host, List<Census.Tenant> tenants, Box room, boolean stale) {
        ChipColumn column = new ChipColumn(sketch, host, room, stale);
        int rows = rows(room.height());
        if (tenants.size() <= rows) {
            column.stack(tenants, room.x(), room.width());
        } else if (tenants.size() <= column.mostChips(rows) && room.width() >= 128) {
            column.two(tenants);
        } else {
            column.cells(tenants);
        }
    }

    /** Two columns of chips that are wide enough to be read are read however many they are. */
    private int mostChips(int rows) {
        return room.width() >= READABLE_PAIR ? 2 * rows : Math.min(MOST_CHIPS, 2 * rows);
    }

    /** How many VMs fit below each other by name. */
    static int rows(double height) {
        return (int) ((height + TIGHT_GAP) / (TIGHT + TIGHT_GAP));
    }

    /** The height that a VM of this memory gets where there is room. */
    static double height(long memory) {
        if (memory <= 4 * GIB) {
            return SMALL;
        }
        if (memory <= 8 * GIB) {
            return 32;
        }
        return memory <= 16 * GIB ? 40 : 48;
    }

    /** Chips below each other, as high as their memory asks where there is room. */
    private void stack(List<Census.Tenant> tenants, double x, double width) {
        double gap = tenants.size() * (SMALL + GAP) - GAP <= room.height() ? GAP : TIGHT_GAP;
        double small = Math.clamp(Math.floor((room.height() + gap) / tenants.size() - gap), TIGHT, SMALL);
        double least = tenants.size() * (small + gap) - gap;
        double wanted = -gap;
        for (Census.Tenant tenant : tenants) {
            wanted += Math.max(small, height(memory(tenant))) + gap;
        }
        double stretch = Math.clamp((room.height() - least) / Math.max(1, wanted - least), 0.0, 1.0);
        double y = room.y();
        for (Census.Tenant tenant : tenants) {
            double height = small + Math.floor((Math.max(small, height(memory(tenant))) - small) * stretch);
            chip(tenant, new Box(x, y, width, height));
            y += height + gap;
        }
    }

    private void two(List<Census.Tenant> tenants) {
        int rows = (tenants.size() + 1) / 2;
        double width = (room.width() - GAP) / 2;
        stack(tenants.subList(0, rows), room.x(), width);
        stack(tenants.subList(rows, tenants.size()), room.x() + width + GAP, width);
    }

    private void cells(List<Census.Tenant> tenants) {
        List<Box> boxes = cellBoxes(tenants, LARGEST_CELL);
        for (double size = LARGEST_CELL; boxes.getLast().bottom() > room.bottom() && size > 1; size *= 0.92) {
            boxes = cellBoxes(tenants, size);
        }
        for (int i = 0; i < tenants.size(); i++) {
            cell(tenants.get(i), boxes.get(i));
        }
    }

    private void cell(Census.Tenant tenant, Box box) {
        ElementId id = tenant.vm().id();
        Look look = look(tenant);
        sketch.add(new Shape.Card(id, Layer.BASE, box, look.surface, look.edge, look.stroke, look.weight));
        boolean odd = look.glyph != Glyph.DOT;
        if (box.width() >= NAMED_CELL && box.height() >= 18) {
            sketch.add(new Shape.Label(
                    id,
                    Layer.BASE,
                    box.x() + 6,
                    box.centreY() + 4.5,
                    box.width() - 12,
                    tenant.vm().name(),
                    12,
                    false,
                    Shape.Align.START,
                    odd ? look.tone : look.text,
                    odd ? look.glyph : Glyph.NONE));
        } else if (odd) {
            double radius = Math.min(box.width(), box.height()) / 3.4;
            sketch.add(new Shape.Mark(id, Layer.BASE, look.glyph, box.centreX(), box.centreY(), radius, look.tone));
        }
        settle(tenant, box);
    }

    /** Cells in reading order, as wide as their memory asks: 1, 2, 3 or 4 units. */
    private List<Box> cellBoxes(List<Census.Tenant> tenants, double size) {
        double gap = Math.max(1, Math.round(size / 8));
        List<Box> boxes = new ArrayList<>(tenants.size());
        double x = room.x();
        double y = room.y();
        for (Census.Tenant tenant : tenants) {
            double units = (height(memory(tenant)) - 16) / 8;
            double width = Math.min(room.width(), size * 0.72 * units + gap * (units - 1));
            if (x + width > room.right() + 0.01) {
                x = room.x();
                y += size + gap;
            }
            boxes.add(new Box(x, y, width, size));
            x += width + gap;
        }
        return boxes;
    }

    private record Look(
            Surface surface, Tone edge, Stroke stroke, double weight, Glyph glyph, Tone tone, Tone text, String word) {}

    private void chip(Census.Tenant tenant, Box box) {
        ElementId id = tenant.vm().id();
        Look look = look(tenant);
        sketch.add(new Shape.Card(id, Layer.BASE, box, look.surface, look.edge, look.stroke, look.weight));
        double middle = box.centreY();
        sketch.add(new Shape.Mark(id, Layer.BASE, look.glyph, box.x() + 12, middle, 4, look.tone));
        double wordRoom = 0;
        if (!look.word.isEmpty() && box.width() > 100) {
            wordRoom = Lettering.width(look.word, 12, false) * 1.25 + 6;
            sketch.add(new Shape.Label(
                    id,
                    Layer.BASE,
                    box.right() - 8,
                    middle + 4.5,
                    wordRoom,
                    look.word,
                    12,
                    false,
                    Shape.Align.END,
                    look.tone.abnormal() ? look.tone : Tone.DIM,
                    Glyph.NONE));
        }
        sketch.add(new Shape.Label(
                id,
                Layer.BASE,
                box.x() + 24,
                middle + 4.5,
                box.width() - 32 - wordRoom,
                tenant.vm().name(),
                13,
                false,
                Shape.Align.START,
                look.text,
                Glyph.NONE));
        settle(tenant, box);
    }

    private void settle(Census.Tenant tenant, Box box) {
        sketch.place(tenant.vm().id(), Layer.BASE, box);
        sketch.tenant(host, tenant.vm().id());
    }

    private static long memory(Census.Tenant tenant) {
        return tenant.vm().value(MEMORY).orElse(0L);
    }

    private Look look(Census.Tenant tenant) {
        Job job = tenant.vm().value(JOB).orElse(Job.NONE);
        Look look = switch (tenant.stay()) {
            case TWICE -> plain(Surface.CHIP, Tone.CRITICAL, 2, Glyph.TWICE, Tone.CRITICAL, "runs twice");
            case HELD -> held(tenant.state());
            case OFF -> off(tenant.state());
            case RUNS -> running(tenant.state());
        };
        if (tenant.stay() == Census.Stay.RUNS && (job == Job.MIGRATING_OUT || job == Job.MIGRATING_IN)) {
            look = plain(look.surface, Tone.INTERACTION, 1.4, Glyph.ARROW, Tone.INTERACTION, "moving");
        }
        return stale ? aged(look) : look;
    }

    private static Look running(RunState state) {
        return switch (state) {
            case RUNNING, BLOCKED -> plain(Surface.CHIP, Tone.LINE, 1, Glyph.DOT, Tone.NORMAL, "");
            case PAUSED -> plain(Surface.CHIP, Tone.WARNING, 1.4, Glyph.PAUSE, Tone.WARNING, "paused");
            case SUSPENDED -> plain(Surface.CHIP, Tone.LINE, 1, Glyph.PAUSE, Tone.DIM, "suspended");
            case SHUTTING_DOWN -> plain(Surface.CHIP, Tone.LINE, 1, Glyph.HOLLOW, Tone.DIM, "stopping");
            case CRASHED -> plain(Surface.CHIP, Tone.CRITICAL, 2, Glyph.CROSS, Tone.CRITICAL, "crashed");
            case SHUT_OFF -> off(state);
            case UNKNOWN -> plain(Surface.CHIP_HOLLOW, Tone.LINE, 1, Glyph.QUESTION, Tone.DIM, "unknown");
        };
    }

    /** On a host that is not where it is: it comes, or that host has not said yet that it went. */
    private static Look held(RunState state) {
        return state.executes()
                ? new Look(
                        Surface.CHIP_HOLLOW,
                        Tone.LINE,
                        Stroke.DASHED,
                        1,
                        Glyph.QUESTION,
                        Tone.DIM,
                        Tone.DIM,
                        "was here")
                : new Look(
                        Surface.CHIP_HOLLOW,
                        Tone.INTERACTION,
                        Stroke.DASHED,
                        1.4,
                        Glyph.ARROW,
                        Tone.INTERACTION,
                        Tone.DIM,
                        "arriving");
    }

    private static Look off(RunState state) {
        if (state == RunState.CRASHED) {
            return plain(Surface.CHIP_HOLLOW, Tone.CRITICAL, 1.4, Glyph.CROSS, Tone.CRITICAL, "crashed");
        }
        String word = state == RunState.UNKNOWN ? "unknown" : "off";
        Glyph glyph = state == RunState.UNKNOWN ? Glyph.QUESTION : Glyph.HOLLOW;
        return new Look(Surface.CHIP_HOLLOW, Tone.LINE, Stroke.SOLID, 1, glyph, Tone.FAINT, Tone.DIM, word);
    }

    private static Look plain(Surface surface, Tone edge, double weight, Glyph glyph, Tone tone, String word) {
        return new Look(surface, edge, Stroke.SOLID, weight, glyph, tone, Tone.TEXT, word);
    }

    /** The same as it was last heard: hollow and dashed, for nobody vouches for it now. */
    private static Look aged(Look look) {
        return new Look(
                Surface.CHIP_HOLLOW,
                look.edge,
                Stroke.DASHED,
                look.weight,
                look.glyph == Glyph.DOT ? Glyph.QUESTION : look.glyph,
                look.tone == Tone.NORMAL ? Tone.FAINT : look.tone,
                Tone.DIM,
                look.word);
    }
}
