package org.redoubt.views.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.text.Font;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Links;
import org.redoubt.topology.picture.Options;
import org.redoubt.topology.picture.Picture;
import org.redoubt.topology.picture.Shape;
import org.redoubt.topology.picture.Surface;
import org.redoubt.topology.picture.layout.Layout;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * Every level in both themes looks as it did. The pictures lie beside this test's class as resources; after a change of
 * looks that is wanted they are made anew, looked at, and committed:
 *
 * <pre>mvn test -pl views -am -Dtest=GoldenPicturesTest -Dsurefire.failIfNoSpecifiedTests=false -Dtest.args=-Dredoubt.golden=remake</pre>
 *
 * They hold Inter's letters; where that is not installed there is nothing to compare with.
 */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class GoldenPicturesTest {

    private static final boolean REMAKE = "remake".equals(System.getProperty("redoubt.golden"));
    private static final Path FOLDER = Path.of("src/test/resources/org/redoubt/views/topology");
    private static final Map<String, Palette> THEMES = Map.of("dark", Palette.DARK, "light", Palette.LIGHT);

    /** A few pixels where edges meet. */
    private static final int TOLERATED = 12;

    /** What is looked at: all of a site where {@code zoom} is 0, else its upper left part, or some hosts. */
    private record Scene(String name, Site site, double zoom) {}

    private final Paintings paintings = new Paintings();

    private static List<Scene> scenes() {
        Site console = SampleSite.console().beat(132_500, 2100).at(133_000);
        Site fleet = SampleSite.fleet(400, 40).at(2000);
        Site equipped = SampleSite.equipped(64, 16, 6).at(2000);
        return List.of(
                new Scene("console", console, 1),
                new Scene("cells", fleet, 0),
                new Scene("vms", equipped, 0.2),
                new Scene("cards", equipped, 0.7),
                new Scene("ports", equipped, 1.1));
    }

    static Stream<String> goldens() {
        return scenes().stream().flatMap(scene -> THEMES.keySet().stream().map(theme -> scene.name() + "-" + theme));
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void every_level_looks_as_it_did_in_both_themes(String golden, FxRobot robot) throws IOException {
        // where CI lacks the font the pictures differ, and that is told
        boolean lettered = Font.getFamilies().contains("Inter") || "true".equals(System.getenv("CI"));
        assumeTrue(lettered, "the pictures hold Inter's letters");
        BufferedImage now = painted(golden, robot);
        if (REMAKE) {
            ImageIO.write(now, "png", FOLDER.resolve(golden + ".png").toFile());
        }
        int missing = Paintings.missing(now, read(golden));
        if (missing > TOLERATED) {
            Path seen = Path.of("target", golden + ".png");
            Files.createDirectories(seen.getParent());
            ImageIO.write(now, "png", seen.toFile());
        }
        assertThat(missing)
                .as("pixels of %s without a like; see target/", golden)
                .isLessThanOrEqualTo(TOLERATED);
    }

    @Test
    void a_word_that_is_a_pixel_off_is_tolerated(FxRobot robot) {
        BufferedImage now = painted("console-dark", robot);
        BufferedImage moved = new BufferedImage(now.getWidth(), now.getHeight(), BufferedImage.TYPE_INT_RGB);
        moved.createGraphics().drawImage(now, 0, 0, null);
        moved.createGraphics().drawImage(now.getSubimage(230, 240, 160, 120), 231, 240, null);

        assertThat(Paintings.missing(now, moved)).isLessThanOrEqualTo(TOLERATED);
    }

    /** Paints the whole console once for each of its shapes: not for the fast part. */
    @Test
    @Tag("large")
    void any_one_shape_that_is_missing_is_found(FxRobot robot) {
        Picture picture = picture(scenes().getFirst());
        Box view = view(picture, 1);
        List<Shape> shapes = picture.within(view, 1);
        List<Shape> unseen = new ArrayList<>();
        robot.interact(() -> {
            BufferedImage whole = paintings.of(picture, shapes, Links.NONE, Palette.DARK, view, 1);
            for (Shape shape : shapes) {
                List<Shape> others = new ArrayList<>(shapes);
                others.remove(shape);
                boolean seen = !(shape instanceof Shape.Card card) || card.surface() != Surface.HALO;
                BufferedImage without = paintings.of(picture, others, Links.NONE, Palette.DARK, view, 1);
                if (seen && Paintings.missing(whole, without) <= TOLERATED) {
                    unseen.add(shape);
                }
            }
        });
        assertThat(unseen).isEmpty();
    }

    private BufferedImage painted(String golden, FxRobot robot) {
        Scene scene = scenes().stream()
                .filter(one -> golden.startsWith(one.name() + "-"))
                .findFirst()
                .orElseThrow();
        Palette palette = THEMES.get(golden.substring(scene.name().length() + 1));
        BufferedImage[] image = new BufferedImage[1];
        robot.interact(() -> {
            Picture picture = picture(scene);
            double zoom =
                    scene.zoom() > 0 ? scene.zoom() : 1000 / picture.bounds().width();
            Box view = view(picture, zoom);
            Links under = picture.hosts().size() > Layout.MOST_CARDS ? picture.links() : Links.NONE;
            image[0] = paintings.of(picture, picture.within(view, zoom), under, palette, view, zoom);
        });
        return image[0];
    }

    private static Picture picture(Scene scene) {
        return Layout.of(scene.site(), new Options(1200, 750, Map.of()));
    }

    private static Box view(Picture picture, double zoom) {
        Box all = picture.bounds().grown(20 / zoom);
        if (zoom > 0.5 && picture.hosts().size() > Layout.MOST_CARDS) {
            Box host = picture.boundsOf(ElementId.host("node-1")).orElseThrow().grown(60 / zoom);
            return new Box(host.x(), host.y(), 1000 / zoom, 600 / zoom);
        }
        return new Box(all.x(), all.y(), Math.min(all.width(), 1240 / zoom), Math.min(all.height(), 800 / zoom));
    }

    private static BufferedImage read(String golden) {
        try (InputStream in = GoldenPicturesTest.class.getResourceAsStream(golden + ".png")) {
            return REMAKE ? ImageIO.read(FOLDER.resolve(golden + ".png").toFile()) : ImageIO.read(in);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
