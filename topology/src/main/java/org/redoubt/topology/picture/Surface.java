package org.redoubt.topology.picture;

/** What a card is made of: says its fill and how round its corners are. */
public enum Surface {
    /** No fill: only an edge. */
    OUTLINE(8),
    /** A cluster's frame, on the ground. */
    FRAME(5),
    /** A host, a switch, an array. */
    CARD(6),
    /** A host that cannot take what is dragged, or has not been heard: hatched. */
    HATCHED(6),
    /** Set into a card: a controller. */
    INSET(3),
    CHIP(4),
    /** A chip that is chosen or held. */
    CHIP_LIT(4),
    /** A chip whose facts are old, or that does not run. */
    CHIP_HOLLOW(4),
    PORT(3),
    PLUG(2),
    /** The ground once more, behind words that cross lines. */
    HALO(3),
    /** A band over a card that carries an answer. */
    BAND(4),
    /** A note that floats over everything. */
    CALLOUT(5),
    /** A host seen from far away. */
    CELL(2);

    private final double radius;

    Surface(double radius) {
        this.radius = radius;
    }

    /** The radius of its corners, map units. */
    public double radius() {
        return radius;
    }
}
