package org.redoubt.topology.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Side;

/** Many lines: found by place, and bundled. */
class LinksTest {

    private static final ElementId END = ElementId.host("end");

    /** A line, and whether it is abnormal. */
    record Line(int x1, int y1, int x2, int y2, boolean broken, Side side) {}

    @Provide
    Arbitrary<List<Line>> lines() {
        Arbitrary<Integer> place = Arbitraries.integers().between(-500, 500);
        return Combinators.combine(
                        place, place, place, place, Arbitraries.of(true, false, false), Arbitraries.of(Side.class))
                .as(Line::new)
                .list()
                .ofMaxSize(300);
    }

    private static Links links(List<Line> lines) {
        Links.Draft draft = new Links.Draft();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            draft.add(
                    ElementId.host("h" + i),
                    END,
                    Layer.NETWORK,
                    line.broken() ? Tone.CRITICAL : Tone.NORMAL,
                    line.broken() ? Stroke.DOTTED : Stroke.SOLID,
                    line.side(),
                    line.x1(),
                    line.y1(),
                    line.x2(),
                    line.y2());
        }
        return draft.finished();
    }

    @Property
    void the_lines_in_a_view_are_those_that_cross_it(@ForAll("lines") List<Line> lines, @ForAll("lines") List<Line> b) {
        Line corner = b.isEmpty() ? new Line(0, 0, 100, 100, false, Side.A) : b.getFirst();
        Box view = new Box(
                Math.min(corner.x1(), corner.x2()),
                Math.min(corner.y1(), corner.y2()),
                Math.abs(corner.x1() - corner.x2()) + 1.0,
                Math.abs(corner.y1() - corner.y2()) + 1.0);
        // Of a line that only touches the edge either may be said.
        List<Integer> found = Arrays.stream(links(lines).within(view)).boxed().toList();
        assertThat(found).containsAll(crossing(lines, view.grown(-0.01)));
        assertThat(crossing(lines, view.grown(0.01))).containsAll(found);
    }

    private static List<Integer> crossing(List<Line> lines, Box view) {
        return IntStream.range(0, lines.size())
                .filter(i -> {
                    Line line = lines.get(i);
                    return new Line2D.Double(line.x1(), line.y1(), line.x2(), line.y2())
                            .intersects(view.x(), view.y(), view.width(), view.height());
                })
                .boxed()
                .toList();
    }

    @Property
    void bundles_hold_every_line_once_and_never_an_abnormal_one_among_others(@ForAll("lines") List<Line> lines) {
        Links all = links(lines);
        Links bundles = all.bundled(200);
        Map<String, Integer> expected = new HashMap<>();
        lines.forEach(line -> expected.merge(key(line), 1, Integer::sum));
        int[] weights = new int[bundles.count()];
        for (int i = 0; i < bundles.count(); i++) {
            weights[i] = bundles.weight(i);
        }
        assertThat(Arrays.stream(weights).sorted().toArray())
                .containsExactly(
                        expected.values().stream().mapToInt(n -> n).sorted().toArray());
        for (int i = 1; i < bundles.count(); i++) {
            assertThat(bundles.tone(i).abnormal() || !bundles.tone(i - 1).abnormal())
                    .isTrue();
        }
    }

    private static String key(Line line) {
        String one = square(line.x1(), line.y1());
        String other = square(line.x2(), line.y2());
        String pair = one.compareTo(other) < 0 ? one + other : other + one;
        return pair + line.broken() + line.side();
    }

    private static String square(int x, int y) {
        return "(" + Math.floorDiv(x, 200) + " " + Math.floorDiv(y, 200) + ")";
    }
}
