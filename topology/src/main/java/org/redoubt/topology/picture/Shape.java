package org.redoubt.topology.picture;

import java.util.List;
import org.redoubt.topology.model.ElementId;

/** Something placed on the map, of one element. Painters draw shapes in the order of their list. */
public sealed interface Shape {

    /** What it stands for. */
    ElementId id();

    Layer layer();

    /** All that it covers, map units. */
    Box bounds();

    /** A rounded rectangle with an edge: hosts, switches, chips, ports, frames. */
    record Card(ElementId id, Layer layer, Box bounds, Surface surface, Tone edge, Stroke stroke, double weight)
            implements Shape {}

    /**
     * A line along cubic curves, from one element's port to another's.
     *
     * @param to the element at its end
     * @param points x and y of the start, then of two controls and an end for each curve
     */
    record Wire(ElementId id, ElementId to, Layer layer, List<Double> points, Tone tone, Stroke stroke, double weight)
            implements Shape {
        public Wire {
            points = List.copyOf(points);
            if (points.size() < 8 || points.size() % 6 != 2) {
                throw new IllegalArgumentException("a wire has a start and whole curves, not " + points.size());
            }
        }

        /** Controls are never passed, so the box around all points holds the curve. */
        @Override
        public Box bounds() {
            double left = points.get(0);
            double top = points.get(1);
            double right = left;
            double bottom = top;
            for (int i = 2; i < points.size(); i += 2) {
                left = Math.min(left, points.get(i));
                right = Math.max(right, points.get(i));
                top = Math.min(top, points.get(i + 1));
                bottom = Math.max(bottom, points.get(i + 1));
            }
            return new Box(left, top, right - left, bottom - top).grown(weight);
        }
    }

    /** Where a label's x is. */
    enum Align {
        START,
        MIDDLE,
        END
    }

    /**
     * One line of words, made harmless ({@link Lettering#harmless}).
     *
     * @param x where it begins, has its middle, or ends
     * @param y its base line
     * @param room the most width it may take; longer words are cut with an ellipsis
     * @param size the height of its letters, 12 or more; a painter does not go below 12 on the screen
     * @param lead a mark before the words, or {@link Glyph#NONE}
     */
    record Label(
            ElementId id,
            Layer layer,
            double x,
            double y,
            double room,
            String words,
            double size,
            boolean strong,
            Align align,
            Tone tone,
            Glyph lead)
            implements Shape {
        public Label {
            words = Lettering.harmless(words);
        }

        /** The width that it takes at a zoom of one. */
        public double width() {
            return Math.min(room, leadWidth() + Lettering.width(words, size, strong));
        }

        /** The width of its mark, with the space behind it. */
        public double leadWidth() {
            return lead == Glyph.NONE ? 0 : size * 1.15;
        }

        /** The ground behind the words: a little wider than they are, for seen from a little farther they are drawn larger. */
        public Card halo() {
            Label larger = new Label(id, layer, x, y + size * 0.1, room, words, size * 1.1, strong, align, tone, lead);
            return new Card(id, layer, larger.bounds().grown(2), Surface.HALO, Tone.LINE, Stroke.SOLID, 0);
        }

        @Override
        public Box bounds() {
            double width = width();
            double left = switch (align) {
                case START -> x;
                case MIDDLE -> x - width / 2;
                case END -> x - width;
            };
            return new Box(left, y - size, width, size * 1.25);
        }
    }

    /** A mark by itself. */
    record Mark(ElementId id, Layer layer, Glyph glyph, double x, double y, double radius, Tone tone) implements Shape {
        @Override
        public Box bounds() {
            return new Box(x - radius, y - radius, 2 * radius, 2 * radius);
        }
    }

    /** A share of a whole, 0 to 1: filled from the left, or from the bottom when it is higher than wide. */
    record Bar(ElementId id, Layer layer, Box bounds, double share, Tone tone) implements Shape {
        public Bar {
            share = Double.isNaN(share) ? 0 : Math.clamp(share, 0.0, 1.0);
        }
    }

    /** A line through points, in map units: x and y in turn. */
    record Spark(ElementId id, Layer layer, Box bounds, List<Double> points, Tone tone) implements Shape {
        public Spark {
            points = List.copyOf(points);
        }
    }

    /**
     * A shape that comes in as the view comes nearer.
     *
     * @param alpha how much of it is there: above 0, below 1
     */
    record Fading(Shape shape, double alpha) implements Shape {
        @Override
        public ElementId id() {
            return shape.id();
        }

        @Override
        public Layer layer() {
            return shape.layer();
        }

        @Override
        public Box bounds() {
            return shape.bounds();
        }
    }
}
