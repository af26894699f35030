package org.redoubt.controllers.settings;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an operator prefers. A setting never makes an action possible or safe: those are in the site file.
 *
 * @param scale how large everything is drawn, {@link #LEAST_SCALE} to {@link #MOST_SCALE}
 * @param layers the layers of the map that are on, by name
 * @param utc whether times are shown in UTC, or else in this machine's zone
 * @param window where the window was last; empty before it was ever moved
 * @param panel whether the panel at the bottom is open
 */
public record Settings(
        Theme theme, double scale, Set<String> layers, boolean utc, Optional<Bounds> window, boolean panel) {

    public static final double LEAST_SCALE = 0.75;
    public static final double MOST_SCALE = 2.0;

    public static final Settings DEFAULT =
            new Settings(Theme.DARK, 1.0, Set.of("network", "storage", "power"), true, Optional.empty(), true);

    public Settings {
        if (!(scale >= LEAST_SCALE && scale <= MOST_SCALE)) {
            throw new IllegalArgumentException(
                    "a scale is from " + LEAST_SCALE + " to " + MOST_SCALE + ", not " + scale);
        }
        layers = Set.copyOf(layers);
    }

    public Settings withTheme(Theme changed) {
        return new Settings(changed, scale, layers, utc, window, panel);
    }

    /** With this scale, or the nearest one that there is. */
    public Settings withScale(double changed) {
        double clamped = Double.isNaN(changed) ? scale : Math.clamp(changed, LEAST_SCALE, MOST_SCALE);
        return new Settings(theme, clamped, layers, utc, window, panel);
    }

    public Settings withLayers(Set<String> changed) {
        return new Settings(theme, scale, changed, utc, window, panel);
    }

    /** With one layer on or off. */
    public Settings withLayer(String layer, boolean on) {
        Set<String> changed = new TreeSet<>(layers);
        if (on) {
            changed.add(layer);
        } else {
            changed.remove(layer);
        }
        return withLayers(changed);
    }

    public Settings withUtc(boolean changed) {
        return new Settings(theme, scale, layers, changed, window, panel);
    }

    public Settings withWindow(Bounds changed) {
        return new Settings(theme, scale, layers, utc, Optional.of(changed), panel);
    }

    public Settings withPanel(boolean changed) {
        return new Settings(theme, scale, layers, utc, window, changed);
    }
}
