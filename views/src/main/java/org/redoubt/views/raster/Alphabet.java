package org.redoubt.views.raster;

/** Where the forms of letters come from. */
public interface Alphabet {

    /** How {@code words} are drawn, one letter or several that join, half-bold where {@code strong}. */
    Outline outline(String words, boolean strong);
}
