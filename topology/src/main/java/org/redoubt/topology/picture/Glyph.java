package org.redoubt.topology.picture;

/** A mark that tells a state by its form. */
public enum Glyph {
    NONE,
    /** Runs, is well. */
    DOT,
    /** Warning. */
    TRIANGLE,
    /** Of a group: it could not lose another. */
    DIAMOND,
    /** Silent: it may live. */
    RING,
    /** Down, broken, or impossible. */
    CROSS,
    /** Not heard. */
    QUESTION,
    PAUSE,
    /** Shut off. */
    HOLLOW,
    /** In two places at once. */
    TWICE,
    /** On its way. */
    ARROW
}
