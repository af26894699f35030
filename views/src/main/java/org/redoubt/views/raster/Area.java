package org.redoubt.views.raster;

/** A rectangle of whole pixels of a surface. */
public record Area(int x, int y, int width, int height) {

    public int right() {
        return x + width;
    }

    public int bottom() {
        return y + height;
    }

    /** The smallest one that holds this rectangle. */
    public static Area around(double x0, double y0, double x1, double y1) {
        int x = (int) Math.floor(x0);
        int y = (int) Math.floor(y0);
        return new Area(x, y, (int) Math.ceil(x1) - x, (int) Math.ceil(y1) - y);
    }

    /** What both hold; nothing of it has no width or no height. */
    public Area and(Area other) {
        int left = Math.max(x, other.x);
        int top = Math.max(y, other.y);
        return new Area(left, top, Math.min(right(), other.right()) - left, Math.min(bottom(), other.bottom()) - top);
    }

    /** The smallest one that holds both. */
    public Area with(Area other) {
        int left = Math.min(x, other.x);
        int top = Math.min(y, other.y);
        return new Area(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    public boolean empty() {
        return width <= 0 || height <= 0;
    }

    public boolean touches(Area other) {
        return x <= other.right() && other.x <= right() && y <= other.bottom() && other.y <= bottom();
    }
}
