package org.redoubt.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.sim.SimAgents;
import org.redoubt.agent.sim.SimSpec;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.picture.Box;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Filters in the real window: they dim and count, and move nothing. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ConsoleFilterTest {

    @TempDir
    Path folder;

    private ConsoleUnderTest console;
    private FxRobot robot;

    @Start
    void start(Stage stage) throws Exception {
        console = new ConsoleUnderTest(stage, desk -> new SimAgents(SimSpec.demo(7), desk), folder);
        robot = console.robot();
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Tag("large")
    @Test
    void aClusterAndATagAreSetByKeyboardCombinedShownAsChipsAndClearedWithEsc() {
        ElementId host = console.host("node-1");
        console.vm("payroll-web");
        Box before = console.map().seen(host).orElseThrow();
        filter("cluster payroll");
        console.until("the chip counts", () -> console.says("cluster payroll") && console.says("3 of 10 hosts"));
        filter("tag database");
        console.until("both count together", () -> console.says("tag database") && !console.says("3 of 10 hosts · 2"));
        assertThat(console.map().seen(host)).as("nothing moves").contains(before);

        robot.type(KeyCode.ESCAPE);
        console.until("no filter is on", () -> !console.shows("#filter-bar"));
    }

    @Test
    void onlyAbnormalIsAKeyAndAChipTakesItAway() {
        console.vm("payroll-web");
        robot.type(KeyCode.A);
        console.until("the chip is there", () -> console.shows("#filter-bar") && console.says("only abnormal"));
        robot.clickOn(".filter-chip");
        console.until("it is gone", () -> !console.shows("#filter-bar"));
    }

    private void filter(String which) {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        console.until("the palette is open", () -> console.shows("#palette-field"));
        robot.write("filter: " + which);
        console.until("it is offered", () -> console.says("Filter: " + which));
        robot.type(KeyCode.ENTER);
        console.until("the palette is gone", () -> !console.shows("#palette-field"));
    }
}
