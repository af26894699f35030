package org.redoubt.topology.picture.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Options;
import org.redoubt.topology.picture.Picture;
import org.redoubt.topology.picture.Shape;

/**
 * What is drawn of one part of a large site at each level, shape for shape. What was drawn is in {@code target/golden};
 * who means the change copies it over the file of the same name beside this class's resources.
 */
class FleetGoldenTest {

    @ParameterizedTest
    @CsvSource({"cells, 0.04", "fading, 0.13", "vms, 0.3", "cards, 0.75", "ports, 1.1"})
    void a_level_is_drawn_as_it_was(String level, double zoom) throws IOException {
        FleetSite fleet = new FleetSite(7, 64, 2);
        for (int i = 0; i < 60; i++) {
            fleet.happen();
        }
        Picture picture = Layout.of(fleet.site, Options.DEFAULT);
        Box view = picture.boundsOf(ElementId.host("h1")).orElseThrow().grown(zoom < 0.1 ? 1500 : 40);
        String drawn =
                picture.within(view, zoom).stream().map(FleetGoldenTest::line).collect(Collectors.joining("\n")) + "\n";
        Path out = Path.of("target", "golden", "fleet-" + level + ".txt");
        Files.createDirectories(out.getParent());
        Files.writeString(out, drawn);
        assertThat(drawn).isEqualTo(golden("fleet-" + level + ".txt"));
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = FleetGoldenTest.class.getResourceAsStream(name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String line(Shape shape) {
        return switch (shape) {
            case Shape.Card card ->
                "card " + of(card) + card.surface() + " " + card.edge() + " " + card.stroke() + " " + card.weight();
            case Shape.Label label ->
                "label " + label.id() + " " + number(label.x()) + "," + number(label.y()) + " room "
                        + number(label.room()) + " " + label.size() + (label.strong() ? " strong " : " ")
                        + label.align() + " " + label.tone() + " " + label.lead() + " \"" + label.words() + "\"";
            case Shape.Mark mark -> "mark " + of(mark) + mark.glyph() + " " + mark.tone();
            case Shape.Bar bar -> "bar " + of(bar) + number(bar.share()) + " " + bar.tone();
            case Shape.Spark spark -> "spark " + of(spark) + spark.tone() + " " + numbers(spark.points());
            case Shape.Wire wire ->
                "wire " + wire.id() + " " + wire.to() + " " + numbers(wire.points()) + " " + wire.tone();
            case Shape.Fading fading -> number(fading.alpha()) + " of " + line(fading.shape());
        };
    }

    private static String of(Shape shape) {
        Box box = shape.bounds();
        return shape.id() + " " + numbers(List.of(box.x(), box.y(), box.width(), box.height())) + " ";
    }

    private static String numbers(List<Double> all) {
        return all.stream().map(FleetGoldenTest::number).collect(Collectors.joining(","));
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.2f", number).replaceAll("\\.?0+$", "");
    }
}
