package org.redoubt.agent.site.text;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.redoubt.agent.site.text.Node.Mark;
import org.redoubt.topology.model.Visible;

/** Reads values out of nodes. What is not as it should be is added to the problems, and the reading goes on behind it. */
public final class Form {

    private static final int LONGEST_NAME = 200;

    private final List<Problem> problems;

    public Form(List<Problem> problems) {
        this.problems = problems;
    }

    public boolean fine() {
        return problems.isEmpty();
    }

    public Optional<String> name(Node node) {
        Optional<String> text = scalar(node, "a name", "write a name");
        if (text.isPresent() && text.get().isBlank()) {
            wrong(node.at(), "a name is not empty", "write a name, or leave the line out");
        } else if (text.isPresent() && text.get().length() > LONGEST_NAME) {
            wrong(node.at(), "a name is not longer than " + LONGEST_NAME + " characters", "write a shorter one");
        } else if (text.isPresent() && !text.get().codePoints().allMatch(Visible::is)) {
            wrong(node.at(), "an invisible character stands in the name " + node.what(), "leave it out");
        } else {
            return text;
        }
        return Optional.empty();
    }

    public Optional<String> scalar(Node node, String what, String instead) {
        if (node instanceof Node.Scalar(Mark _, String text)) {
            return Optional.of(text);
        }
        wrong(node.at(), what + " is expected here, this is " + node.what(), instead);
        return Optional.empty();
    }

    public <T> Optional<T> value(Node.Mapping mapping, String key, Function<String, Optional<T>> read, String instead) {
        Optional<Node> node = mapping.get(key);
        Optional<T> value = node.filter(Node.Scalar.class::isInstance)
                .map(Node.Scalar.class::cast)
                .flatMap(scalar -> read.apply(scalar.text()));
        if (node.isPresent() && value.isEmpty()) {
            wrong(node.get().at(), key + " is not " + node.get().what(), instead);
        }
        return value;
    }

    public List<Node> list(Optional<Node> node, String key, String instead) {
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof Node.Sequence(Mark _, List<Node> nodes)) {
            return nodes;
        }
        wrong(node.get().at(), key + " is a list, this is " + node.get().what(), instead);
        return List.of();
    }

    public void known(Node.Mapping mapping, List<String> keys) {
        for (Node.Item item : mapping.items()) {
            if (!keys.contains(item.key())) {
                wrong(item.at(), "nothing is known of \"" + Shown.text(item.key()) + "\"", instead(item.key(), keys));
            }
        }
    }

    public static String instead(String typed, Collection<String> known) {
        return Shown.nearest(typed, known)
                .map(nearest -> "was " + nearest + " meant?")
                .orElse("known are " + String.join(", ", new TreeSet<>(known)));
    }

    public void wrong(Mark at, String wrong, String instead) {
        problems.add(new Problem(at.line(), at.column(), wrong, instead));
    }
}
