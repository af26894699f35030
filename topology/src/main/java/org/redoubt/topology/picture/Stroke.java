package org.redoubt.topology.picture;

/** How a line is drawn; so that a side or a fault is told without colour. */
public enum Stroke {
    SOLID,
    /** Side B. */
    DASHED,
    /** Broken. */
    DOTTED
}
