package bad.topologyispure.redoubt.topology.model;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

record FineValue(int number, double[] parts, List<String> names, Duration age, Map<String, Shape> shapes) {
    sealed interface Shape permits Dot, Line {}

    record Dot(int at) implements Shape {}

    record Line(Dot from, Dot to) implements Shape {}

    enum Side {
        A,
        B
    }

    static FineValue empty() {
        return new FineValue(0, new double[0], List.of(), Duration.ZERO, Map.of());
    }

    String words(Shape shape, Side side) {
        String size = switch (shape) {
            case Dot(int at) -> "dot " + at;
            case Line(Dot(int from), Dot(int to)) when from < to -> "line " + from + " to " + to;
            case Line line -> "line " + line;
        };
        return switch (side) {
            case A -> size;
            case B ->
                names.stream().sorted(Comparator.naturalOrder()).findFirst().orElse(size);
        };
    }

    Optional<Duration> age(boolean known) {
        int[] copy = new int[parts.length];
        System.arraycopy(new int[parts.length], 0, copy, 0, copy.length);
        return known ? Optional.of(age) : Optional.empty();
    }
}
