package org.redoubt.topology.picture.layout;

import java.util.ArrayList;
import java.util.List;
import org.redoubt.topology.picture.Place;
import org.redoubt.topology.picture.Shape;
import org.redoubt.topology.picture.Sketch;

/**
 * How a unit looks, in layers that come in one after another as the view comes nearer.
 *
 * @param far all of it, seen from far away
 * @param ground what lies below its detail from the next level on: its card, and what is amiss
 * @param names what it is called, once there is room for that
 * @param until the first moment at which it may look different though nothing is heard
 */
record Face(List<Shape> far, List<Shape> ground, List<Shape> names, long until) {

    /**
     * What lies in a unit, and depends on that alone.
     *
     * @param blocks where everything is, and what is amiss
     * @param words what is said of it
     */
    record Inside(List<Shape> blocks, List<Shape> words, List<Place> places) {

        static final Inside NOTHING = new Inside(List.of(), List.of(), List.of());

        /** Of a sketch: cards, and marks that are not the usual ones, are told before words are. */
        static Inside of(Sketch sketch) {
            List<Shape> blocks = new ArrayList<>();
            List<Shape> words = new ArrayList<>();
            for (Shape shape : sketch.shapes()) {
                boolean block = shape instanceof Shape.Card
                        || shape instanceof Shape.Mark mark && mark.glyph() != org.redoubt.topology.picture.Glyph.DOT;
                (block ? blocks : words).add(shape);
            }
            return new Inside(List.copyOf(blocks), List.copyOf(words), sketch.places());
        }
    }

    /**
     * What depends on the moment, and on what lies elsewhere: words with an age, and ports with their other ends.
     *
     * @param head what is said of a host on its card, without the card and the name
     */
    record Dress(List<Shape> card, List<Shape> head, List<Shape> ports, List<Place> places) {}
}
