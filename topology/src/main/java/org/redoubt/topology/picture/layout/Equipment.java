package org.redoubt.topology.picture.layout;

import static org.redoubt.topology.model.Attributes.DETAIL;
import static org.redoubt.topology.model.Attributes.HEALTH;
import static org.redoubt.topology.model.Attributes.SIDE;
import static org.redoubt.topology.model.Attributes.UP;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redoubt.topology.model.Belief;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Health;
import org.redoubt.topology.model.Side;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.SplitBrain;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Glyph;
import org.redoubt.topology.picture.Layer;
import org.redoubt.topology.picture.Shape;
import org.redoubt.topology.picture.Sketch;
import org.redoubt.topology.picture.Surface;
import org.redoubt.topology.picture.Tone;

/** Draws rows of equipment above and below the hosts: side A to the left, side B to the right. */
final class Equipment {

    private static final double GAP = 24;
    private static final double NARROWEST = 88;

    private Equipment() {}

    /** Places for {@code elements} in a row: each side has its half, what has no side is spread over all. */
    static Map<ElementId, Box> row(List<Element> elements, double left, double width, double y, double w, double h) {
        List<Element> a = new ArrayList<>();
        List<Element> b = new ArrayList<>();
        List<Element> none = new ArrayList<>();
        for (Element element : elements) {
            Optional<Side> side = element.value(SIDE);
            (side.isEmpty() ? none : side.get() == Side.A ? a : b).add(element);
        }
        Map<ElementId, Box> places = new LinkedHashMap<>();
        if (a.isEmpty() && b.isEmpty()) {
            spread(places, none, left, width, y, w, h);
        } else {
            double half = width / 2;
            int extra = none.size() / 2;
            a.addAll(none.subList(0, extra));
            b.addAll(none.subList(extra, none.size()));
            spread(places, a, left, half, y, w, h);
            spread(places, b, left + half, half, y, w, h);
        }
        return places;
    }

    private static void spread(
            Map<ElementId, Box> places,
            List<Element> elements,
            double left,
            double width,
            double y,
            double w,
            double h) {
        if (elements.isEmpty()) {
            return;
        }
        List<Element> sorted =
                elements.stream().sorted(NaturalOrder.OF_ELEMENTS).toList();
        double pitch = Math.min(w * 1.6, Math.max(NARROWEST + GAP, width / sorted.size()));
        double each = Math.min(w, pitch - GAP);
        double x = left + (width - pitch * sorted.size()) / 2 + (pitch - each) / 2;
        for (Element element : sorted) {
            places.put(element.id(), new Box(x, y, each, h));
            x += pitch;
        }
    }

    /** A switch: its name, its side's letter, an edge in its side's hue. */
    static void draw(Sketch sketch, Layer layer, Element element, Box box) {
        Tone trouble = trouble(element);
        Optional<Side> side = element.value(SIDE);
        Tone sideTone = side.map(of -> of == Side.A ? Tone.SIDE_A : Tone.SIDE_B).orElse(Tone.LINE);
        sketch.card(
                element.id(),
                layer,
                box,
                Surface.CARD,
                trouble == Tone.NORMAL ? sideTone : trouble,
                trouble == Tone.NORMAL ? 1.4 : 2);
        double base = box.centreY() + 5;
        if (trouble != Tone.NORMAL) {
            sketch.add(new Shape.Label(
                    element.id(),
                    layer,
                    box.x() + 4,
                    box.y() - 6,
                    box.width() + 80,
                    words(element),
                    12,
                    true,
                    Shape.Align.START,
                    trouble,
                    trouble == Tone.CRITICAL ? Glyph.CROSS : Glyph.TRIANGLE));
        }
        sketch.add(new Shape.Label(
                element.id(),
                layer,
                box.x() + 14,
                base,
                box.width() - 40,
                element.name(),
                14,
                true,
                Shape.Align.START,
                Tone.TEXT,
                Glyph.NONE));
        side.ifPresent(of -> sketch.add(new Shape.Label(
                element.id(),
                layer,
                box.right() - 12,
                base,
                16,
                of.name(),
                13,
                true,
                Shape.Align.END,
                sideTone,
                Glyph.NONE)));
    }

    /** The tone of what is the matter with a part; NORMAL when nothing is. */
    static Tone trouble(Element element) {
        if (SplitBrain.of(element).isPresent()) {
            return Tone.CRITICAL;
        }
        Tone health = switch (element.believe(HEALTH)) {
            case Belief.Known<Health>(Claim<Health> claim) -> tone(claim.value());
            case Belief.Contradicted<Health>(List<Claim<Health>> claims) -> disputed(claims);
            case Belief.Unknown<Health> _ -> Tone.NORMAL;
        };
        Tone works = switch (element.believe(UP)) {
            case Belief.Known<Boolean>(Claim<Boolean> claim) -> claim.value() ? Tone.NORMAL : Tone.CRITICAL;
            case Belief.Contradicted<Boolean> _ -> Tone.WARNING;
            case Belief.Unknown<Boolean> _ -> Tone.NORMAL;
        };
        return health == Tone.CRITICAL || works == Tone.CRITICAL
                ? Tone.CRITICAL
                : health == Tone.WARNING ? health : works;
    }

    private static Tone tone(Health health) {
        return switch (health) {
            case OK -> Tone.NORMAL;
            case DEGRADED -> Tone.WARNING;
            case FAILED -> Tone.CRITICAL;
        };
    }

    /** Where one says that it is well and another that it is not, it is not fine; where none does, the worst counts. */
    private static Tone disputed(List<Claim<Health>> claims) {
        boolean fine = claims.stream().anyMatch(claim -> claim.value() == Health.OK);
        boolean failed = claims.stream().anyMatch(claim -> claim.value() == Health.FAILED);
        return failed && !fine ? Tone.CRITICAL : Tone.WARNING;
    }

    /** What is the matter with an element that is in trouble. */
    static String matter(Site site, Element element) {
        return SplitBrain.of(element).map(split -> split.words(site)).orElseGet(() -> words(element));
    }

    private static String words(Element element) {
        return element.value(DETAIL).orElseGet(() -> disputed(element) ? "sources disagree" : plain(element));
    }

    private static boolean disputed(Element element) {
        return element.believe(HEALTH) instanceof Belief.Contradicted<Health>
                || element.believe(UP) instanceof Belief.Contradicted<Boolean>;
    }

    private static String plain(Element element) {
        return trouble(element) == Tone.CRITICAL ? "down" : "degraded";
    }
}
