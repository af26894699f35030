package org.redoubt.topology.picture;

import static org.redoubt.topology.model.Attributes.BEAT;
import static org.redoubt.topology.model.Attributes.BEAT_EXPECTED;
import static org.redoubt.topology.model.Attributes.MEMORY;
import static org.redoubt.topology.model.Attributes.MEMORY_FREE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;

/** Draws a host's card: its name, heartbeat, memory and VMs. */
final class HostCards {

    /** From a card's top to its first chip. */
    static final double HEAD = 60;
    /** Kept free above a card's lower edge. */
    static final double FOOT = 20;

    static final double PAD = 12;
    private static final double BAR_WIDTH = 80;
    private static final double SPARK_WIDTH = 48;
    private static final long USUAL_BEAT = 1000;
    private static final int BEATS_SHOWN = 6;

    private final Picture.Sketch sketch;
    private final Census census;
    private final Options options;

    HostCards(Picture.Sketch sketch, Census census, Options options) {
        this.sketch = sketch;
        this.census = census;
        this.options = options;
    }

    void draw(Element.Host host, Box box) {
        long now = census.site().now();
        HostCondition condition = HostCondition.of(host, now);
        ElementId id = host.id();
        Tone edge = condition.tone().abnormal() ? condition.tone() : Tone.LINE;
        sketch.add(new Shape.Card(
                id,
                Layer.BASE,
                box,
                Surface.CARD,
                edge,
                condition.stale() ? Stroke.DASHED : Stroke.SOLID,
                condition.tone().abnormal() ? 1.8 : 1.2));
        sketch.place(id, box);
        sketch.host(id);
        double right = box.right() - PAD;
        sketch.add(label(
                host,
                box.x() + PAD,
                box.y() + 28,
                box.width() - 2 * PAD - SPARK_WIDTH - 8,
                host.name(),
                14.5,
                true,
                Shape.Align.START,
                condition.stale() ? Tone.DIM : Tone.TEXT,
                Glyph.NONE));
        spark(host, new Box(right - SPARK_WIDTH, box.y() + 14, SPARK_WIDTH, 14), condition, now);
        if (condition.words().isEmpty()) {
            memory(host, box, right);
        } else {
            sketch.add(label(
                    host,
                    box.x() + PAD,
                    box.y() + 47,
                    box.width() - 2 * PAD,
                    condition.words(),
                    12,
                    true,
                    Shape.Align.START,
                    condition.tone(),
                    condition.glyph()));
        }
        Box room = new Box(box.x() + PAD, box.y() + HEAD, box.width() - 2 * PAD, box.height() - HEAD - FOOT);
        ChipColumn.draw(sketch, id, census.on(id), room, condition.stale());
    }

    private void memory(Element.Host host, Box box, double right) {
        Optional<Double> used = used(host);
        Box bar = new Box(box.x() + PAD, box.y() + 40, BAR_WIDTH, 6);
        if (used.isEmpty()) {
            sketch.add(label(
                    host,
                    box.x() + PAD,
                    box.y() + 47,
                    box.width() - 2 * PAD,
                    "memory not heard",
                    12,
                    false,
                    Shape.Align.START,
                    Tone.FAINT,
                    Glyph.NONE));
            return;
        }
        sketch.add(new Shape.Bar(host.id(), Layer.BASE, bar, used.get(), Tone.NORMAL));
        sketch.add(label(
                host,
                right,
                box.y() + 47,
                64,
                "mem " + Words.share(used.get()),
                12,
                false,
                Shape.Align.END,
                Tone.DIM,
                Glyph.NONE));
    }

    /** The share of a host's memory that is in use, where it says so. */
    static Optional<Double> used(Element.Host host) {
        Optional<Long> all = host.value(MEMORY).filter(amount -> amount > 0);
        return all.flatMap(memory ->
                host.value(MEMORY_FREE).map(free -> Math.clamp(1.0 - (double) free / memory, 0.0, 1.0)));
    }

    /** Each beat a spike at the moment when it was heard; a late one leaves a flat line behind the last. */
    private void spark(Element.Host host, Box box, HostCondition condition, long now) {
        List<Long> beats = beats(host);
        if (beats.isEmpty()) {
            return;
        }
        long window = BEATS_SHOWN * host.value(BEAT_EXPECTED).orElse(USUAL_BEAT);
        double base = box.bottom() - 3;
        List<Double> points = new ArrayList<>();
        point(points, box.x(), base);
        for (long beat : beats) {
            double x = box.right() - (now - beat) * box.width() / window;
            if (x - 3 > points.get(points.size() - 2) && x + 3 <= box.right()) {
                point(points, x - 3, base);
                point(points, x, base - 9);
                point(points, x + 2, base + 2);
                point(points, x + 3, base);
            }
        }
        point(points, box.right(), base);
        sketch.add(new Shape.Spark(
                host.id(), Layer.BASE, box, points, condition.tone().abnormal() ? condition.tone() : Tone.NORMAL));
    }

    private List<Long> beats(Element.Host host) {
        List<Long> heard = options.beats().getOrDefault(host.id(), List.of());
        if (!heard.isEmpty()) {
            return heard;
        }
        for (Claim<Long> claim : host.claims().about(BEAT)) {
            return List.of(claim.heard() - claim.value(), claim.heard());
        }
        return List.of();
    }

    private static void point(List<Double> points, double x, double y) {
        points.add(x);
        points.add(y);
    }

    private static Shape.Label label(
            Element of,
            double x,
            double y,
            double room,
            String words,
            double size,
            boolean strong,
            Shape.Align align,
            Tone tone,
            Glyph lead) {
        return new Shape.Label(of.id(), Layer.BASE, x, y, room, words, size, strong, align, tone, lead);
    }
}
