package org.redoubt.views.raster;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * A window onto a surface without end, made of square tiles. Moving the window moves the tiles and asks only for what came
 * in; writing tells the toolkit only of the tiles, and the part of each, that were written. Pixels are those of the screen,
 * not the toolkit's, so that nothing is scaled. Confined to the toolkit's thread.
 */
public final class Tiles {

    private static final int SIDE = 128;

    /** One square: which part of the surface it holds now. */
    private static final class Tile {
        private final int[] pixels = new int[SIDE * SIDE];
        private final PixelBuffer<IntBuffer> buffer =
                new PixelBuffer<>(SIDE, SIDE, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        private int[] under;
        private final ImageView view = new ImageView(new WritableImage(buffer));
        private int column;
        private int row;
        private Area written;
        private boolean held;
        private boolean blank = true;

        Tile() {
            view.setSmooth(false);
            view.setVisible(false);
        }
    }

    private final Group group = new Group();
    private Tile[] tiles = new Tile[0];
    private int columns;
    private int rows;
    private int width;
    private int height;
    private double scale = 1;
    private int left;
    private int top;

    public Tiles() {
        group.setAutoSizeChildren(false);
        group.setManaged(false);
        group.setMouseTransparent(true);
    }

    public Node node() {
        return group;
    }

    /** A window of so many pixels, {@code scale} of them in a unit of the toolkit. Nothing is kept. */
    public void resize(int width, int height, double scale) {
        this.width = width;
        this.height = height;
        this.scale = scale;
        columns = (width + SIDE - 2) / SIDE + 1;
        rows = (height + SIDE - 2) / SIDE + 1;
        Tile[] before = tiles;
        tiles = new Tile[columns * rows];
        List<Node> views = new ArrayList<>();
        for (int i = 0; i < tiles.length; i++) {
            tiles[i] = i < before.length ? before[i] : new Tile();
            tiles[i].view.setFitWidth(SIDE / scale);
            tiles[i].view.setFitHeight(SIDE / scale);
            views.add(tiles[i].view);
        }
        group.getChildren().setAll(views);
        forget();
    }

    /** The part of the surface that is seen. */
    public Area window() {
        return new Area(left, top, width, height);
    }

    /** The part of the surface that there are tiles for. */
    public Area held() {
        int x = Math.floorDiv(left, SIDE) * SIDE;
        int y = Math.floorDiv(top, SIDE) * SIDE;
        int right = Math.floorDiv(left + width - 1, SIDE) * SIDE + SIDE;
        int bottom = Math.floorDiv(top + height - 1, SIDE) * SIDE + SIDE;
        return new Area(x, y, right - x, bottom - y);
    }

    /** The same, row by row of tiles. */
    public List<Area> bands() {
        Area all = held();
        List<Area> bands = new ArrayList<>();
        for (int y = all.y(); y < all.bottom(); y += SIDE) {
            bands.add(new Area(all.x(), y, all.width(), SIDE));
        }
        return bands;
    }

    /** Forgets what every tile holds: the surface is another one now. */
    public void forget() {
        for (Tile tile : tiles) {
            tile.held = false;
        }
    }

    /**
     * Moves the window so that its upper left pixel is this one of the surface.
     *
     * @return what came in, in rectangles of whole tiles, and has to be written now
     */
    public List<Area> look(int x, int y) {
        left = x;
        top = y;
        group.setTranslateX(-x / scale);
        group.setTranslateY(-y / scale);
        List<Area> wanted = new ArrayList<>();
        int lastRow = Math.floorDiv(y + height - 1, SIDE);
        for (int row = Math.floorDiv(y, SIDE); row <= lastRow; row++) {
            row(row, wanted);
        }
        return wanted;
    }

    private void row(int row, List<Area> wanted) {
        int last = Math.floorDiv(left + width - 1, SIDE);
        int from = Integer.MIN_VALUE;
        for (int column = Math.floorDiv(left, SIDE); column <= last + 1; column++) {
            boolean missing = column <= last && !holds(tile(column, row), column, row);
            if (missing && from == Integer.MIN_VALUE) {
                from = column;
            } else if (!missing && from != Integer.MIN_VALUE) {
                add(wanted, new Area(from * SIDE, row * SIDE, (column - from) * SIDE, SIDE));
                from = Integer.MIN_VALUE;
            }
        }
    }

    /** A row of tiles under one of the same width becomes one rectangle with it. */
    private static void add(List<Area> wanted, Area area) {
        for (int i = 0; i < wanted.size(); i++) {
            Area above = wanted.get(i);
            if (above.x() == area.x() && above.width() == area.width() && above.bottom() == area.y()) {
                wanted.set(i, above.with(area));
                return;
            }
        }
        wanted.add(area);
    }

    private Tile tile(int column, int row) {
        return tiles[Math.floorMod(row, rows) * columns + Math.floorMod(column, columns)];
    }

    /** Whether a tile holds this place already; else it does from now on. */
    private boolean holds(Tile tile, int column, int row) {
        if (tile.held && tile.column == column && tile.row == row) {
            return true;
        }
        tile.held = true;
        tile.column = column;
        tile.row = row;
        tile.view.setX(column * SIDE / scale);
        tile.view.setY(row * SIDE / scale);
        wipe(tile);
        return false;
    }

    private static void wipe(Tile tile) {
        tile.view.setVisible(false);
        tile.written = null;
        tile.blank = true;
    }

    /** Takes over what was drawn, as far as a tile is there for it. */
    public void write(Raster raster) {
        each(area(raster), (tile, part) -> {
            boolean fresh = tile.blank;
            if (fresh && part.width() * part.height() < SIDE * SIDE) {
                Arrays.fill(tile.pixels, 0);
            }
            for (int y = part.y(); y < part.bottom(); y++) {
                System.arraycopy(
                        raster.pixels(), raster.index(part.x(), y), tile.pixels, at(tile, part.x(), y), part.width());
            }
            tile.blank = false;
            written(tile, fresh ? new Area(tile.column * SIDE, tile.row * SIDE, SIDE, SIDE) : part);
        });
    }

    /** Keeps what was drawn until now, to draw on it again later. */
    public void keep(Raster raster) {
        each(area(raster), (tile, part) -> {
            if (tile.under == null) {
                tile.under = new int[SIDE * SIDE];
            }
            for (int y = part.y(); y < part.bottom(); y++) {
                System.arraycopy(
                        raster.pixels(), raster.index(part.x(), y), tile.under, at(tile, part.x(), y), part.width());
            }
        });
    }

    /** Brings back what was kept. */
    public void bring(Raster raster) {
        each(area(raster), (tile, part) -> {
            for (int y = part.y(); y < part.bottom() && tile.under != null; y++) {
                System.arraycopy(
                        tile.under, at(tile, part.x(), y), raster.pixels(), raster.index(part.x(), y), part.width());
            }
        });
    }

    private static Area area(Raster raster) {
        return new Area(raster.left(), raster.top(), raster.width(), raster.height());
    }

    private static int at(Tile tile, int x, int y) {
        return (y - tile.row * SIDE) * SIDE + x - tile.column * SIDE;
    }

    /** Makes a part of the surface transparent again. */
    public void clear(Area area) {
        each(area, (tile, part) -> {
            if (tile.blank) {
                return;
            }
            if (part.width() == SIDE && part.height() == SIDE) {
                wipe(tile);
                return;
            }
            for (int y = part.y(); y < part.bottom(); y++) {
                int from = at(tile, part.x(), y);
                Arrays.fill(tile.pixels, from, from + part.width(), 0);
            }
            written(tile, part);
        });
    }

    private interface Visitor {
        void visit(Tile tile, Area part);
    }

    private void each(Area area, Visitor visitor) {
        Area seen = area.and(held());
        if (seen.empty()) {
            return;
        }
        int lastRow = Math.floorDiv(seen.bottom() - 1, SIDE);
        int lastColumn = Math.floorDiv(seen.right() - 1, SIDE);
        for (int row = Math.floorDiv(seen.y(), SIDE); row <= lastRow; row++) {
            for (int column = Math.floorDiv(seen.x(), SIDE); column <= lastColumn; column++) {
                Tile tile = tile(column, row);
                if (tile.held && tile.column == column && tile.row == row) {
                    visitor.visit(tile, seen.and(new Area(column * SIDE, row * SIDE, SIDE, SIDE)));
                }
            }
        }
    }

    private static void written(Tile tile, Area part) {
        tile.written = tile.written == null ? part : tile.written.with(part);
    }

    /** Tells the toolkit what was written since the last time: once for each tile, however much it was. */
    public void show() {
        for (Tile tile : tiles) {
            Area part = tile.written;
            if (part != null && !tile.blank) {
                tile.view.setVisible(true);
                tile.buffer.updateBuffer(buffer -> new Rectangle2D(
                        Math.floorMod(part.x(), SIDE), Math.floorMod(part.y(), SIDE), part.width(), part.height()));
            }
            tile.written = null;
        }
    }

    /** What it shows now, for whoever measures or compares: one pixel of the window, ARGB, premultiplied. */
    public int pixel(int x, int y) {
        if (tiles.length == 0) {
            return 0;
        }
        int column = Math.floorDiv(left + x, SIDE);
        int row = Math.floorDiv(top + y, SIDE);
        Tile tile = tile(column, row);
        boolean there = tile.held && tile.column == column && tile.row == row && !tile.blank;
        return there ? tile.pixels[Math.floorMod(top + y, SIDE) * SIDE + Math.floorMod(left + x, SIDE)] : 0;
    }
}
