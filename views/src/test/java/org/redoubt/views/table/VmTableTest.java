package org.redoubt.views.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The table in a window, with as many VMs as a large site has. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class VmTableTest {

    private static final int ALL = 40_000;
    private static final Source SOURCE = new Source("libvirt", "all");

    private final VmLines lines = new VmLines();
    private final List<ElementId> told = new ArrayList<>();
    private final List<ElementId> moved = new ArrayList<>();
    private Site site = Site.empty("large");
    private long sequence;
    private VmTable table;
    private TableView<VmRow> rows;

    @Start
    @SuppressWarnings("unchecked")
    void start(Stage stage) {
        said(i -> true, 1_000);
        table = new VmTable(id -> id.ifPresent(told::add), moved::add, this::refresh);
        stage.setScene(new Scene(table, 1000, 600));
        stage.show();
        rows = (TableView<VmRow>) table.lookup("#vm-table");
        refresh();
    }

    private static ElementId vm(int number) {
        return ElementId.vm("u-" + number);
    }

    /** Those of the numbers that are there: their load grows with the number, their hosts come the other way round. */
    private void said(IntPredicate there, long at) {
        List<Assertion<?>> said = new ArrayList<>();
        for (int i = 0; i < ALL; i++) {
            ElementId id = vm(i);
            if (there.test(i)) {
                said.add(new Assertion<>(id, Attributes.NAME, "vm-" + i));
                said.add(new Assertion<>(id, Attributes.STATE, RunState.RUNNING));
                said.add(new Assertion<>(id, Attributes.RUNS_ON, ElementId.host("h" + (ALL - i) / 16)));
                said.add(new Assertion<>(id, Attributes.CPU_LOAD, (double) i / ALL));
            } else {
                said.add(Assertion.gone(id, Attributes.NAME));
                said.add(Assertion.gone(id, Attributes.STATE));
                said.add(Assertion.gone(id, Attributes.RUNS_ON));
                said.add(Assertion.gone(id, Attributes.CPU_LOAD));
            }
        }
        site = Folding.fold(site, new Fact.Report(SOURCE, ++sequence, at, said));
    }

    private void refresh() {
        table.show(lines.follow(site, table.wish()));
    }

    private void keys(FxRobot robot, KeyCode held, KeyCode... typed) {
        robot.press(held);
        for (KeyCode code : typed) {
            robot.type(code);
        }
        robot.release(held);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private List<String> selected() throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> rows.getSelectionModel().getSelectedItems().stream()
                        .map(VmRow::name)
                        .toList())
                .get(20, TimeUnit.SECONDS);
    }

    private boolean says(FxRobot robot, String text) {
        return robot.lookup((Node node) ->
                        node instanceof Label label && label.getText().equals(text))
                .tryQuery()
                .isPresent();
    }

    @Test
    void allOfThemAreSelectedAtOnceAndStaySoWhileFilteredAndSorted(FxRobot robot) throws Exception {
        robot.interact(table::takeFocus);
        keys(robot, KeyCode.CONTROL, KeyCode.A);
        assertThat(says(robot, "40000 VMs · 40000 selected")).isTrue();

        robot.interact(() ->
                rows.getSortOrder().setAll(List.of(rows.getColumns().get(Column.LOAD.ordinal()))));
        assertThat(says(robot, "40000 VMs · 40000 selected")).isTrue();
        assertThat(selected()).hasSize(ALL);

        robot.type(KeyCode.SLASH).write("vm-3999");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(says(robot, "11 of 40000 VMs · 40000 selected")).isTrue();
        assertThat(selected()).hasSize(11);
    }

    @Test
    void aRangeIsDrawnWithTheKeyboardAndFoundAgainInAnotherOrder(FxRobot robot) throws Exception {
        robot.interact(table::takeFocus);
        keys(robot, KeyCode.SHIFT, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.UP);
        assertThat(selected()).containsExactly("vm-0", "vm-1", "vm-2");

        robot.interact(() ->
                rows.getSortOrder().setAll(List.of(rows.getColumns().get(Column.HOST.ordinal()))));
        assertThat(selected()).containsExactlyInAnyOrder("vm-0", "vm-1", "vm-2");
        keys(robot, KeyCode.SHIFT, KeyCode.END);
        robot.type(KeyCode.HOME);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(selected()).containsExactly(rows.getItems().getFirst().name());
    }

    @Test
    void whatIsFilteredOutIsSelectedStillWhenItComesBack(FxRobot robot) throws Exception {
        robot.interact(() -> table.select(Optional.of(vm(123))));
        robot.clickOn("#vm-filter").write("vm-77");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(rows.getItems()).hasSize(111);
        assertThat(selected()).isEmpty();

        robot.eraseText(5);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(rows.getItems()).hasSize(ALL);
        assertThat(selected()).containsExactly("vm-123");
    }

    @Test
    void aNewerSiteRewritesTheLinesInTheirPlacesAndKeepsTheSelection(FxRobot robot) throws Exception {
        robot.interact(() -> table.select(Optional.of(vm(2))));
        assertThat(cells(robot, "vm-3")).isPresent();
        said(i -> i != 3, 2_000);
        robot.interact(this::refresh);
        assertThat(cells(robot, "vm-3")).isEmpty();
        assertThat(rows.getItems()).hasSize(ALL - 1);
        assertThat(selected()).containsExactly("vm-2");

        assertThat(cells(robot, "2 s")).isEmpty();
        site = Folding.fold(site, new Fact.Tick(4_000));
        robot.interact(this::refresh);
        assertThat(cells(robot, "2 s")).isPresent();
        assertThat(selected()).containsExactly("vm-2");
    }

    @Test
    void oneThatComesBackIsNotSelectedBecauseItWasOnce(FxRobot robot) throws Exception {
        robot.interact(table::takeFocus);
        keys(robot, KeyCode.CONTROL, KeyCode.A);
        said(i -> i != 5, 2_000);
        robot.interact(this::refresh);
        assertThat(says(robot, "39999 VMs · 39999 selected")).isTrue();
        said(i -> true, 3_000);
        robot.interact(this::refresh);
        assertThat(says(robot, "40000 VMs · 39999 selected")).isTrue();
        assertThat(selected()).hasSize(ALL - 1).doesNotContain("vm-5");
    }

    @Test
    void theOneChosenLastIsToldAndMoved(FxRobot robot) {
        robot.interact(table::takeFocus);
        robot.clickOn((Node node) -> node instanceof TableCell<?, ?> cell && "vm-4".equals(cell.getText()));
        keys(robot, KeyCode.SHIFT, KeyCode.DOWN);
        robot.type(KeyCode.M);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(told).containsExactly(vm(0), vm(4), vm(5));
        assertThat(moved).containsExactly(vm(5));
    }

    private static Optional<Node> cells(FxRobot robot, String text) {
        return robot.lookup((Node node) -> node instanceof TableCell<?, ?> cell && text.equals(cell.getText()))
                .tryQuery();
    }
}
