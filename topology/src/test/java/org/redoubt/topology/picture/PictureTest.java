package org.redoubt.topology.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;

/** Finding what is somewhere: as looking at everything would, only quicker. */
class PictureTest {

    private static final Set<Layer> ALL = EnumSet.allOf(Layer.class);

    @Provide
    Arbitrary<Box> boxes() {
        Arbitrary<Double> place = Arbitraries.doubles().between(-4000, 4000).ofScale(1);
        Arbitrary<Double> size = Arbitraries.doubles().between(0, 900).ofScale(1);
        return Combinators.combine(place, place, size, size).as(Box::new);
    }

    @Property(tries = 300)
    void a_view_holds_what_touches_it_and_little_else_in_drawing_order(
            @ForAll @Size(max = 80) List<@net.jqwik.api.From("boxes") Box> boxes,
            @ForAll @net.jqwik.api.From("boxes") Box view) {
        Picture picture = picture(boxes);
        List<Shape> seen = picture.within(view, 1);
        List<Shape> touching = touching(picture, view);
        assertThat(seen.stream().filter(touching::contains).toList()).isEqualTo(touching);
        assertThat(touching(picture, view.grown(32))).containsAll(seen);
    }

    private static List<Shape> touching(Picture picture, Box view) {
        List<Shape> touching = new ArrayList<>();
        for (Shape shape : picture.shapes()) {
            Box box = shape.bounds();
            if (box.x() <= view.right()
                    && view.x() <= box.right()
                    && box.y() <= view.bottom()
                    && view.y() <= box.bottom()) {
                touching.add(shape);
            }
        }
        return touching;
    }

    @Property(tries = 300)
    void a_point_finds_what_was_drawn_last_there(
            @ForAll @Size(max = 60) List<@net.jqwik.api.From("boxes") Box> boxes,
            @ForAll @net.jqwik.api.From("boxes") Box where) {
        Picture picture = picture(boxes);
        Optional<ElementId> expected = Optional.empty();
        for (int i = 0; i < boxes.size(); i++) {
            if (boxes.get(i).contains(where.x(), where.y())) {
                expected = Optional.of(id(i));
            }
        }
        assertThat(picture.at(where.x(), where.y(), 1, ALL)).isEqualTo(expected);
    }

    @Test
    void what_is_on_a_hidden_layer_is_not_found() {
        Sketch sketch = new Sketch();
        sketch.card(id(1), Layer.BASE, new Box(0, 0, 50, 50), Surface.CARD, Tone.LINE, 1);
        sketch.card(id(2), Layer.POWER, new Box(0, 0, 10, 10), Surface.PLUG, Tone.SIDE_A, 1);
        Picture picture = sketch.finished(Picture.Level.CARDS);

        assertThat(picture.at(5, 5, 1, ALL)).contains(id(2));
        assertThat(picture.at(5, 5, 1, EnumSet.of(Layer.BASE))).contains(id(1));
    }

    @Test
    void an_element_in_two_places_knows_both_and_answers_with_the_first() {
        Sketch sketch = new Sketch();
        Box one = new Box(0, 0, 10, 10);
        Box other = new Box(50, 0, 10, 10);
        sketch.place(id(1), Layer.BASE, one);
        sketch.place(id(1), Layer.BASE, other);
        Picture picture = sketch.finished(Picture.Level.CARDS);

        assertThat(picture.boundsOf(id(1))).contains(one);
        assertThat(picture.placesOf(id(1))).containsExactly(one, other);
        assertThat(picture.placesOf(id(2))).isEmpty();
        assertThat(picture.bounds()).isEqualTo(new Box(0, 0, 60, 10));
    }

    @Test
    void hosts_and_their_vms_are_in_the_order_in_which_they_were_drawn() {
        Sketch sketch = new Sketch();
        sketch.host(ElementId.host("b"));
        sketch.tenant(ElementId.host("b"), ElementId.vm("2"));
        sketch.tenant(ElementId.host("b"), ElementId.vm("1"));
        sketch.host(ElementId.host("a"));
        Picture picture = sketch.finished(Picture.Level.CARDS);

        assertThat(picture.hosts()).containsExactly(ElementId.host("b"), ElementId.host("a"));
        assertThat(picture.vmsOf(ElementId.host("b"))).containsExactly(ElementId.vm("2"), ElementId.vm("1"));
        assertThat(picture.vmsOf(ElementId.host("c"))).isEmpty();
    }

    @Test
    void a_wire_is_whole_curves_and_its_bounds_hold_them() {
        assertThatThrownBy(() -> new Shape.Wire(
                        id(0), id(1), Layer.NETWORK, List.of(0.0, 0.0, 1.0, 1.0), Tone.NORMAL, Stroke.SOLID, 1))
                .isInstanceOf(IllegalArgumentException.class);
        Shape.Wire wire = new Shape.Wire(
                id(0),
                id(1),
                Layer.NETWORK,
                List.of(0.0, 0.0, 0.0, 50.0, 80.0, 50.0, 80.0, 100.0),
                Tone.NORMAL,
                Stroke.SOLID,
                2);
        assertThat(wire.bounds()).isEqualTo(new Box(-2, -2, 84, 104));
    }

    @Test
    void a_label_lies_where_its_alignment_says_and_never_beyond_its_room() {
        for (Shape.Align align : Shape.Align.values()) {
            Shape.Label label = new Shape.Label(
                    id(0),
                    Layer.BASE,
                    100,
                    50,
                    60,
                    "a name that is longer than that",
                    13,
                    false,
                    align,
                    Tone.TEXT,
                    Glyph.CROSS);
            assertThat(label.bounds().width()).isEqualTo(60);
            double left = switch (align) {
                case START -> 100;
                case MIDDLE -> 70;
                case END -> 40;
            };
            assertThat(label.bounds().x()).isEqualTo(left);
        }
    }

    @Test
    void a_bar_is_between_empty_and_full() {
        Box box = new Box(0, 0, 10, 2);
        assertThat(new Shape.Bar(id(0), Layer.BASE, box, 7, Tone.NORMAL).share())
                .isEqualTo(1);
        assertThat(new Shape.Bar(id(0), Layer.BASE, box, Double.NaN, Tone.NORMAL).share())
                .isZero();
    }

    @Test
    void a_window_without_size_is_refused() {
        assertThatThrownBy(() -> new Options(0, 100, java.util.Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static Picture picture(List<Box> boxes) {
        Sketch sketch = new Sketch();
        for (int i = 0; i < boxes.size(); i++) {
            sketch.card(id(i), Layer.BASE, boxes.get(i), Surface.CARD, Tone.LINE, 1);
        }
        return sketch.finished(Picture.Level.CARDS);
    }

    private static ElementId id(int number) {
        return new ElementId(ElementKind.SERVICE, "s" + number);
    }
}
