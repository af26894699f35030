package org.redoubt.views.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.DIRTY_RATE;
import static org.redoubt.topology.model.Attributes.LINK;
import static org.redoubt.topology.model.Attributes.MEMORY_FREE;
import static org.redoubt.topology.model.Attributes.NAME;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Layer;
import org.redoubt.topology.picture.Picture;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The map as it is painted: themes, layers, what is lit, what is not there yet. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class MapViewTest {

    private static final ElementId HOST = ElementId.host("node-3");
    private static final ElementId FEED = new ElementId(ElementKind.POWER_FEED, "feed-a");
    private final Site console = SampleSite.console().at(61_000);
    private MapView map;

    @Start
    void start(Stage stage) {
        map = new MapView(MapShot.NOTHING, Runnable::run);
        stage.setScene(new Scene(map, 1200, 760));
        stage.show();
    }

    private void show(FxRobot robot, Site site) {
        robot.interact(() -> map.show(site));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Color at(FxRobot robot, double x, double y) {
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> image[0] = map.snapshot(null, null));
        return image[0].getPixelReader().getColor((int) x, (int) y);
    }

    /** A point of a host's card with nothing on it but the card. */
    private Color card(FxRobot robot, ElementId host) {
        Box box = map.seen(host).orElseThrow();
        return at(robot, box.x() + 5, box.bottom() - 30);
    }

    @Test
    void before_anything_is_heard_it_says_so(FxRobot robot) {
        assertThat(shownWords(robot)).contains("Listening…");

        show(robot, Site.empty("dc-west"));
        assertThat(shownWords(robot)).contains("No hosts yet in dc-west");

        show(robot, console);
        assertThat(shownWords(robot)).noneMatch(words -> words.startsWith("No hosts"));
        assertThat(shownWords(robot)).anyMatch(words -> words.startsWith("chip height = memory"));
    }

    private static List<String> shownWords(FxRobot robot) {
        return robot.lookup(node -> node instanceof Label label && label.isVisible()).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    @Test
    void it_fits_the_window_and_every_host_can_be_seen(FxRobot robot) {
        show(robot, console);

        for (int i = 1; i <= 6; i++) {
            Box box = map.seen(ElementId.host("node-" + i)).orElseThrow();
            assertThat(new Box(0, 0, 1200, 760).contains(box)).isTrue();
        }
    }

    @Test
    void minus_zooms_out_and_leaves_the_console_wide_shortcut_alone(FxRobot robot) {
        show(robot, console);
        robot.interact(map::requestFocus);
        double fit = map.seen(HOST).orElseThrow().width();

        robot.press(KeyCode.CONTROL).type(KeyCode.MINUS).release(KeyCode.CONTROL);
        assertThat(map.seen(HOST).orElseThrow().width()).isEqualTo(fit);

        robot.type(KeyCode.MINUS);
        assertThat(map.seen(HOST).orElseThrow().width()).isLessThan(fit);
    }

    @Test
    void a_theme_changes_what_is_painted(FxRobot robot) {
        show(robot, console);
        assertThat(at(robot, 4, 4)).isEqualTo(Palette.DARK.ground());
        assertThat(card(robot, HOST)).isEqualTo(Palette.DARK.card());

        robot.interact(() -> map.palette(Palette.LIGHT));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(at(robot, 4, 4)).isEqualTo(Palette.LIGHT.ground());
        assertThat(card(robot, HOST)).isEqualTo(Palette.LIGHT.card());
    }

    @Test
    void what_is_not_lit_is_dimmed(FxRobot robot) {
        show(robot, console);
        robot.interact(() -> map.select(Optional.of(HOST), Set.of(HOST)));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(card(robot, HOST)).isEqualTo(Palette.DARK.card());
        assertThat(card(robot, ElementId.host("node-1"))).isNotEqualTo(Palette.DARK.card());

        robot.interact(() -> map.select(Optional.empty(), Set.of()));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(card(robot, ElementId.host("node-1"))).isEqualTo(Palette.DARK.card());
    }

    @Test
    void a_layer_that_is_off_is_not_painted(FxRobot robot) {
        show(robot, console);
        Box feed = map.seen(FEED).orElseThrow();
        double x = feed.x() + 6;
        double y = feed.centreY();
        assertThat(at(robot, x, y)).isEqualTo(Palette.DARK.card());

        robot.interact(() -> map.layers(EnumSet.of(Layer.NETWORK)));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(at(robot, x, y)).isEqualTo(Palette.DARK.ground());
        assertThat(card(robot, HOST)).as("hosts are always there").isEqualTo(Palette.DARK.card());
    }

    @Test
    void what_is_not_painted_cannot_be_pointed_at(FxRobot robot) {
        show(robot, console);
        Box feed = map.seen(FEED).orElseThrow();
        robot.interact(() -> map.layers(EnumSet.noneOf(Layer.class)));
        robot.clickOn(map.localToScreen(feed.centreX(), feed.centreY()));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(map.selected()).isEmpty();
    }

    @Test
    void the_same_snapshot_is_not_laid_out_again(FxRobot robot) {
        show(robot, console);
        Picture before = map.picture();
        show(robot, console);
        assertThat(map.picture()).isSameAs(before);
    }

    @Test
    void a_host_that_falls_silent_stays_where_it_is(FxRobot robot) {
        SampleSite sample = SampleSite.console();
        show(robot, sample.at(61_000));
        Box before = map.seen(HOST).orElseThrow();
        sample.say(HOST, LINK, LinkState.HANGS).by("libvirt@node-3", 62_000);
        show(robot, sample.at(70_000));

        assertThat(map.seen(HOST)).contains(before);
    }

    @Test
    void flying_to_an_element_brings_it_to_the_middle(FxRobot robot) throws TimeoutException {
        show(robot, console);
        ElementId vm = ElementId.vm("uuid-build");
        robot.interact(() -> map.flyTo(vm));

        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> {
            Box box = map.seen(vm).orElseThrow();
            return Math.abs(box.centreX() - 600) < 1 && Math.abs(box.centreY() - 364) < 1;
        });
        assertThat(map.seen(vm).orElseThrow().width()).isGreaterThan(150);
    }

    @Test
    void hostile_names_and_forty_vms_a_host_are_painted_without_harm(FxRobot robot) {
        SampleSite sample = SampleSite.bare(4, 40);
        sample.say(ElementId.vm("uuid-guest-1-0"), NAME, "\u202E" + "\uD83D\uDE80\u0000é".repeat(70))
                .say(ElementId.host("h2"), NAME, "vm;reboot $(id)\n".repeat(30))
                .by("libvirt@h1", 6000);
        show(robot, sample.at(7000));

        assertThat(map.picture().vmsOf(ElementId.host("h1"))).hasSize(40);
        assertThat(card(robot, ElementId.host("h2"))).isEqualTo(Palette.DARK.card());
    }

    @Test
    void a_fleet_is_cells_and_is_there_at_once(FxRobot robot) {
        show(robot, SampleSite.fleet(400, 40).at(2000));

        assertThat(map.picture().level(map.camera().scale())).isEqualTo(Picture.Level.CELLS);
        assertThat(shownWords(robot)).anyMatch(words -> words.startsWith("cell = host"));
    }

    @Test
    void facts_repaint_only_the_places_that_changed_and_leave_what_a_whole_painting_would(FxRobot robot) {
        SampleSite sample = SampleSite.console();
        show(robot, sample.beat(60_000, 1000).at(60_500));
        long[] before = map.canvas().counts();
        for (int i = 1; i <= 5; i++) {
            sample.say(ElementId.host("node-2"), MEMORY_FREE, i * 7 * SampleSite.GIB)
                    .by("libvirt@node-2", 60_000 + i * 1000);
            show(robot, sample.beat(60_000 + i * 1000, 1000 + 200 * i).at(60_500 + i * 1000));
        }
        long[] after = map.canvas().counts();
        assertThat(after[0]).as("whole paintings").isEqualTo(before[0]);
        assertThat(after[1]).as("patches").isGreaterThan(before[1] + 5);

        assertThat(changedByAWholePainting(robot)).isZero();
    }

    @Test
    void facts_on_a_large_site_leave_what_a_whole_painting_would_at_every_level(FxRobot robot) {
        for (double zoom : List.of(0.05, 0.3, 0.7, 1.0)) {
            SampleSite sample = SampleSite.equipped(64, 16, 6);
            show(robot, sample.at(2000));
            Box host = map.picture().boundsOf(ElementId.host("node-5")).orElseThrow();
            robot.interact(() -> {
                map.outlook().zoomNow(zoom / map.camera().scale(), 600, 380);
                map.outlook().centre(host.centreX(), host.centreY());
            });
            WaitForAsyncUtils.waitForFxEvents();
            sample.say(ElementId.host("node-5"), MEMORY_FREE, 60 * SampleSite.GIB)
                    .say(ElementId.host("node-4"), LINK, LinkState.HANGS)
                    .by("libvirt@node-5", 3000);
            show(robot, sample.at(4000));

            assertThat(changedByAWholePainting(robot)).as("at %s", zoom).isZero();
        }
    }

    private int changedByAWholePainting(FxRobot robot) {
        WritableImage[] images = new WritableImage[2];
        robot.interact(() -> {
            images[0] = map.snapshot(null, null);
            map.palette(Palette.LIGHT);
            map.paintNow();
            map.palette(Palette.DARK);
            map.paintNow();
            images[1] = map.snapshot(null, null);
        });
        return differences(images[0], images[1]);
    }

    /** How many pixels differ by more than the last bit of a blend. */
    private static int differences(WritableImage one, WritableImage other) {
        int different = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                int a = one.getPixelReader().getArgb(x, y);
                int b = other.getPixelReader().getArgb(x, y);
                for (int shift = 0; a != b && shift < 24; shift += 8) {
                    if (Math.abs((a >> shift & 255) - (b >> shift & 255)) > 2) {
                        different++;
                        break;
                    }
                }
            }
        }
        return different;
    }

    @Test
    void facts_that_cannot_be_seen_paint_nothing(FxRobot robot) {
        SampleSite sample = SampleSite.console();
        show(robot, sample.at(60_500));
        long[] before = map.canvas().counts();
        sample.say(ElementId.vm("uuid-build"), DIRTY_RATE, 12_345L).by("libvirt@node-6", 60_600);
        show(robot, sample.at(60_600));

        assertThat(map.canvas().counts()).isEqualTo(before);
    }

    @Test
    void at_a_larger_scale_everything_is_larger_and_still_fits(FxRobot robot) {
        show(robot, console);
        Box usual = map.seen(ElementId.vm("uuid-build")).orElseThrow();
        robot.interact(() -> map.scale(1.5));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(map.seen(ElementId.vm("uuid-build")).orElseThrow().height()).isGreaterThan(usual.height() * 1.1);
        assertThat(new Box(0, 0, 1200, 760).contains(map.seen(HOST).orElseThrow()))
                .isTrue();
    }

    @Test
    void progress_is_painted_on_the_chip(FxRobot robot) {
        show(robot, console);
        ElementId vm = ElementId.vm("uuid-payroll-db");
        Box chip = map.seen(vm).orElseThrow();
        Color before = at(robot, chip.x() + 8, chip.bottom() - 3);
        robot.interact(() ->
                map.works(List.of(new ChipWork(vm, ElementId.host("node-2"), HOST, 0.5, "2.1 GiB left", "copying"))));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(at(robot, chip.x() + 8, chip.bottom() - 3)).isNotEqualTo(before);

        robot.interact(() -> map.works(List.of()));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(at(robot, chip.x() + 8, chip.bottom() - 3)).isEqualTo(before);
    }
}
