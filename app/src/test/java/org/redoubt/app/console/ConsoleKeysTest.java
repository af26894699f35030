package org.redoubt.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.sim.SimAgents;
import org.redoubt.agent.sim.SimSpec;
import org.redoubt.topology.model.ElementId;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.robot.BaseRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Keys, looks and ways out: nothing that is left half way has any effect. */
@Tag("ui")
@Tag("large")
@ExtendWith(ApplicationExtension.class)
class ConsoleKeysTest {

    /** The first thing goes wrong some seconds after the start; nothing here is about how long anything takes. */
    private static final double SPEED = 8;

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

    /** A key as any other, without the rest that the robot takes after each. */
    private void tap(KeyCode key) {
        BaseRobot keyboard = robot.robotContext().getBaseRobot();
        keyboard.pressKeyboard(key);
        keyboard.releaseKeyboard(key);
        WaitForAsyncUtils.waitForFxEvents(1);
    }

    @Test
    void escapeLeavesAtEveryStageAndNothingHappens() {
        ElementId vm = console.vm("payroll-web");
        console.carry(vm, console.host("node-3"));
        robot.type(KeyCode.ESCAPE);
        console.drop();
        assertThat(console.shows("#plan-sheet")).isFalse();

        robot.interact(() -> console.map().requestFocus());
        robot.type(KeyCode.F);
        console.until("the palette", () -> console.shows("#palette-field"));
        robot.type(KeyCode.ESCAPE);
        console.until("the palette is gone", () -> !console.shows("#palette-field"));

        console.carry(vm, console.host("node-3"));
        console.drop();
        console.until("the plan", () -> console.shows("#plan-sheet"));
        robot.type(KeyCode.ESCAPE);
        console.until("the plan is gone", () -> !console.shows("#plan-sheet"));

        robot.type(KeyCode.M);
        console.until("the hosts", () -> console.shows("#target-chooser"));
        robot.type(KeyCode.ESCAPE);
        console.until("the hosts are gone", () -> !console.shows("#target-chooser"));

        robot.type(KeyCode.ESCAPE);
        console.until("nothing is selected", () -> console.map().selected().isEmpty());
        assertThat(console.works()).isEmpty();
        assertThat(console.journal()).hasSize(1);
    }

    @Test
    void noPlainKeyDoesMoreThanLook() {
        ElementId vm = console.vm("payroll-web");
        robot.interact(() -> console.map().requestFocus());
        robot.clickOn(console.map(), MouseButton.PRIMARY);
        for (KeyCode key : KeyCode.values()) {
            if (key.isLetterKey()
                    || key.isDigitKey()
                    || key == KeyCode.ENTER
                    || key == KeyCode.SPACE
                    || key == KeyCode.DELETE
                    || key == KeyCode.BACK_SPACE) {
                tap(key);
                tap(KeyCode.ESCAPE);
            }
        }
        assertThat(console.works()).isEmpty();
        assertThat(console.journal()).hasSize(1);
        assertThat(console.whereIs(vm)).isPresent();
    }

    @Test
    void figureKeysTurnLayersOnAndOff() {
        console.host("node-1");
        console.until("the layer is offered", () -> console.shows("#layer-network"));
        CheckBox network = robot.lookup("#layer-network").queryAs(CheckBox.class);
        assertThat(network.isSelected()).isTrue();
        robot.type(KeyCode.DIGIT1);
        assertThat(network.isSelected()).isFalse();
        robot.type(KeyCode.DIGIT1);
        assertThat(network.isSelected()).isTrue();
    }

    @Test
    void aKeyTypedIntoTheSearchIsTextAndNoCommand() {
        console.host("node-1");
        robot.type(KeyCode.F);
        console.until("the palette", () -> console.shows("#palette-field"));
        robot.write("m1n");
        assertThat(robot.lookup("#palette-field").queryTextInputControl().getText())
                .isEqualTo("m1n");
        assertThat(robot.lookup("#layer-network").queryAs(CheckBox.class).isSelected())
                .isTrue();
        assertThat(console.shows("#target-chooser")).isFalse();
    }

    @Test
    void themeAndScaleChangeWhileItIsOpenAndAreKept() throws Exception {
        console.host("node-1");
        Labeled name = robot.lookup("#site-name").queryAs(Labeled.class);
        double size = name.getFont().getSize();
        var colour = name.getTextFill();
        robot.press(KeyCode.CONTROL)
                .type(KeyCode.EQUALS)
                .type(KeyCode.EQUALS)
                .type(KeyCode.T)
                .release(KeyCode.CONTROL);
        console.until("larger", () -> name.getFont().getSize() > size * 1.2);
        console.until("another colour", () -> !name.getTextFill().equals(colour));
        assertThat(java.nio.file.Files.readString(folder.resolve("settings")))
                .contains("light")
                .contains("1.25");
        robot.press(KeyCode.CONTROL)
                .type(KeyCode.MINUS)
                .type(KeyCode.MINUS)
                .type(KeyCode.T)
                .release(KeyCode.CONTROL);
        console.until("as before", () -> Math.abs(name.getFont().getSize() - size) < 0.01);
    }

    @Test
    void theNextProblemIsGoneToAndExplained() {
        console.until("something is abnormal", () -> console.shows("#abnormal"));
        robot.interact(() -> console.map().requestFocus());
        robot.type(KeyCode.N);
        console.until("it is inspected", () -> console.map().selected().isPresent());
        assertThat(console.says("What is said of it".toUpperCase(java.util.Locale.ROOT)))
                .isTrue();
    }

    @Test
    void f1ListsTheKeys() {
        robot.type(KeyCode.F1);
        console.until("the keys", () -> console.shows("#shortcuts"));
        assertThat(console.says("Ctrl K")).isTrue();
        robot.type(KeyCode.ESCAPE);
        console.until("gone", () -> !console.shows("#shortcuts"));
    }
}
