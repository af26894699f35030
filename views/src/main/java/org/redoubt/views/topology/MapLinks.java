package org.redoubt.views.topology;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Layer;
import org.redoubt.topology.picture.Links;
import org.redoubt.topology.picture.Overlay;
import org.redoubt.topology.picture.Tone;
import org.redoubt.views.raster.Lines;
import org.redoubt.views.raster.Raster;

/**
 * The lines of a large site, quiet unless they are abnormal or belong to what is lit. From afar they lie under everything
 * else, one for each bundle of them. Near, those that lead to something near are drawn one by one, on the clusters' frames
 * and under what is in them; those that only pass by are left out.
 */
final class MapLinks {

    /** From this zoom on lines are drawn one by one. */
    private static final double SINGLE_FROM = 0.12;
    /** How long a line may be, map units, that leads to something near. */
    private static final double NEAR = 2600;
    /** How many pixels apart two ends may at least be that are bundled, and at most twice as many. */
    private static final double SQUARE = 96;

    /** Bundles are to be seen from where all of a large site is; from here on, less and less. */
    private static final double FADES_FROM = 0.06;

    private static final double GONE_FROM = 0.1;
    private static final double QUIET = 0.16;
    private static final double QUIET_NEAR = 0.45;
    private static final double DIMMED = 0.4;
    private static final double ABNORMAL = 0.7;
    private static final double MOST_WEIGHT = 3;

    private final Map<Double, Links> bundles = new HashMap<>();
    private Links links = Links.NONE;
    private Optional<ElementId> selected = Optional.empty();
    private Set<ElementId> lit = Set.of();
    private int[] ofLit = {};

    /** Lines that are drawn from now on. */
    void use(Links all, Overlay overlay) {
        if (all != links) {
            bundles.clear();
        } else if (overlay.selected().equals(selected) && overlay.lit().equals(lit)) {
            return;
        }
        links = all;
        selected = overlay.selected();
        lit = overlay.lit();
        ofLit = lit.isEmpty() && selected.isEmpty() ? new int[0] : lit();
    }

    /** Those whose start is lit, or that end where the operator looks. */
    private int[] lit() {
        int[] found = new int[64];
        int count = 0;
        for (int i = 0; i < links.count(); i++) {
            boolean chosen = selected.isPresent()
                    && (links.from(i).equals(selected.get()) || links.to(i).equals(selected.get()));
            if (chosen || lit.contains(links.from(i)) && lit.contains(links.to(i))) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                }
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /**
     * Draws what of them can be seen in {@code view}.
     *
     * @param zoom units of the toolkit in a map unit
     * @param unit pixels in a unit of the toolkit
     */
    void paint(Raster raster, Box view, Set<Layer> layers, Inks inks, double zoom, double unit, boolean fine) {
        boolean single = single(zoom);
        Links drawn = single ? links : bundled(zoom);
        double quiet = quiet(zoom);
        int[] colours = colours(inks, single ? QUIET_NEAR : quiet);
        for (int link : drawn.within(view)) {
            Tone tone = drawn.tone(link);
            boolean meant = tone.abnormal() || (single ? near(drawn, link) : quiet > 0);
            if (meant && layers.contains(drawn.layer(link))) {
                line(raster, drawn, link, colours[tone.ordinal()], zoom, unit, fine);
            }
        }
        for (int link : ofLit) {
            if (layers.contains(links.layer(link))) {
                line(raster, links, link, inks.of(links.tone(link)), zoom, unit, fine);
            }
        }
    }

    /** Whether they are drawn one by one, on the frames. */
    static boolean single(double zoom) {
        return zoom >= SINGLE_FROM;
    }

    private static boolean near(Links links, int link) {
        return Math.abs(links.x1(link) - links.x2(link)) < NEAR && Math.abs(links.y1(link) - links.y2(link)) < NEAR;
    }

    /** How much of a bundle's colour is there: between frames that are near enough to tell hosts apart it is only noise. */
    private static double quiet(double zoom) {
        return QUIET * Math.clamp((GONE_FROM - zoom) / (GONE_FROM - FADES_FROM), 0.0, 1.0);
    }

    /** By tone; opaque, so that many that cross are as quiet as one. */
    private int[] colours(Inks inks, double quiet) {
        int[] colours = new int[Tone.values().length];
        for (Tone tone : Tone.values()) {
            double share = tone.abnormal() ? ABNORMAL : quiet;
            colours[tone.ordinal()] = inks.mixed(tone, lit.isEmpty() ? share : share * DIMMED);
        }
        return colours;
    }

    /** Squares grow in steps of two, so that a bundle is the same while the zoom changes a little. */
    private Links bundled(double zoom) {
        return squared(Math.scalb(1.0, Math.getExponent(SQUARE / zoom) + 1));
    }

    /** Bundles of bundles: the squares of one grid are whole squares of the next. */
    private Links squared(double square) {
        Links known = bundles.get(square);
        if (known == null) {
            known = (square <= SQUARE / SINGLE_FROM ? links : squared(square / 2)).bundled(square);
            bundles.put(square, known);
        }
        return known;
    }

    private static void line(Raster raster, Links links, int link, int colour, double zoom, double unit, boolean fine) {
        double scale = zoom * unit;
        double x1 = links.x1(link) * scale;
        double y1 = links.y1(link) * scale;
        double x2 = links.x2(link) * scale;
        double y2 = links.y2(link) * scale;
        if (fine) {
            int many = links.weight(link);
            double weight = (many == 1 ? 1 : Math.min(MOST_WEIGHT, 1 + Math.log(many) / 4)) * unit;
            Lines.fine(raster, x1, y1, x2, y2, weight, colour);
        } else {
            Lines.plain(raster, x1, y1, x2, y2, colour);
        }
    }
}
