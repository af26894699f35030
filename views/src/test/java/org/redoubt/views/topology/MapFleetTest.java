package org.redoubt.views.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.MEMORY;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.RUNS_ON;
import static org.redoubt.topology.model.Attributes.STATE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.plan.Fit;
import org.redoubt.topology.plan.Objection;
import org.redoubt.topology.plan.Prediction;
import org.redoubt.views.parts.Look;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A site of hundreds of hosts: flying, finding one's way, and a VM in hand. */
@Tag("ui")
@Tag("large")
@ExtendWith(ApplicationExtension.class)
class MapFleetTest {

    private static final int HOSTS = 400;

    private final List<String> told = new ArrayList<>();
    private final List<Runnable> asked = new ArrayList<>();
    private final ElementId vm = ElementId.vm("uuid-ledger");
    private final Site site = fleet();
    private MapView map;
    private ElementId host;

    private Site fleet() {
        SampleSite sample = SampleSite.fleet(HOSTS, 40);
        ElementId home = ElementId.host(sample.site()
                .hosts()
                .map(Element.Host::id)
                .sorted()
                .findFirst()
                .orElseThrow()
                .key());
        sample.say(vm, NAME, "ledger")
                .say(vm, RUNS_ON, home)
                .say(vm, STATE, RunState.RUNNING)
                .say(vm, MEMORY, 8L << 30)
                .by("libvirt@" + home.key(), 1500);
        return sample.at(2000);
    }

    @Start
    void start(Stage stage) {
        map = new MapView(new Recording(), asked::add);
        Scene scene = new Scene(map, 1400, 860);
        new Look(true, 1).apply(scene);
        stage.setScene(scene);
        stage.show();
        map.show(site);
        host = map.picture().hosts().get(HOSTS / 2 + 7);
    }

    /** The last twenty hosts fit, the last two best; no other does. */
    private final class Recording implements MapActions {
        @Override
        public void selected(Optional<ElementId> id) {
            told.add("selected " + id.map(ElementId::key).orElse("nothing"));
        }

        @Override
        public List<Fit> fits(ElementId wanted) {
            List<ElementId> hosts = map.picture().hosts();
            List<Fit> fits = new ArrayList<>();
            for (int i = 0; i < hosts.size(); i++) {
                boolean can = i >= hosts.size() - 20;
                List<String> costs = i < hosts.size() - 2 ? List.of("leaves 4 % of its memory free") : List.of();
                fits.add(new Fit(
                        hosts.get(i),
                        can ? List.of() : List.of(new Objection("cluster", "in another cluster", "", false)),
                        can ? costs : List.of(),
                        Optional.of(new Prediction(4100 - i, 38, 8L << 30, true, ""))));
            }
            return fits;
        }

        @Override
        public void dropped(ElementId wanted, ElementId on) {
            told.add("dropped " + wanted.key() + " on " + on.key());
        }

        @Override
        public void moveRequested(ElementId wanted) {}

        @Override
        public void opened(ElementId id) {
            told.add("opened " + id.key());
        }
    }

    private void until(Callable<Boolean> state) {
        try {
            WaitForAsyncUtils.waitFor(
                    10, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(state).get());
        } catch (TimeoutException late) {
            throw new AssertionError("never came; the map says " + words(new FxRobot(), "#map"), late);
        }
    }

    private Point2D on(ElementId id) {
        Box box = map.seen(id).orElseThrow();
        return map.localToScreen(box.centreX(), box.centreY());
    }

    private static Bounds cardBounds(FxRobot robot) {
        Node card = robot.lookup("#hover-card").query();
        return card.localToParent(card.getLayoutBounds());
    }

    private static List<String> words(FxRobot robot, String within) {
        return robot
                .lookup(within)
                .lookup((Node node) -> node instanceof Labeled && node.isVisible())
                .queryAll()
                .stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    private void answer(FxRobot robot) {
        List<Runnable> now = List.copyOf(asked);
        asked.clear();
        now.forEach(Runnable::run);
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {});
    }

    private boolean inTheMiddle(ElementId id) {
        Box box = map.seen(id).orElseThrow();
        return box.contains(map.getWidth() / 2, (map.getHeight() - 32) / 2);
    }

    @Test
    void the_wheel_zooms_at_the_pointer_and_what_lies_there_stays_there(FxRobot robot) {
        robot.moveTo(on(host));
        Box before = map.seen(host).orElseThrow();
        robot.scroll(8, VerticalDirection.UP);
        until(() -> map.seen(host).orElseThrow().width() > before.width() * 4);

        assertThat(map.seen(host).orElseThrow().contains(before.centreX(), before.centreY()))
                .isTrue();
    }

    @Test
    void it_cannot_be_moved_out_of_sight(FxRobot robot) {
        robot.interact(map::requestFocus);
        robot.interact(() -> {
            for (int i = 0; i < 60; i++) {
                map.fireEvent(new javafx.scene.input.KeyEvent(
                        javafx.scene.input.KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, true, false, false, false));
            }
        });
        List<Box> hosts = map.picture().hosts().stream()
                .map(id -> map.seen(id).orElseThrow())
                .toList();
        assertThat(hosts).as("moved").anyMatch(box -> box.right() < 0);
        assertThat(hosts).as("still there").anyMatch(box -> box.x() > 100);
    }

    @Test
    void enter_flies_into_what_is_pointed_at_and_backspace_out_again(FxRobot robot) {
        robot.interact(map::requestFocus);
        Box fit = map.seen(host).orElseThrow();
        robot.moveTo(on(host));
        until(() -> robot.lookup("#hover-card").query().isVisible());
        assertThat(words(robot, "#hover-card")).contains("connected", "Enter to zoom in");

        robot.type(KeyCode.ENTER);
        until(() -> inTheMiddle(host) && map.seen(host).orElseThrow().width() > 250 && !map.flying());
        until(() -> robot.lookup("#crumbs").query().isVisible()
                && words(robot, "#crumbs").getLast().equals(site.nameOf(host)));
        assertThat(words(robot, "#crumbs")).hasSize(5).startsWith(site.name(), "›");

        robot.type(KeyCode.BACK_SPACE);
        until(() -> words(robot, "#crumbs").size() == 3 && !map.flying());
        robot.type(KeyCode.BACK_SPACE);
        until(() -> map.seen(host).orElseThrow().equals(fit) && !map.flying());
        assertThat(robot.lookup("#crumbs").query().isVisible()).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void a_double_click_flies_into_a_host_and_a_crumb_out_to_its_cluster(FxRobot robot) {
        robot.doubleClickOn(on(host));
        // on its way it passes over others
        until(() -> words(robot, "#crumbs").size() == 5 && !map.flying());
        String cluster = words(robot, "#crumbs").get(2);
        robot.clickOn(cluster);
        until(() -> words(robot, "#crumbs").equals(List.of(site.name(), "›", cluster)));

        ElementId id = map.picture()
                .clusterAt(
                        map.picture().boundsOf(host).orElseThrow().centreX(),
                        map.picture().boundsOf(host).orElseThrow().centreY())
                .orElseThrow();
        assertThat(id.kind()).isEqualTo(ElementKind.CLUSTER);
        until(() -> new Box(0, 0, map.getWidth(), map.getHeight())
                .contains(map.seen(id).orElseThrow()));
    }

    @Test
    void the_corner_shows_all_of_the_site_where_one_sees_a_part_and_brings_one_elsewhere(FxRobot robot) {
        assertThat(robot.lookup("#minimap").query().isVisible()).isFalse();
        robot.interact(() -> map.flyTo(host));
        until(() -> inTheMiddle(host) && !map.flying());
        Node corner = robot.lookup("#minimap").query();
        until(corner::isVisible);

        Bounds at = corner.localToScreen(corner.getLayoutBounds());
        robot.moveTo(at.getMinX() + 10, at.getMinY() + 10)
                .press(MouseButton.PRIMARY)
                .release(MouseButton.PRIMARY);
        until(() -> !inTheMiddle(host));
        assertThat(map.seen(host).orElseThrow().x()).isGreaterThan(map.getWidth());
    }

    @Test
    void the_card_beside_the_pointer_stays_within_the_window_and_never_under_it(FxRobot robot) {
        for (ElementId id :
                List.of(map.picture().hosts().getFirst(), map.picture().hosts().getLast(), host)) {
            Point2D at = on(id);
            robot.moveTo(at);
            until(() -> words(robot, "#hover-card").getFirst().endsWith(site.nameOf(id)));
            Bounds card = cardBounds(robot);
            assertThat(map.getLayoutBounds().contains(card)).as(id.toString()).isTrue();
            assertThat(card.contains(map.screenToLocal(at))).isFalse();
        }
    }

    @Test
    void a_vm_is_in_hand_at_once_and_says_that_the_hosts_are_still_being_asked(FxRobot robot) {
        robot.interact(() -> map.chooseTarget(vm));
        assertThat(robot.lookup("#target-list").query().isVisible()).isTrue();
        assertThat(words(robot, "#target-list")).contains("asking " + HOSTS + " hosts…");

        answer(robot);
        assertThat(words(robot, "#target-list")).contains("20 of " + HOSTS + " hosts can take it");
        assertThat(map.answers()).as("only what may take it is said on the map").hasSize(20);
    }

    @Test
    void a_figure_drops_it_on_the_target_of_that_number(FxRobot robot) {
        robot.interact(() -> map.chooseTarget(vm));
        answer(robot);
        List<ElementId> hosts = map.picture().hosts();
        robot.type(KeyCode.DIGIT2);

        assertThat(told)
                .containsExactly(
                        "dropped " + vm.key() + " on " + hosts.get(HOSTS - 2).key());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#target-list").query().isVisible()).isFalse();
    }

    @Test
    void arrows_walk_the_targets_and_enter_drops(FxRobot robot) {
        robot.interact(() -> map.chooseTarget(vm));
        answer(robot);
        List<ElementId> hosts = map.picture().hosts();
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.UP).type(KeyCode.ENTER);

        assertThat(told)
                .containsExactly(
                        "dropped " + vm.key() + " on " + hosts.get(HOSTS - 2).key());
    }

    @Test
    void the_host_under_the_pointer_says_why_not(FxRobot robot) {
        robot.interact(() -> map.chooseTarget(vm));
        answer(robot);
        robot.moveTo(on(host)).moveBy(1, 0);
        until(() -> words(robot, "#target-list").contains("in another cluster"));

        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(map.answers()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void taken_by_keyboard_it_is_carried_by_the_mouse_and_a_click_drops_it(FxRobot robot) {
        robot.interact(() -> map.chooseTarget(vm));
        answer(robot);
        robot.clickOn(on(host));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(told).containsExactly("dropped " + vm.key() + " on " + host.key());
    }
}
