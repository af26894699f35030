package org.redoubt.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.port.Entry;
import org.redoubt.agent.sim.SimAgents;
import org.redoubt.agent.sim.SimSpec;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.Outcome;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The whole way of a move on the simulated site, through the real window. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class SimulatedConsoleTest {

    /** Simulated moves take seconds, and nothing here is about how many. */
    private static final double SPEED = 4;

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

    private void press(String button) {
        console.until(
                button + " can be pressed",
                () -> console.shows(button) && !robot.lookup(button).query().isDisabled());
        robot.interact(() -> robot.lookup(button).queryAs(Button.class).fire());
    }

    /** What kinds of lines the journal has. */
    private List<String> written() {
        return console.journal().stream()
                .map(entry -> entry.getClass().getSimpleName())
                .toList();
    }

    @Test
    void aVmDraggedOntoAHostLandsThereAndTheJournalHasIntentAndOutcome() {
        ElementId vm = console.vm("payroll-web");
        ElementId host = console.host("node-3");
        console.carry(vm, host);
        assertThat(console.map().answers()).hasSizeGreaterThan(5);
        console.drop();
        console.until("the plan is shown", () -> console.shows("#plan-sheet"));
        assertThat(console.works()).isEmpty();

        press("#plan-confirm");
        console.until("the strip shows the work", () -> console.says("payroll-web: node-2 → node-3"));
        console.until(
                "the chip lands", () -> console.whereIs(vm).filter(host::equals).isPresent());
        console.workEnds(Outcome.Done.class);
        assertThat(written()).containsExactly("Opened", "Intended", "Concluded", "Scored");
        console.until("the strip is empty again", () -> console.says("Running work: none"));
        console.until("the toast tells", () -> console.says("payroll-web: node-2 → node-3: done"));
    }

    @Test
    void aDropThatCannotBeShowsEveryReasonAndStartsNothing() {
        ElementId vm = console.vm("payroll-db");
        console.carry(vm, console.host("node-6"));
        console.drop();
        console.until("the plan is shown", () -> console.shows("#plan-sheet"));

        assertThat(console.says("cannot be done as things stand")).isTrue();
        assertThat(console.words().stream()
                        .filter(word -> word.startsWith("✕ "))
                        .count())
                .as("reasons on the sheet: " + console.words())
                .isGreaterThan(2);
        assertThat(robot.lookup("#plan-confirm").query().isDisabled()).isTrue();
        robot.type(KeyCode.ESCAPE);
        console.until("the sheet is gone", () -> !console.shows("#plan-sheet"));
        assertThat(console.works()).isEmpty();
        assertThat(written()).containsExactly("Opened");
    }

    @Test
    void anUnknownOwnerIsRefusedUntilItIsAcceptedByName() {
        ElementId vm = console.vm("dr-web");
        ElementId host = console.host("node-10");
        console.carry(vm, host);
        console.drop();
        console.until("the plan is shown", () -> console.shows("#plan-sheet"));
        assertThat(robot.lookup("#plan-confirm").query().isDisabled()).isTrue();
        assertThat(console.says("To be accepted by name: owner-unknown")).isTrue();

        robot.clickOn("#accept-owner-unknown");
        press("#plan-confirm");
        console.workEnds(Outcome.Done.class);
        assertThat(console.journal())
                .filteredOn(Entry.Intended.class::isInstance)
                .singleElement()
                .satisfies(entry ->
                        assertThat(((Entry.Intended) entry).intent().accepted()).containsExactly("owner-unknown"));
    }

    @Test
    void cancelMidwayLeavesItWhereItWasAndSaysSo() {
        ElementId vm = console.vm("payroll-db");
        ElementId from = console.whereIs(vm).orElseThrow();
        console.carry(vm, console.host("node-3"));
        console.drop();
        console.until("the plan is shown", () -> console.shows("#plan-sheet"));
        console.limitBandwidth("100");
        press("#plan-confirm");
        console.until("it is copying", () -> console.says("remaining ") && console.says("MiB/s"));

        robot.clickOn(".cancel-work");
        console.workEnds(Outcome.Unchanged.class);
        assertThat(console.whereIs(vm)).contains(from);
        console.until("the toast tells", () -> console.says("payroll-db: node-2 → node-3: unchanged"));
        assertThat(console.journal())
                .last()
                .isInstanceOfSatisfying(
                        Entry.Concluded.class,
                        entry -> assertThat(entry.outcome()).isInstanceOf(Outcome.Unchanged.class));
    }

    @Tag("large")
    @Test
    void byKeyboardAloneAVmIsFoundAndMoved() {
        ElementId vm = console.vm("jump-1");
        robot.type(KeyCode.F);
        console.until("the palette is open", () -> console.shows("#palette-field"));
        robot.write("jump-1").type(KeyCode.ENTER);
        console.until(
                "it is inspected",
                () -> console.map().selected().filter(vm::equals).isPresent());
        robot.type(KeyCode.M);
        console.until("hosts are offered", () -> console.shows("#target-chooser"));
        robot.write("node-3").type(KeyCode.ENTER);
        console.until("the plan is shown", () -> console.shows("#plan-sheet"));

        robot.type(KeyCode.ENTER); // one too many: Leave has the focus
        console.until("the sheet is gone", () -> !console.shows("#plan-sheet"));
        assertThat(console.works()).isEmpty();

        robot.type(KeyCode.M);
        console.until("hosts are offered", () -> console.shows("#target-chooser"));
        robot.write("node-3").type(KeyCode.ENTER);
        console.until("the plan is shown", () -> console.shows("#plan-sheet"));
        robot.type(KeyCode.TAB).type(KeyCode.ENTER);
        console.workEnds(Outcome.Done.class);
        assertThat(console.whereIs(vm)).contains(console.host("node-3"));
    }

    @Tag("large")
    @Test
    void fromTheTableAVmIsMovedToo() {
        ElementId vm = console.vm("wiki");
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
        console.until("the table is shown", () -> console.shows("#vm-table"));
        console.type("#vm-filter", "wiki");
        console.until("one line is left", () -> rows() == 1 && linesDrawn() == 1);
        robot.clickOn((Node node) -> node instanceof TableCell<?, ?> cell && "wiki".equals(cell.getText()));
        console.until(
                "it is selected on the map",
                () -> console.map().selected().filter(vm::equals).isPresent());
        robot.type(KeyCode.M);
        console.until("hosts are offered", () -> console.shows("#target-chooser"));
        robot.write("node-1").type(KeyCode.ENTER);
        console.until("the plan is shown", () -> console.shows("#plan-sheet"));
        press("#plan-confirm");
        console.workEnds(Outcome.Done.class);
        console.until("the table says so too", () -> console.says("node-1"));
    }

    /** Until they are laid out, lines still stand where they stood before. */
    private long linesDrawn() {
        return robot.lookup((Node node) -> node instanceof TableRow<?> row && row.isVisible() && !row.isEmpty())
                .queryAll()
                .size();
    }

    private int rows() {
        TableView<?> table = robot.lookup("#vm-table").query();
        return table.getItems().size();
    }
}
