package org.redoubt.views.raster;

/**
 * The form of a letter, or of words that only fit together: closed contours of straight pieces, as large as a letter
 * height of one asks for, the base line at zero, downwards.
 *
 * @param contours x and y in turn
 * @param advance how far the next letter is
 */
public record Outline(float[][] contours, double advance) {}
