package org.redoubt.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.control.Button;
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
import org.redoubt.controllers.run.Phase;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.plan.Fit;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.topology.plan.move.Fitting;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** 2,500 hosts and 40,000 VMs through the real window: it opens, zooms, pans, finds, and a dragged VM lands. */
@Tag("ui")
@Tag("large")
@ExtendWith(ApplicationExtension.class)
class FleetConsoleTest {

    private static final int HOSTS = 2_500;
    private static final int VMS = 40_000;

    @TempDir
    Path folder;

    private ConsoleUnderTest console;
    private FxRobot robot;

    @Start
    void start(Stage stage) throws Exception {
        SimSpec spec = SimSpec.parse("sim:?hosts=" + HOSTS + "&vms=" + VMS + "&seed=7");
        console = new ConsoleUnderTest(stage, desk -> new SimAgents(spec, desk), folder);
        robot = console.robot();
    }

    @AfterEach
    void close() {
        console.close();
    }

    private Point2D on(ElementId id) {
        Box box = console.map().seen(id).orElseThrow();
        return console.map().localToScreen(box.centreX(), box.centreY());
    }

    private double width(ElementId id) {
        return console.map().seen(id).map(Box::width).orElse(0.0);
    }

    private void opened() {
        console.until("every host is heard", () -> console.site().hosts().count() == HOSTS);
        console.until("every VM is heard", () -> console.site().vms().count() >= VMS - 100);
        console.until("the map shows them", () -> console.says("cell = host, fill = load"));
    }

    /** Small VMs first: they move quickly. */
    private ElementId movable() {
        return console.site()
                .vms()
                .filter(vm -> vm.whereabouts().host().isPresent())
                .sorted(Comparator.comparing(
                                (Element.Vm vm) -> vm.value(Attributes.MEMORY).orElse(Long.MAX_VALUE))
                        .thenComparing(Element.Vm::id))
                .map(Element.Vm::id)
                .filter(vm -> best(vm).verdict() == Fit.Verdict.FITS)
                .findFirst()
                .orElseThrow();
    }

    private Fit best(ElementId vm) {
        return Fitting.ranked(console.site(), Fitting.of(console.site(), vm)).getFirst();
    }

    @Test
    void aVmIsDraggedAcrossTheFleetAndLands() {
        opened();
        ElementId vm = movable();
        ElementId from = console.whereIs(vm).orElseThrow();
        ElementId to = best(vm).host();

        robot.moveTo(on(from));
        console.until("the card tells of it", () -> console.shows("#hover-card") && console.says("Enter to zoom in"));
        for (int i = 0; i < 40 && width(from) < 300; i++) {
            robot.scroll(1, VerticalDirection.UP);
            WaitForAsyncUtils.waitForFxEvents();
        }
        console.until(
                "it is a card",
                () -> width(from) >= 300
                        && console.shows("#crumbs")
                        && !console.map().flying());
        Box before = console.map().seen(from).orElseThrow();
        robot.press(KeyCode.SHIFT)
                .type(KeyCode.DOWN)
                .type(KeyCode.UP)
                .type(KeyCode.RIGHT)
                .release(KeyCode.SHIFT);
        console.until(
                "it was panned",
                () -> console.map().seen(from).orElseThrow().x() < before.x()
                        && !console.map().flying());

        robot.moveTo(on(vm)).press(MouseButton.PRIMARY).moveBy(12, 12);
        console.until("the targets are listed", () -> console.shows("#target-list") && console.says("can take it"));
        robot.type(KeyCode.DIGIT0);
        console.until(
                "all of the site is in reach",
                () -> width(to) <= 30 && !console.map().flying());
        robot.moveTo(on(to)).release(MouseButton.PRIMARY);
        lands(vm, to);
    }

    private void lands(ElementId vm, ElementId to) {
        console.until(
                "the plan can be approved",
                () -> console.shows("#plan-confirm")
                        && !robot.lookup("#plan-confirm").query().isDisabled());
        robot.interact(() -> robot.lookup("#plan-confirm").queryAs(Button.class).fire());
        console.until(
                "the work ends",
                () -> !console.works().isEmpty() && console.works().getFirst().phase() == Phase.ENDED);
        assertThat(console.works().getFirst().outcome()).containsInstanceOf(Outcome.Done.class);
        assertThat(console.whereIs(vm)).contains(to);
        console.until(
                "the map has it there",
                () -> console.map()
                        .seen(to)
                        .filter(box ->
                                box.grown(1).contains(console.map().seen(vm).orElseThrow()))
                        .isPresent());
    }

    @Test
    void itIsFoundByNameTakenByKeyAndDroppedOnTheBestTarget() {
        opened();
        ElementId vm = movable();
        String name = console.site().nameOf(vm);
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        console.until("the palette is open", () -> console.shows("#palette-field"));
        robot.write(name).type(KeyCode.ENTER);
        console.until("it flies there", () -> width(vm) > 60 && console.shows("#minimap"));
        List<ElementId> found = console.map().selected().stream().toList();
        assertThat(found).hasSize(1);
        assertThat(console.site().nameOf(found.getFirst())).isEqualTo(name);

        robot.type(KeyCode.M);
        console.until("the targets are listed", () -> console.shows("#target-list") && console.says("can take it"));
        robot.type(KeyCode.DIGIT1);
        console.until("the plan is shown", () -> console.shows("#plan-sheet"));
        robot.type(KeyCode.ESCAPE);
        console.until("the sheet is gone", () -> !console.shows("#plan-sheet"));
        assertThat(console.works()).isEmpty();
    }
}
