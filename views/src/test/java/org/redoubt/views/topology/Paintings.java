package org.redoubt.views.topology;

import java.awt.image.BufferedImage;
import java.util.EnumSet;
import java.util.List;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Layer;
import org.redoubt.topology.picture.Links;
import org.redoubt.topology.picture.Overlay;
import org.redoubt.topology.picture.Picture;
import org.redoubt.topology.picture.Shape;
import org.redoubt.views.raster.Raster;

/** Paints without a window, and compares what was painted. */
final class Paintings {

    /** Two channels that differ by less are the same. */
    private static final int ALIKE = 28;

    private final MapPainter painter = new MapPainter();
    private final MapLinks links = new MapLinks();
    private final Raster raster = new Raster();

    /** What is seen of a picture in a window of this size, its upper left at a point of the map. */
    BufferedImage of(Picture picture, List<Shape> shapes, Links under, Palette palette, Box view, double zoom) {
        int width = (int) (view.width() * zoom);
        int height = (int) (view.height() * zoom);
        EnumSet<Layer> layers = EnumSet.of(Layer.BASE, Layer.NETWORK, Layer.STORAGE, Layer.POWER);
        painter.use(palette, zoom, 1, 1, picture.level(zoom) == Picture.Level.CELLS, true);
        raster.frame((int) Math.floor(view.x() * zoom), (int) Math.floor(view.y() * zoom), width, height);
        painter.paintGround(raster);
        int frames = MapLinks.single(zoom) && under.count() > 0 ? MapCanvas.frames(shapes) : 0;
        painter.paint(raster, shapes.subList(0, frames), Overlay.NONE, layers);
        links.use(under, Overlay.NONE);
        painter.paintLinks(raster, links, view, layers);
        painter.paint(raster, shapes.subList(frames, shapes.size()), Overlay.NONE, layers);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, raster.pixels(), 0, width);
        return image;
    }

    /**
     * How many pixels of either have no pixel of the same colour in the other, there or right beside it: so that words
     * that are a pixel off count for nothing, and a thin line that is missing counts for all its length.
     */
    static int missing(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return Integer.MAX_VALUE;
        }
        return unmatched(one, other) + unmatched(other, one);
    }

    private static int unmatched(BufferedImage one, BufferedImage other) {
        int width = one.getWidth();
        int height = one.getHeight();
        int[] a = one.getRGB(0, 0, width, height, null, 0, width);
        int[] b = other.getRGB(0, 0, width, height, null, 0, width);
        int unmatched = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (a[y * width + x] != b[y * width + x] && !near(b, width, height, x, y, a[y * width + x])) {
                    unmatched++;
                }
            }
        }
        return unmatched;
    }

    private static boolean near(int[] pixels, int width, int height, int x, int y, int colour) {
        for (int row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
            for (int column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
                if (alike(pixels[row * width + column], colour)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean alike(int one, int other) {
        return Math.abs((one >> 16 & 255) - (other >> 16 & 255)) < ALIKE
                && Math.abs((one >> 8 & 255) - (other >> 8 & 255)) < ALIKE
                && Math.abs((one & 255) - (other & 255)) < ALIKE;
    }
}
