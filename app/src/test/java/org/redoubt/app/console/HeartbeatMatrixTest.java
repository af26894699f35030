package org.redoubt.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.sim.SimAgents;
import org.redoubt.agent.sim.SimSpec;
import org.redoubt.topology.model.ElementKind;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The heartbeat matrix through the real window: it opens by a key, tells who fell silent, and leads to the map. */
@Tag("ui")
@Tag("large")
@ExtendWith(ApplicationExtension.class)
class HeartbeatMatrixTest {

    /** node-7 dies 40 simulated seconds after the start. */
    private static final double SPEED = 2;

    @TempDir
    Path folder;

    private ConsoleUnderTest console;
    private FxRobot robot;

    @Start
    void start(Stage stage) throws Exception {
        console = new ConsoleUnderTest(stage, desk -> new SimAgents(SimSpec.demo(7), desk, SPEED), folder);
        robot = console.robot();
    }

    @AfterEach
    void close() {
        console.close();
    }

    private TableView<?> matrix() {
        return robot.lookup("#beats").queryTableView();
    }

    private void open() {
        robot.interact(() -> console.map().requestFocus());
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT4).release(KeyCode.CONTROL);
        console.until("the matrix", () -> console.shows("#beats"));
        console.until("every host has its line", () -> matrix().getItems().size() == 13);
    }

    @Test
    void oneColumnForEachWayAndOneLineForEachHostUnderItsCluster() {
        open();
        console.until(
                "the columns",
                () -> matrix().getColumns().stream()
                        .map(TableColumn::getText)
                        .toList()
                        .equals(List.of("Host", "libvirt", "ssh", "ring 0", "ring 1", "bmc", "What runs out")));
        console.until("cells say how each is heard", () -> console.says("● heard 1 s"));
        assertThat(console.says("payroll · 3 hosts")).isTrue();
        assertThat(matrix().getColumns().getFirst().getWidth())
                .as("the names leave the room to what is said of them")
                .isLessThan(matrix().getWidth() / 3);
    }

    @Test
    void aLineThatIsSelectedIsSelectedOnTheMapAndEscapeLetsItGo() {
        open();
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN);
        console.until(
                "a host is selected below its cluster",
                () -> console.map()
                        .selected()
                        .filter(id -> id.kind() == ElementKind.HOST)
                        .isPresent());
        console.until("the inspector says how it is heard", () -> console.says("HOW IT IS HEARD"));
        console.until("with what it was judged by", () -> console.says("φ 0."));
        robot.type(KeyCode.ESCAPE);
        console.until("nothing is selected", () -> console.map().selected().equals(Optional.empty()));
    }

    @Test
    void aHostThatDiesIsToldByEachWayItselfAndByWhatRunsOut() {
        open();
        robot.interact(() ->
                robot.lookup("#beats-abnormal").queryAs(ToggleButton.class).fire());
        console.until(
                "its rings are said to be down",
                () -> console.says("web · 1 host, 1 abnormal") && console.says("✕ down"));
        console.until("its watchdog runs", () -> console.says("self-fence in "));
        console.until("its agents fall silent", () -> console.says("▲ late") || console.says("◆ suspect"));
        assertThat(console.says("node-7")).isTrue();
        assertThat(console.shows("#beats-doubt")).as("one host is no doubt").isFalse();
    }
}
