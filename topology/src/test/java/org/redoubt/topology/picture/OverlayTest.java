package org.redoubt.topology.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;

/** What lies over a picture: answers of hosts, what is held, what is under way. */
class OverlayTest {

    private static final ElementId VM = ElementId.vm("vm");
    private static final ElementId HOME = ElementId.host("home");
    private static final ElementId AWAY = ElementId.host("away");
    private static final ElementId OTHER = ElementId.host("other");
    private static final Box HOME_BOX = new Box(0, 0, 176, 260);
    private static final Box AWAY_BOX = new Box(200, 0, 176, 260);
    private static final Box OTHER_BOX = new Box(400, 0, 176, 260);
    private static final Box VIEW = new Box(-50, -50, 900, 500);
    private static final Site SITE = Site.empty("test");

    private static final HostAnswer FITS =
            new HostAnswer(Tone.INTERACTION, List.of("fits · 4.1 s"), List.of("home → away", "4.1 s · pause 38 ms"));
    private static final HostAnswer CANNOT =
            new HostAnswer(Tone.FAINT, List.of("not in cluster payroll", "3.1 GiB short"), List.of("home → other"));
    private static final HostAnswer COSTS =
            new HostAnswer(Tone.WARNING, List.of("fits, but erp-db is critical too"), List.of());

    @Test
    void every_reason_of_every_host_is_on_its_card() {
        List<Shape> shapes = drawn(held(Optional.empty(), Map.of(HOME, COSTS, AWAY, FITS, OTHER, CANNOT)));

        assertThat(words(shapes, OTHER)).containsExactly("not in cluster payroll", "3.1 GiB short");
        assertThat(String.join(" ", words(shapes, HOME))).isEqualTo("fits, but erp-db is critical too");
        labels(shapes).filter(label -> label.id().equals(OTHER)).forEach(label -> {
            assertThat(OTHER_BOX.contains(label.bounds())).isTrue();
            assertThat(label.lead()).isEqualTo(Glyph.CROSS);
        });
    }

    @Test
    void more_reasons_than_fit_are_counted() {
        HostAnswer many = new HostAnswer(
                Tone.FAINT,
                Stream.iterate(0, i -> i < 22, i -> i + 1)
                        .map(i -> "reason " + i)
                        .toList(),
                List.of());
        List<String> words = words(drawn(held(Optional.empty(), Map.of(OTHER, many))), OTHER);

        assertThat(words).hasSize(11).last().isEqualTo("and 12 lines more");
    }

    @Test
    void a_host_that_cannot_is_hatched_one_that_can_has_an_edge_and_the_aim_a_strong_one() {
        Overlay overlay = held(Optional.of(AWAY), Map.of(HOME, COSTS, AWAY, FITS, OTHER, CANNOT));

        assertThat(dressed(overlay, OTHER).surface()).isEqualTo(Surface.HATCHED);
        assertThat(dressed(overlay, HOME).edge()).isEqualTo(Tone.WARNING);
        assertThat(dressed(overlay, AWAY).edge()).isEqualTo(Tone.INTERACTION);
        assertThat(dressed(overlay, AWAY).weight())
                .isGreaterThan(dressed(overlay, HOME).weight());
        assertThat(dressed(Overlay.NONE, OTHER).surface()).isEqualTo(Surface.CARD);
    }

    @Test
    void the_chip_that_is_held_leaves_a_ghost_where_it_was() {
        Overlay overlay = held(Optional.empty(), Map.of());

        assertThat(dressed(overlay, VM).stroke()).isEqualTo(Stroke.DASHED);
        assertThat(drawn(overlay))
                .anyMatch(shape -> shape instanceof Shape.Card card
                        && card.surface() == Surface.CHIP_LIT
                        && card.bounds().contains(300, 100));
    }

    @Test
    void the_callout_stays_in_the_window_wherever_the_pointer_is() {
        for (double[] at : new double[][] {{-45, -45}, {845, 440}, {845, -45}, {-45, 440}}) {
            Overlay overlay = new Overlay(
                    Optional.empty(),
                    Set.of(),
                    Optional.empty(),
                    Optional.of(new Overlay.Held(VM, Optional.of(AWAY), at[0], at[1])),
                    Map.of(AWAY, FITS),
                    List.of());
            Shape.Card callout = drawn(overlay).stream()
                    .filter(shape -> shape instanceof Shape.Card card && card.surface() == Surface.CALLOUT)
                    .map(Shape.Card.class::cast)
                    .findFirst()
                    .orElseThrow();
            assertThat(VIEW.contains(callout.bounds())).isTrue();
        }
    }

    @Test
    void work_shows_how_much_is_done_and_where_it_goes() {
        Overlay overlay = new Overlay(
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(new Overlay.Progress(VM, AWAY, 0.42, "a very long tale of bytes that remain")));
        List<Shape> shapes = drawn(overlay);

        assertThat(shapes).anyMatch(shape -> shape instanceof Shape.Bar bar && bar.share() == 0.42);
        assertThat(shapes)
                .anyMatch(shape -> shape instanceof Shape.Wire wire && wire.to().equals(AWAY));
        assertThat(words(shapes, VM)).contains("42%");
    }

    @Test
    void work_on_a_vm_that_is_not_drawn_draws_nothing() {
        Overlay overlay = new Overlay(
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(new Overlay.Progress(ElementId.vm("gone"), AWAY, 0.42, "")));

        assertThat(drawn(overlay)).isEmpty();
    }

    @Test
    void what_is_lit_is_lit_and_an_empty_set_lights_all() {
        ElementId port = new ElementId(ElementKind.HBA_PORT, "home/hba0");
        ElementId fabric = new ElementId(ElementKind.FABRIC_SWITCH, "fabric");
        Overlay overlay = new Overlay(
                Optional.of(VM), Set.of(HOME, port), Optional.empty(), Optional.empty(), Map.of(), List.of());
        Shape.Wire fromPort = wire(port, fabric);

        assertThat(overlay.lights(HOME)).isTrue();
        assertThat(overlay.lights(VM)).as("what was chosen").isTrue();
        assertThat(overlay.lights(AWAY)).isFalse();
        assertThat(overlay.lights(fromPort)).isTrue();
        assertThat(overlay.lights(wire(AWAY, port))).isFalse();
        assertThat(Overlay.NONE.lights(AWAY)).isTrue();
    }

    @Test
    void the_lines_of_a_chosen_switch_are_lit() {
        ElementId port = new ElementId(ElementKind.HBA_PORT, "home/hba0");
        ElementId fabric = new ElementId(ElementKind.FABRIC_SWITCH, "fabric");
        Overlay overlay =
                new Overlay(Optional.of(fabric), Set.of(HOME), Optional.empty(), Optional.empty(), Map.of(), List.of());

        assertThat(overlay.lights(wire(port, fabric))).isTrue();
    }

    @Test
    void words_stay_readable_when_the_map_is_small() {
        Overlay overlay = held(Optional.empty(), Map.of(OTHER, CANNOT));
        List<Shape> shapes = OverlayShapes.of(picture(), overlay, SITE, VIEW, 0.5);

        assertThat(labels(shapes)).isNotEmpty().allMatch(label -> label.size() * 0.5 >= 12);
    }

    private static Overlay held(Optional<ElementId> over, Map<ElementId, HostAnswer> answers) {
        return new Overlay(
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.of(new Overlay.Held(VM, over, 300, 100)),
                answers,
                List.of());
    }

    private static Shape.Wire wire(ElementId from, ElementId to) {
        return new Shape.Wire(
                from, to, Layer.STORAGE, List.of(0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0, 2.0), Tone.SIDE_A, Stroke.SOLID, 1);
    }

    private static Shape.Card dressed(Overlay overlay, ElementId id) {
        return picture().shapes().stream()
                .filter(shape -> shape.id().equals(id))
                .map(overlay::dress)
                .map(Shape.Card.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<Shape> drawn(Overlay overlay) {
        return OverlayShapes.of(picture(), overlay, SITE, VIEW, 1);
    }

    private static Picture picture() {
        Sketch sketch = new Sketch();
        for (Map.Entry<ElementId, Box> host :
                Map.of(HOME, HOME_BOX, AWAY, AWAY_BOX, OTHER, OTHER_BOX).entrySet()) {
            sketch.card(host.getKey(), Layer.BASE, host.getValue(), Surface.CARD, Tone.LINE, 1);
            sketch.host(host.getKey());
        }
        sketch.card(VM, Layer.BASE, new Box(12, 60, 152, 24), Surface.CHIP, Tone.LINE, 1);
        sketch.tenant(HOME, VM);
        return sketch.finished(Picture.Level.CARDS);
    }

    private static Stream<Shape.Label> labels(List<Shape> shapes) {
        return shapes.stream().filter(Shape.Label.class::isInstance).map(Shape.Label.class::cast);
    }

    private static List<String> words(List<Shape> shapes, ElementId id) {
        return labels(shapes)
                .filter(label -> label.id().equals(id))
                .map(Shape.Label::words)
                .toList();
    }
}
