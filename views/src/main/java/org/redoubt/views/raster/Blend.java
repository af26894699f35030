package org.redoubt.views.raster;

/**
 * Arithmetic on colours, four channels in one int, two at a time. A coverage goes from 0, nothing, to {@value #FULL}, all
 * of the pixel.
 */
public final class Blend {

    public static final int FULL = 256;

    private static final int PAIR = 0x00FF00FF;
    private static final int HALF = 0x00800080;

    private Blend() {}

    /** A colour as it is stored in a buffer: each channel multiplied by its alpha. */
    public static int premultiplied(int argb) {
        int alpha = argb >>> 24;
        if (alpha == 255) {
            return argb;
        }
        int red = (argb >> 16 & 255) * alpha / 255;
        int green = (argb >> 8 & 255) * alpha / 255;
        int blue = (argb & 255) * alpha / 255;
        return alpha << 24 | red << 16 | green << 8 | blue;
    }

    /** The same colour, let through only by a share of 0 to 1. */
    public static int faded(int argb, double share) {
        return share >= 1 ? argb : (int) Math.round((argb >>> 24) * Math.max(0, share)) << 24 | argb & 0xFFFFFF;
    }

    /** {@code colour} over {@code under}, both premultiplied, where it covers a part of the pixel. */
    static int over(int under, int colour, int coverage) {
        int left = FULL - (opacity(colour) * coverage + 255 >> 8);
        int odd = (colour & PAIR) * coverage + (under & PAIR) * left + HALF >>> 8 & PAIR;
        int even = (colour >>> 8 & PAIR) * coverage + (under >>> 8 & PAIR) * left + HALF & ~PAIR;
        return odd | even;
    }

    /** Two colours that share a pixel with what is under them; the coverages add up to at most {@value #FULL}. */
    static int over(int under, int one, int coverage, int other, int otherCoverage) {
        int left = FULL - (opacity(one) * coverage + opacity(other) * otherCoverage + 255 >> 8);
        int odd = (one & PAIR) * coverage + (other & PAIR) * otherCoverage + (under & PAIR) * left + HALF >>> 8 & PAIR;
        int even = (one >>> 8 & PAIR) * coverage
                        + (other >>> 8 & PAIR) * otherCoverage
                        + (under >>> 8 & PAIR) * left
                        + HALF
                & ~PAIR;
        return odd | even;
    }

    /** 0 to 256, so that an opaque colour leaves nothing of what is under it. */
    private static int opacity(int colour) {
        int alpha = colour >>> 24;
        return alpha + (alpha >> 7);
    }
}
