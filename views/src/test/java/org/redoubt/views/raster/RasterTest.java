package org.redoubt.views.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.picture.Glyph;

/** What covers a pixel is reckoned exactly, and a part drawn by itself is that part of the whole. */
class RasterTest {

    private static final int WHITE = 0xFFFFFFFF;
    private static final int BLACK = 0xFF000000;

    private final Raster raster = new Raster();
    private final Pen pen = new Pen();

    @BeforeEach
    void black() {
        raster.frame(0, 0, 64, 64);
        raster.clear(BLACK);
    }

    private int grey(int x, int y) {
        return raster.pixels()[raster.index(x, y)] & 255;
    }

    /** All the light there is, in pixels. */
    private double sum() {
        double sum = 0;
        for (int i = 0; i < 64 * 64; i++) {
            sum += (raster.pixels()[i] & 255) / 255.0;
        }
        return sum;
    }

    @Test
    void a_rectangle_between_pixels_covers_a_part_of_them() {
        raster.rect(1.5, 2, 4.25, 3.5, WHITE);

        assertThat(grey(1, 2)).isEqualTo(128);
        assertThat(grey(2, 2)).isEqualTo(255);
        assertThat(grey(4, 2)).isEqualTo(64);
        assertThat(grey(2, 3)).isEqualTo(128);
        assertThat(grey(2, 4)).isZero();
    }

    @Test
    void a_translucent_colour_lets_what_is_under_it_through_and_an_opaque_ground_stays_opaque() {
        raster.rect(0, 0, 8, 8, 0x80FFFFFF);

        assertThat(grey(4, 4)).isBetween(126, 130);
        assertThat(raster.pixels()[raster.index(4, 4)] >>> 24).isEqualTo(255);
    }

    @Test
    void a_form_covers_as_much_as_its_area() {
        pen.from(10, 10).to(50.5, 13.25).to(20.75, 44).fill(raster, WHITE);
        assertThat(sum()).isBetween(668.0, 674.0); // 671

        black();
        pen.mask(0, 0, 64, 64).disc(32.2, 31.7, 20, 1);
        raster.stamp(pen.mask(), 0, 0, WHITE);
        assertThat(sum()).isBetween(1245.0, 1262.0); // 1256.6, less the segments that 40 corners leave out
    }

    @Test
    void a_line_covers_its_length_times_its_width_whichever_way_it_is_drawn() {
        pen.from(8, 10).to(48, 40).stroke(raster, 1.5, WHITE);
        assertThat(sum()).isBetween(74.0, 76.0);

        black();
        Lines.fine(raster, 8, 10, 48, 40, 1.5, WHITE);
        assertThat(sum()).isBetween(73.0, 77.0);

        black();
        Lines.plain(raster, 8, 10, 48, 40, WHITE);
        assertThat(sum()).isEqualTo(40);
    }

    @Test
    void dashes_leave_gaps() {
        pen.from(4, 8.5).to(60, 8.5).dashes(raster, 1, 7, 4, WHITE);

        assertThat(grey(5, 8)).isEqualTo(255);
        assertThat(grey(13, 8)).isZero();
        assertThat(grey(16, 8)).isEqualTo(255);
    }

    @Test
    void a_rounded_rectangle_has_an_edge_and_leaves_its_corners_free() {
        new Corners().draw(raster, 4, 4, 40, 30, 6, 0xFF404040, 1, WHITE);

        assertThat(grey(4, 4)).isZero();
        assertThat(grey(20, 4)).isEqualTo(255);
        assertThat(grey(4, 16)).isEqualTo(255);
        assertThat(grey(39, 16)).isEqualTo(255);
        assertThat(grey(20, 29)).isEqualTo(255);
        assertThat(grey(20, 16)).isEqualTo(0x40);
        assertThat(grey(40, 16)).isZero();
    }

    @Test
    void a_part_is_the_same_as_that_part_of_the_whole() {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            double[] at = random.doubles(8, -30, 94).toArray();
            int kind = i % 6;
            Consumer<Raster> drawn = onto -> draw(onto, kind, at);
            raster.frame(0, 0, 64, 64);
            raster.clear(BLACK);
            drawn.accept(raster);
            Raster part = new Raster();
            part.frame(17, 23, 19, 31);
            part.clear(BLACK);
            drawn.accept(part);
            for (int y = 23; y < 54; y++) {
                for (int x = 17; x < 36; x++) {
                    int there = part.pixels()[part.index(x, y)] & 255;
                    assertThat(there).as("%d at %d %d", i, x, y).isBetween(grey(x, y) - 1, grey(x, y) + 1);
                }
            }
        }
    }

    private void draw(Raster onto, int kind, double... at) {
        switch (kind) {
            case 0 ->
                pen.from(at[0], at[1])
                        .curve(at[2], at[3], at[4], at[5], at[6], at[7])
                        .stroke(onto, 2, WHITE);
            case 1 -> pen.from(at[0], at[1]).to(at[2], at[3]).to(at[4], at[5]).fill(onto, WHITE);
            case 2 -> Lines.fine(onto, at[0], at[1], at[2], at[3], 1.2, WHITE);
            case 3 -> Lines.plain(onto, at[0], at[1], at[2], at[3], WHITE);
            case 4 -> new Marks().draw(onto, Glyph.QUESTION, at[0], at[1], 12, 1.2, WHITE);
            default -> onto.rect(at[0], at[1], at[0] + 20.3, at[1] + 9.7, WHITE);
        }
    }

    @Test
    void nothing_hostile_throws() {
        double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, -1e300, 1e12, 0, 5};
        for (double a : odd) {
            for (double b : odd) {
                for (int kind = 0; kind < 6; kind++) {
                    draw(raster, kind, a, b, b, a, 3, a, b, 7);
                }
                pen.from(a, b).to(b, a).curve(3, a, 5, b, a, 9).dashes(raster, 1, 7, 4, WHITE);
                new Corners().draw(raster, (int) a, (int) b, 10, 10, 4, WHITE, 1, WHITE);
            }
        }
    }
}
