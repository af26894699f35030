package org.redoubt.topology.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.model.ElementId;

/** Where two pictures differ. */
class PatchesTest {

    private static final ElementId HOST = ElementId.host("h");

    @Test
    void the_same_picture_has_no_patches() {
        assertThat(Patches.between(picture(0.2, 0.5), picture(0.2, 0.5), 1)).contains(List.of());
    }

    @Test
    void a_bar_that_changed_is_one_small_patch() {
        List<Box> patches =
                Patches.between(picture(0.2, 0.5), picture(0.3, 0.5), 1).orElseThrow();

        assertThat(patches).singleElement().satisfies(patch -> {
            assertThat(patch.contains(new Box(0, 0, 80, 6))).isTrue();
            assertThat(patch.width()).isLessThan(100);
        });
    }

    @Test
    void patches_that_overlap_become_one_and_others_stay_apart() {
        assertThat(Patches.between(picture(0.2, 0.5), picture(0.3, 0.6), 1).orElseThrow())
                .hasSize(2);
        assertThat(Patches.between(words("mem 1%", "x"), words("mem 2%", "y"), 1)
                        .orElseThrow())
                .hasSize(1);
    }

    @Test
    void a_shape_more_is_a_picture_of_its_own() {
        assertThat(Patches.between(picture(0.2), picture(0.2, 0.5), 1)).isEqualTo(Optional.empty());
    }

    @Test
    void small_words_reach_farther_than_they_are_placed() {
        Shape.Label label = label("mem 71%", 40);
        Box near = Patches.reach(label, 1);
        Box far = Patches.reach(label, 0.5);

        assertThat(near.contains(label.bounds())).isTrue();
        assertThat(far.height()).isGreaterThan(near.height() * 1.5);
        assertThat(far.width()).isGreaterThanOrEqualTo(label.room());
    }

    private static List<Shape> picture(double... shares) {
        Sketch sketch = new Sketch();
        for (int i = 0; i < shares.length; i++) {
            sketch.add(new Shape.Bar(HOST, Layer.BASE, new Box(0, i * 200, 80, 6), shares[i], Tone.NORMAL));
        }
        return sketch.finished(Picture.Level.CARDS).shapes();
    }

    private static List<Shape> words(String... lines) {
        Sketch sketch = new Sketch();
        for (int i = 0; i < lines.length; i++) {
            sketch.add(label(lines[i], i * 16));
        }
        return sketch.finished(Picture.Level.CARDS).shapes();
    }

    private static Shape.Label label(String words, double y) {
        return new Shape.Label(HOST, Layer.BASE, 100, y, 60, words, 12, false, Shape.Align.END, Tone.DIM, Glyph.NONE);
    }
}
