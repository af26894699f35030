package org.redoubt.topology.picture;

/** What a line or a word is to be coloured for. Which colour that is, a theme says; most of a healthy site is grey. */
public enum Tone {
    TEXT,
    DIM,
    FAINT,
    /** Edges and rules. */
    LINE,
    NORMAL,
    WARNING,
    CRITICAL,
    INTERACTION,
    SIDE_A,
    SIDE_B,
    /** Where something will be, or was: not where it is. */
    GHOST,
    /** Predicted or asked: no host has said it. */
    NOT_REAL;

    /** Whether it asks for attention. */
    public boolean abnormal() {
        return this == WARNING || this == CRITICAL;
    }
}
