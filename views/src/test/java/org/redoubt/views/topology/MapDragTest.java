package org.redoubt.views.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Tone;
import org.redoubt.topology.plan.Fit;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A VM in the operator's hand, by mouse and by keyboard, through the real toolkit. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class MapDragTest {

    private static final ElementId VM = ElementId.vm("uuid-payroll-db");
    private static final ElementId HOST_2 = ElementId.host("node-2");
    private static final ElementId HOST_3 = ElementId.host("node-3");

    private final List<String> told = new ArrayList<>();
    private MapView map;

    @Start
    void start(Stage stage) {
        map = new MapView(new Recording(), Runnable::run);
        stage.setScene(new Scene(map, 1200, 760));
        stage.show();
        map.show(SampleSite.console().at(61_000));
    }

    /** Writes down what it is told; answers as the scene's hosts do. */
    private final class Recording implements MapActions {
        @Override
        public void selected(Optional<ElementId> id) {
            told.add("selected " + id.map(ElementId::key).orElse("nothing"));
        }

        @Override
        public List<Fit> fits(ElementId vm) {
            return MapScenes.answering().fits(vm);
        }

        @Override
        public void dropped(ElementId vm, ElementId host) {
            told.add("dropped " + vm.key() + " on " + host.key());
        }

        @Override
        public void moveRequested(ElementId vm) {
            told.add("move " + vm.key());
        }

        @Override
        public void opened(ElementId id) {
            told.add("opened " + id.key());
        }
    }

    private Point2D on(ElementId id) {
        Box box = map.seen(id).orElseThrow();
        return map.localToScreen(box.centreX(), box.y() + Math.min(box.height() / 2, 24));
    }

    @Test
    void every_host_answers_while_a_vm_is_dragged_and_a_drop_asks_for_the_move(FxRobot robot) {
        robot.moveTo(on(VM)).press(MouseButton.PRIMARY).moveTo(on(HOST_3));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(map.answers()).hasSize(6);
        assertThat(map.answers().get(HOST_3).tone()).isEqualTo(Tone.INTERACTION);
        assertThat(map.answers().get(ElementId.host("node-4")).lines())
                .containsExactly("not in cluster payroll", "3.1 GiB short");
        assertThat(told).isEmpty();

        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(told).containsExactly("dropped uuid-payroll-db on node-3");
        assertThat(map.answers()).isEmpty();
    }

    /** The wheel does not: JavaFX's GTK grabs the pointer for a drag, and no scrolling comes through that. */
    @Test
    void plus_brings_the_map_nearer_while_a_vm_is_held(FxRobot robot) throws TimeoutException {
        double before = map.camera().scale();
        robot.moveTo(on(VM)).press(MouseButton.PRIMARY).moveTo(on(HOST_3));
        robot.type(KeyCode.ADD);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> map.camera().scale() > 1.1 * before);
        assertThat(map.answers()).hasSize(6);
        robot.type(KeyCode.ESCAPE).release(MouseButton.PRIMARY);
    }

    @Test
    void escape_in_the_middle_of_a_drag_lets_go_with_no_effect(FxRobot robot) {
        robot.moveTo(on(VM)).press(MouseButton.PRIMARY).moveTo(on(HOST_3));
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(map.answers()).isEmpty();

        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(told).isEmpty();
    }

    @Test
    void a_drop_on_the_ground_or_at_home_does_nothing(FxRobot robot) {
        robot.moveTo(on(VM)).press(MouseButton.PRIMARY).moveTo(map.localToScreen(20, 20));
        robot.release(MouseButton.PRIMARY);
        robot.moveTo(on(VM)).press(MouseButton.PRIMARY).moveTo(on(HOST_2));
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(told).isEmpty();
    }

    @Test
    void a_press_without_a_way_is_a_click(FxRobot robot) {
        robot.clickOn(on(VM));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(told).containsExactly("selected uuid-payroll-db");
        assertThat(map.selected()).contains(VM);
    }

    @Test
    void by_keyboard_m_asks_and_the_target_is_chosen_with_arrows_and_enter(FxRobot robot) {
        robot.interact(() -> {
            map.requestFocus();
            map.select(Optional.of(VM), Set.of());
        });
        robot.type(KeyCode.M);
        assertThat(told).containsExactly("move uuid-payroll-db");

        robot.interact(() -> map.chooseTarget(VM));
        assertThat(map.answers()).hasSize(6);
        robot.type(KeyCode.LEFT).type(KeyCode.LEFT).type(KeyCode.ENTER);
        assertThat(told).last().isEqualTo("dropped uuid-payroll-db on node-1");
    }

    @Test
    void by_keyboard_escape_leaves_the_choice_of_a_target(FxRobot robot) {
        robot.interact(() -> map.chooseTarget(VM));
        robot.type(KeyCode.ESCAPE);

        assertThat(map.answers()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void the_keyboard_walks_hosts_and_vms_and_opens_them(FxRobot robot) {
        robot.interact(map::requestFocus);
        robot.type(KeyCode.TAB).type(KeyCode.TAB).type(KeyCode.ENTER);

        assertThat(told).containsExactly("selected node-1", "selected uuid-erp-app", "opened uuid-erp-app");
        assertThat(map.getAccessibleText()).contains("erp-app").contains("running on node-1");
    }

    @Test
    void the_wheel_zooms_about_the_pointer_and_0_shows_all_again(FxRobot robot) {
        Box before = map.seen(HOST_3).orElseThrow();
        robot.moveTo(on(HOST_3)).scroll(javafx.geometry.VerticalDirection.UP);
        WaitForAsyncUtils.waitForFxEvents();
        Box near = map.seen(HOST_3).orElseThrow();
        assertThat(near.width()).isNotEqualTo(before.width());

        robot.interact(map::requestFocus);
        robot.write("0");
        assertThat(waitFor(() -> map.seen(HOST_3).orElseThrow().equals(before))).isTrue();
    }

    private static boolean waitFor(java.util.concurrent.Callable<Boolean> state) {
        try {
            WaitForAsyncUtils.waitFor(10, java.util.concurrent.TimeUnit.SECONDS, state);
            return true;
        } catch (java.util.concurrent.TimeoutException late) {
            return false;
        }
    }
}
