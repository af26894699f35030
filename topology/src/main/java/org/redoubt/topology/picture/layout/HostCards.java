package org.redoubt.topology.picture.layout;

import static org.redoubt.topology.model.Attributes.LINK_DETAIL;
import static org.redoubt.topology.model.Attributes.MEMORY;
import static org.redoubt.topology.model.Attributes.MEMORY_FREE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Countdown;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Glyph;
import org.redoubt.topology.picture.HostCondition;
import org.redoubt.topology.picture.Layer;
import org.redoubt.topology.picture.Lettering;
import org.redoubt.topology.picture.Options;
import org.redoubt.topology.picture.Shape;
import org.redoubt.topology.picture.Sketch;
import org.redoubt.topology.picture.Stroke;
import org.redoubt.topology.picture.Surface;
import org.redoubt.topology.picture.Tone;
import org.redoubt.topology.picture.Words;

/** Draws a host's card: its name, heartbeat, memory and VMs. */
final class HostCards {

    /** From a card's top to its first chip. */
    static final double HEAD = 56;
    /** Kept free above a card's lower edge: a line of words and the upper half of the ports. */
    static final double FOOT = 26;

    static final double PAD = 12;
    private static final double SPARK_WIDTH = 48;
    /** Below this width there is room for a name or a heartbeat, not for both. */
    private static final double NARROW = 140;

    private static final int BEATS_SHOWN = 6;
    private static final double ADVICE = 12;
    private static final double ADVICE_LINE = 18;

    private final Sketch sketch;
    private final Register register;
    private final Options options;

    HostCards(Sketch sketch, Register register, Options options) {
        this.sketch = sketch;
        this.register = register;
        this.options = options;
    }

    /** The height of a card on which so many VMs are at ease. */
    static double heightFor(int vms) {
        return HEAD + FOOT + vms * 30.0;
    }

    /** How many VMs a card of this height shows by name in one column. */
    static int chipsIn(double height) {
        return ChipColumn.rows(height - HEAD - FOOT);
    }

    void draw(Element.Host host, Box box) {
        head(host, box);
        vms(host, box);
    }

    /** All of the card but its VMs. */
    void head(Element.Host host, Box box) {
        HostCondition condition = HostCondition.of(host, register.site().now());
        Heartbeat heart = Heartbeat.of(register.site(), host, register.rings(host.id()));
        ElementId id = host.id();
        boolean abnormal = condition.tone().abnormal();
        sketch.add(new Shape.Card(
                id,
                Layer.BASE,
                box,
                Surface.CARD,
                abnormal ? condition.tone() : heart.tone().abnormal() ? heart.tone() : Tone.LINE,
                condition.stale() ? Stroke.DASHED : Stroke.SOLID,
                abnormal || heart.tone().abnormal() ? 1.8 : 1.2));
        sketch.place(id, Layer.BASE, box);
        sketch.host(id);
        double sparkWidth = box.width() < NARROW ? 0 : SPARK_WIDTH;
        double right = box.right() - PAD;
        Tone name = condition.stale() ? Tone.DIM : Tone.TEXT;
        sketch.add(label(
                id,
                box.x() + PAD,
                box.y() + 26,
                right - box.x() - PAD - sparkWidth - 6,
                host.name(),
                14.5,
                true,
                Shape.Align.START,
                name,
                Glyph.NONE));
        if (sparkWidth > 0) {
            spark(host, new Box(right - sparkWidth, box.y() + 13, sparkWidth, 14), condition, heart);
        }
        if (condition.words().isEmpty()) {
            memory(host, box, right);
        } else {
            sketch.add(label(
                    id,
                    box.x() + PAD,
                    box.y() + 45,
                    right - box.x() - PAD,
                    condition.words(),
                    12,
                    true,
                    Shape.Align.START,
                    condition.tone(),
                    condition.glyph()));
        }
        Optional<String> clock = Countdown.of(host, register.site().now()).map(Countdown::words);
        if (clock.isPresent()) {
            foot(id, box, Lettering.harmless(clock.get()), Tone.WARNING, Glyph.TRIANGLE);
        } else if (!heart.words().isEmpty() && !condition.stale()) {
            foot(id, box, heart.words(), heart.tone(), heart.tone() == Tone.CRITICAL ? Glyph.RING : Glyph.TRIANGLE);
        }
    }

    private void foot(ElementId id, Box box, String words, Tone tone, Glyph lead) {
        sketch.add(label(
                id,
                box.centreX(),
                box.bottom() - 12,
                box.width() - 8,
                words,
                12,
                true,
                Shape.Align.MIDDLE,
                tone,
                lead));
    }

    void vms(Element.Host host, Box box) {
        boolean stale = HostCondition.of(host, register.site().now()).stale();
        Box room = new Box(box.x() + PAD, box.y() + HEAD, box.width() - 2 * PAD, box.height() - HEAD - FOOT);
        if (stale && register.on(host.id()).isEmpty()) {
            advice(host, room);
        } else {
            ChipColumn.draw(sketch, host.id(), register.on(host.id()), room, stale);
        }
    }

    /** Where nothing was ever heard there is room to say why, and what to do. */
    private void advice(Element.Host host, Box room) {
        List<String> lines =
                Lettering.wrapped(Lettering.harmless(host.value(LINK_DETAIL).orElse("")), room.width(), ADVICE, false);
        int most = Math.min(lines.size(), (int) (room.height() / ADVICE_LINE));
        for (int i = 0; i < most; i++) {
            String line = i == most - 1 && most < lines.size() ? lines.get(i) + " …" : lines.get(i);
            sketch.add(label(
                    host.id(),
                    room.x(),
                    room.y() + 14 + i * ADVICE_LINE,
                    room.width() + 4,
                    line,
                    ADVICE,
                    false,
                    Shape.Align.START,
                    Tone.DIM,
                    Glyph.NONE));
        }
    }

    private void memory(Element.Host host, Box box, double right) {
        Optional<Double> used = used(host);
        boolean narrow = box.width() < NARROW;
        double words = narrow ? 44 : 76;
        if (used.isEmpty()) {
            sketch.add(label(
                    host.id(),
                    box.x() + PAD,
                    box.y() + 45,
                    right - box.x() - PAD,
                    "memory not heard",
                    12,
                    false,
                    Shape.Align.START,
                    Tone.FAINT,
                    Glyph.NONE));
            return;
        }
        double barWidth = Math.min(80, right - box.x() - PAD - words);
        sketch.add(new Shape.Bar(
                host.id(), Layer.BASE, new Box(box.x() + PAD, box.y() + 38, barWidth, 6), used.get(), Tone.NORMAL));
        sketch.add(label(
                host.id(),
                right,
                box.y() + 45,
                words,
                (narrow ? "" : "mem ") + Words.share(used.get()),
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

    /**
     * Each beat a spike at its moment. While all is well the line ends with the last beat; what is late, silent or no
     * longer connected ends now, so that the flat line behind the last beat shows for how long.
     */
    private void spark(Element.Host host, Box box, HostCondition condition, Heartbeat heart) {
        List<Long> beats = beats(host, heart);
        if (beats.isEmpty()) {
            return;
        }
        long window = BEATS_SHOWN * heart.expected();
        if (beats.size() > 2 || heart.newest().isEmpty() && beats.size() > 1) {
            // the rhythm that it has, which need not be the one that a ring should have
            window = Math.max(1, BEATS_SHOWN * (beats.getLast() - beats.getFirst()) / (beats.size() - 1));
        }
        long end = condition.stale() ? register.site().now() : beats.getLast() + window / BEATS_SHOWN / 2;
        double base = box.bottom() - 3;
        List<Double> points = new ArrayList<>();
        point(points, box.x(), base);
        for (long beat : beats) {
            double x = box.right() - (end - beat) * box.width() / window;
            if (x - 2 > points.get(points.size() - 2) && x + 3 <= box.right()) {
                point(points, x - 2, base);
                point(points, x, base - 9);
                point(points, x + 1.5, base + 2);
                point(points, x + 3, base);
            }
        }
        point(points, box.right(), base);
        Tone tone = condition.tone().abnormal() ? condition.tone() : heart.tone();
        sketch.add(new Shape.Spark(host.id(), Layer.BASE, box, points, tone));
    }

    private List<Long> beats(Element.Host host, Heartbeat heart) {
        List<Long> heard = options.beats().getOrDefault(host.id(), List.of());
        if (!heard.isEmpty()) {
            return heard;
        }
        Optional<Claim<Long>> last = heart.newest();
        return last.map(claim -> List.of(claim.heard() - claim.value(), claim.heard()))
                .orElse(List.of());
    }

    private static void point(List<Double> points, double x, double y) {
        points.add(x);
        points.add(y);
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
            Tone tone,
            Glyph lead) {
        return new Shape.Label(id, Layer.BASE, x, y, room, words, size, strong, align, tone, lead);
    }
}
