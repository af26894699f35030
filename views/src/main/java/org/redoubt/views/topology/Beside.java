package org.redoubt.views.topology;

import javafx.scene.layout.Region;

/** Puts a node beside the pointer: never over it, always within the window. */
final class Beside {

    private static final double EDGE = 4;

    private Beside() {}

    /**
     * To the right and below where there is room, else to the left and above.
     *
     * @param awayX how far from the pointer to keep, sideways
     * @param awayY and up or down
     */
    static void place(Region node, double x, double y, double awayX, double awayY, double width, double height) {
        node.applyCss();
        node.autosize();
        double wide = node.getWidth();
        double high = node.getHeight();
        boolean right = x + awayX + wide + EDGE <= width;
        boolean left = x - awayX - wide >= EDGE;
        double atX = right || !left ? x + awayX : x - awayX - wide;
        boolean fits = right || left;
        boolean below = y + awayY + high + EDGE <= height;
        double atY = below ? y + awayY : fits ? height - EDGE - high : y - awayY - high;
        node.relocate(
                Math.round(Math.clamp(atX, EDGE, Math.max(EDGE, width - EDGE - wide))),
                Math.round(Math.clamp(atY, EDGE, Math.max(EDGE, height - EDGE - high))));
    }
}
