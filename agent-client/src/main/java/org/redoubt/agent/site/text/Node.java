package org.redoubt.agent.site.text;

import java.util.List;
import java.util.Optional;

/** A piece of a site file, and where it stands. */
public sealed interface Node {

    Mark at();

    /** A place in the file, from 1. */
    record Mark(int line, int column) {}

    /**
     * Keys and values in the order of the file; no key stands twice.
     */
    record Mapping(Mark at, List<Item> items) implements Node {
        public Optional<Node> get(String key) {
            return items.stream()
                    .filter(item -> item.key().equals(key))
                    .map(Item::value)
                    .findFirst();
        }
    }

    record Item(Mark at, String key, Node value) {}

    record Sequence(Mark at, List<Node> nodes) implements Node {}

    /** A text, a number or a flag, as it is written. */
    record Scalar(Mark at, String text) implements Node {}

    /** Nothing, or null. */
    record Nothing(Mark at) implements Node {}

    default String what() {
        return switch (this) {
            case Mapping _ -> "a mapping";
            case Sequence _ -> "a list";
            case Scalar(Mark _, String text) -> "\"" + Shown.text(text) + "\"";
            case Nothing _ -> "nothing";
        };
    }
}
