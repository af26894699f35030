package org.redoubt.views.raster;

/**
 * How much of each pixel a form covers, 0 to 255: a letter or a mark, drawn once and stamped often.
 *
 * @param left where its first column is, beside the place that it is stamped at
 * @param top where its first row is
 */
record Mask(int left, int top, int width, int height, byte[] coverage) {

    static final Mask EMPTY = new Mask(0, 0, 0, 0, new byte[0]);
}
