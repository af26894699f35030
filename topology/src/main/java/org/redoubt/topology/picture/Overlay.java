package org.redoubt.topology.picture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redoubt.topology.model.ElementId;

/**
 * What lies over a picture for a moment: what is chosen, held, asked and under way. The picture itself does not change
 * by it.
 *
 * @param lit what is lit up; empty: everything, else all the rest is dimmed
 * @param answers what each host says to the VM that is held
 */
public record Overlay(
        Optional<ElementId> selected,
        Set<ElementId> lit,
        Optional<Hover> hovered,
        Optional<Held> held,
        Map<ElementId, HostAnswer> answers,
        List<Progress> works) {

    public static final Overlay NONE =
            new Overlay(Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), Map.of(), List.of());

    /** What the pointer is on, where it is, and what is said of it: a title first. */
    public record Hover(ElementId id, double x, double y, List<String> lines) {
        public Hover {
            lines = List.copyOf(lines);
        }
    }

    /** A VM that is held, at a point of the map; {@code over} the host that would get it now. */
    public record Held(ElementId vm, Optional<ElementId> over, double x, double y) {}

    /**
     * A VM on its way.
     *
     * @param share how much is done, 0 to 1
     * @param words what is left, short
     */
    public record Progress(ElementId vm, ElementId to, double share, String words) {}

    public Overlay {
        lit = Set.copyOf(lit);
        answers = Map.copyOf(answers);
        works = List.copyOf(works);
    }

    /** Whether an element is to be seen at full strength. */
    public boolean lights(ElementId id) {
        return lit.isEmpty() || lit.contains(id) || selected.filter(id::equals).isPresent();
    }

    /** Whether a shape is: a line is, when what it starts from is, or when its end is what was chosen. */
    public boolean lights(Shape shape) {
        return lights(shape.id())
                || shape instanceof Shape.Wire wire
                        && selected.filter(wire.to()::equals).isPresent();
    }

    /** How a shape of the picture looks under this overlay. */
    public Shape dress(Shape shape) {
        if (!(shape instanceof Shape.Card card)) {
            return shape;
        }
        if (held.isPresent() && held.get().vm().equals(card.id())) {
            return new Shape.Card(
                    card.id(), card.layer(), card.bounds(), Surface.CHIP_HOLLOW, Tone.INTERACTION, Stroke.DASHED, 1.8);
        }
        HostAnswer answer = answers.get(card.id());
        if (answer == null || card.surface() == Surface.PORT || card.surface() == Surface.PLUG) {
            return shape;
        }
        if (answer.cannot()) {
            return new Shape.Card(
                    card.id(), card.layer(), card.bounds(), Surface.HATCHED, card.edge(), card.stroke(), card.weight());
        }
        boolean aimed = held.flatMap(Held::over).filter(card.id()::equals).isPresent();
        return new Shape.Card(
                card.id(), card.layer(), card.bounds(), card.surface(), answer.tone(), Stroke.SOLID, aimed ? 5 : 2);
    }
}
