package org.redoubt.controllers.settings;

/** Where the window was, in pixels of the desktop; widths and heights are positive. */
public record Bounds(double x, double y, double width, double height) {
    public Bounds {
        if (!(width > 0 && height > 0 && Double.isFinite(x + y + width + height))) {
            throw new IllegalArgumentException("not a window's bounds: " + x + " " + y + " " + width + " " + height);
        }
    }
}
