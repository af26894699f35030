package org.redoubt.views.topology;

import org.redoubt.topology.picture.Box;

/**
 * How the map is looked at: a point of the map at {@code x} is seen at {@code x * scale + dx} pixels.
 *
 * @param scale pixels a map unit
 */
record Camera(double scale, double dx, double dy) {

    /** Nearer there is nothing more to be read. */
    static final double CLOSEST = 3;

    static final double FARTHEST = 0.004;
    private static final double MARGIN = 20;

    double mapX(double screenX) {
        return (screenX - dx) / scale;
    }

    double mapY(double screenY) {
        return (screenY - dy) / scale;
    }

    double screenX(double mapX) {
        return mapX * scale + dx;
    }

    double screenY(double mapY) {
        return mapY * scale + dy;
    }

    /** What is seen through a window of this size. */
    Box view(double width, double height) {
        return new Box(mapX(0), mapY(0), width / scale, height / scale);
    }

    /** Nearer or farther by a factor, between two scales; what lies under the point stays there. */
    Camera zoomed(double factor, double screenX, double screenY, double least, double most) {
        double to = Math.clamp(scale * factor, least, most);
        return new Camera(to, screenX - mapX(screenX) * to, screenY - mapY(screenY) * to);
    }

    Camera moved(double byX, double byY) {
        return new Camera(scale, dx + byX, dy + byY);
    }

    /** Moved back as far as it takes to see half of what could be seen of {@code box}: never lost in emptiness. */
    Camera kept(Box box, double width, double height) {
        return new Camera(scale, kept(dx, box.x(), box.width(), width), kept(dy, box.y(), box.height(), height));
    }

    private double kept(double shift, double start, double length, double window) {
        double seen = Math.min(length * scale, window) / 2;
        double least = seen - (start + length) * scale;
        return Math.clamp(shift, least, Math.max(least, window - seen - start * scale));
    }

    /** All of {@code box} in the window, no larger than {@code most}. */
    static Camera on(Box box, double width, double height, double most) {
        if (box.width() <= 0 || box.height() <= 0 || width <= 0 || height <= 0) {
            return new Camera(1, 0, 0);
        }
        double scale = Math.min((width - 2 * MARGIN) / box.width(), (height - 2 * MARGIN) / box.height());
        scale = Math.clamp(scale, FARTHEST, most);
        return new Camera(scale, width / 2 - box.centreX() * scale, height / 2 - box.centreY() * scale);
    }

    /** A part of the way to {@code other}, 0 to 1. */
    Camera towards(Camera other, double part) {
        return new Camera(
                scale + (other.scale - scale) * part, dx + (other.dx - dx) * part, dy + (other.dy - dy) * part);
    }
}
