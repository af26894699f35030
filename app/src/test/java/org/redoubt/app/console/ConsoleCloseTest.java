package org.redoubt.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.preferences.FilePreferences;
import org.redoubt.agent.sim.SimAgents;
import org.redoubt.agent.sim.SimSpec;
import org.redoubt.controllers.settings.SettingsStore;
import org.redoubt.views.console.ConsoleStage;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window asks before it closes on work that is running. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ConsoleCloseTest {

    @TempDir
    Path folder;

    private final CountDownLatch closed = new CountDownLatch(1);
    private Stage stage;
    private ConsoleUnderTest console;
    private FxRobot robot;

    @Start
    void start(Stage given) throws Exception {
        stage = given;
        console = new ConsoleUnderTest(stage, desk -> new SimAgents(SimSpec.demo(7), desk), folder);
        robot = console.robot();
        SettingsStore settings = new SettingsStore(new FilePreferences(folder.resolve("settings")));
        new ConsoleStage(stage, console.window(), settings, console.title(), closed::countDown);
    }

    @AfterEach
    void close() {
        console.close();
    }

    private void askToClose() {
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private void press(String button) {
        robot.interact(() -> robot.lookup(button).queryAs(Button.class).fire());
    }

    @Test
    void withoutWorkItClosesAtOnce() throws Exception {
        console.host("node-1");
        askToClose();
        assertThat(closed.await(ConsoleUnderTest.PATIENCE, TimeUnit.SECONDS)).isTrue();
        assertThat(stage.isShowing()).isFalse();
    }

    @Test
    void onRunningWorkItAsksAndStaysWhenToldTo() throws Exception {
        console.carry(console.vm("payroll-db"), console.host("node-3"));
        console.drop();
        console.until("the plan is shown", () -> console.shows("#plan-sheet"));
        console.limitBandwidth("20");
        press("#plan-confirm");
        console.until("it is copying", () -> console.says("remaining "));

        askToClose();
        console.until("it asks", () -> console.says("Work is still running"));
        press("#close-stay");
        console.until("the question is gone", () -> !console.shows("#close-sheet"));
        assertThat(closed.getCount()).isEqualTo(1);

        askToClose();
        console.until("it asks again", () -> console.shows("#close-sheet"));
        press("#close-go");
        assertThat(closed.await(ConsoleUnderTest.PATIENCE, TimeUnit.SECONDS)).isTrue();
    }
}
