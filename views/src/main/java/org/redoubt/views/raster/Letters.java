package org.redoubt.views.raster;

import java.util.HashMap;
import java.util.Map;

/**
 * Words, letter by letter from a cache: a letter of one size is rasterised once and stamped from then on, always on whole
 * pixels, so that its stems stay sharp. Words whose letters join or turn (Arabic, Thai, combining marks) are one form.
 * Confined to one thread.
 */
public final class Letters {

    private static final int MOST = 8192;
    private static final double SIZES = 4;
    private static final double WIDTHS = 32;
    private static final int PLAIN = '~' - ' ' + 1;

    private record Form(String words, boolean strong) {}

    /** All that is of one size: its plain letters by number, the others by name. */
    private static final class Fount {
        private final double size;
        private final double wide;
        private final boolean strong;
        private final Mask[] plain = new Mask[PLAIN];
        private final Map<String, Mask> others = new HashMap<>();

        Fount(double size, double wide, boolean strong) {
            this.size = size;
            this.wide = wide;
            this.strong = strong;
        }
    }

    private final Alphabet alphabet;
    private final Pen pen = new Pen();
    private final Map<Form, Outline> outlines = new HashMap<>();
    private final Outline[][] plain = new Outline[2][PLAIN];
    private final Map<Long, Fount> founts = new HashMap<>();
    private int cut;

    public Letters(Alphabet alphabet) {
        this.alphabet = alphabet;
    }

    /** How wide words are in letters of this height, to the next quarter of a pixel. */
    public double width(String words, double size, boolean strong) {
        return units(words, strong) * Math.round(size * SIZES) / SIZES;
    }

    /**
     * Draws words, made narrower where they would not fit.
     *
     * @param y of their base line
     * @param room the most width they may take
     */
    public void draw(
            Raster raster, String words, double x, double y, double size, boolean strong, double room, int argb) {
        double width = width(words, size, strong);
        if (words.isEmpty() || !raster.sees(x - size, y - 2 * size, x + Math.min(width, room) + size, y + size)) {
            return;
        }
        double wide = width > room ? Math.max(0.5, Math.floor(room / width * WIDTHS) / WIDTHS) : 1;
        Fount fount = fount(size, wide, strong);
        int base = (int) Math.floor(y + 0.5);
        if (!separate(words)) {
            stamp(raster, other(fount, words), x, base, argb);
            return;
        }
        double pen = x;
        for (int i = 0; i < words.length(); ) {
            int point = words.codePointAt(i);
            int next = i + Character.charCount(point);
            boolean usual = point >= ' ' && point <= '~';
            String letter = usual ? "" : words.substring(i, next);
            stamp(raster, usual ? usual(fount, point) : other(fount, letter), pen, base, argb);
            pen += (usual ? usual(point, strong) : outline(letter, strong)).advance() * fount.size * wide;
            i = next;
        }
    }

    private static void stamp(Raster raster, Mask mask, double x, int base, int argb) {
        raster.stamp(mask, (int) Math.floor(x + 0.5) + mask.left(), base + mask.top(), argb);
    }

    private double units(String words, boolean strong) {
        if (!separate(words)) {
            return outline(words, strong).advance();
        }
        double sum = 0;
        for (int i = 0; i < words.length(); ) {
            int point = words.codePointAt(i);
            int next = i + Character.charCount(point);
            boolean usual = point >= ' ' && point <= '~';
            sum += (usual ? usual(point, strong) : outline(words.substring(i, next), strong)).advance();
            i = next;
        }
        return sum;
    }

    /** Whether each letter stands by itself. */
    private static boolean separate(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c > '~' && !(c < 0x300 || c >= 0x370 && c < 0x590 || c >= 0x2010 && c < 0x2C00 || c == 0xFFFD)) {
                return false;
            }
        }
        return true;
    }

    private Fount fount(double size, double wide, boolean strong) {
        if (cut > MOST) {
            founts.clear();
            cut = 0;
        }
        long quarter = Math.round(size * SIZES);
        long key = (quarter << 8 | Math.round(wide * WIDTHS)) << 1 | (strong ? 1 : 0);
        return founts.computeIfAbsent(key, k -> new Fount(quarter / SIZES, wide, strong));
    }

    private Mask usual(Fount fount, int point) {
        Mask mask = fount.plain[point - ' '];
        if (mask == null) {
            mask = mask(usual(point, fount.strong), fount);
            fount.plain[point - ' '] = mask;
        }
        return mask;
    }

    private Mask other(Fount fount, String words) {
        return fount.others.computeIfAbsent(words, w -> mask(outline(w, fount.strong), fount));
    }

    private Outline usual(int point, boolean strong) {
        Outline[] known = plain[strong ? 1 : 0];
        Outline outline = known[point - ' '];
        if (outline == null) {
            outline = alphabet.outline(Character.toString(point), strong);
            known[point - ' '] = outline;
        }
        return outline;
    }

    private Outline outline(String words, boolean strong) {
        if (outlines.size() > MOST) {
            outlines.clear();
        }
        return outlines.computeIfAbsent(new Form(words, strong), form -> alphabet.outline(words, strong));
    }

    private Mask mask(Outline outline, Fount fount) {
        cut++;
        double across = fount.size * fount.wide;
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (float[] contour : outline.contours()) {
            for (int i = 0; i < contour.length; i += 2) {
                left = Math.min(left, contour[i] * across);
                right = Math.max(right, contour[i] * across);
                top = Math.min(top, contour[i + 1] * fount.size);
                bottom = Math.max(bottom, contour[i + 1] * fount.size);
            }
        }
        if (left > right) {
            return Mask.EMPTY;
        }
        int x = (int) Math.floor(left);
        int y = (int) Math.floor(top);
        pen.mask(x, y, (int) Math.ceil(right) - x, (int) Math.ceil(bottom) - y);
        for (float[] contour : outline.contours()) {
            pen.from(contour[0] * across, contour[1] * fount.size);
            for (int i = 2; i < contour.length; i += 2) {
                pen.to(contour[i] * across, contour[i + 1] * fount.size);
            }
            pen.edges();
        }
        return pen.mask();
    }
}
