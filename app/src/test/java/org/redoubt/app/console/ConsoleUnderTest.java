package org.redoubt.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.redoubt.agent.journal.FileJournal;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.DeskClock;
import org.redoubt.agent.port.Entry;
import org.redoubt.agent.port.JournalException;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.agent.preferences.FilePreferences;
import org.redoubt.app.Beside;
import org.redoubt.controllers.migrate.Foreseeing;
import org.redoubt.controllers.migrate.Measuring;
import org.redoubt.controllers.migrate.MigrateVm;
import org.redoubt.controllers.run.Logbook;
import org.redoubt.controllers.run.PastRuns;
import org.redoubt.controllers.run.Phase;
import org.redoubt.controllers.run.Runner;
import org.redoubt.controllers.run.Work;
import org.redoubt.controllers.settings.SettingsStore;
import org.redoubt.controllers.watch.Watch;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.views.console.ConsoleTitle;
import org.redoubt.views.console.ConsoleWindow;
import org.redoubt.views.topology.MapView;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The whole console on a site: the real window, runner and journal, as {@code ./run} wires them. Whatever a test waits
 * for is a state that a person could see, within {@link #PATIENCE} seconds.
 */
public final class ConsoleUnderTest implements AutoCloseable {

    public static final long PATIENCE = 60;

    private final SiteAgents agents;
    private final Watch watch;
    private final FileJournal journal;
    private final PastRuns past;
    private final Measuring measuring;
    private final Runner runner;
    private final ExecutorService beside;
    private final ConsoleWindow window;
    private final ConsoleTitle title;
    private final FxRobot robot = new FxRobot();
    private final Stage stage;

    /** A desk with the machine's clock and threads. */
    public static Desk desk() {
        DeskClock clock = new DeskClock() {
            @Override
            public long millis() {
                return System.nanoTime() / 1_000_000;
            }

            @Override
            public Instant wall() {
                return Instant.now();
            }
        };
        return new Desk(
                "desk-test", "ada", clock, work -> Thread.ofPlatform().daemon().unstarted(work), new Random(7));
    }

    /** To be made on the toolkit's thread; shows the window on {@code stage} and begins to listen. */
    public ConsoleUnderTest(Stage stage, Function<Desk, SiteAgents> site, Path folder) throws JournalException {
        Desk desk = desk();
        this.stage = stage;
        agents = site.apply(desk);
        watch = new Watch(Site.empty(agents.name()), agents.sources(), desk);
        journal = FileJournal.open(folder.resolve("journal"), desk, "test");
        runner = new Runner(watch::newest, agents, journal, desk);
        runner.settle();
        past = new PastRuns(journal, desk);
        measuring = new Measuring(watch::newest, agents, desk);
        MigrateVm migrate = new MigrateVm(watch::newest, past::now, measuring::interest, new Foreseeing(agents));
        SettingsStore settings = new SettingsStore(new FilePreferences(folder.resolve("settings")));
        title = new ConsoleTitle(
                agents.name(),
                agents.simulated() ? ConsoleTitle.Mode.SIMULATED : ConsoleTitle.Mode.REAL,
                desk.id(),
                desk.operator(),
                true,
                desk.clock()::wall);
        beside = Beside.of(desk);
        window = new ConsoleWindow(watch, migrate, runner, new Logbook(journal), settings, title, beside);
        stage.setScene(window.scene());
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1800);
        stage.setHeight(1000);
        stage.show();
        watch.start();
    }

    ConsoleWindow window() {
        return window;
    }

    ConsoleTitle title() {
        return title;
    }

    public FxRobot robot() {
        return robot;
    }

    public Site site() {
        return watch.newest();
    }

    public List<Work> works() {
        return runner.works();
    }

    /** Calls {@code listener} after each change of the work, on the thread that made it. */
    public void onWork(Runnable listener) {
        runner.onChange(listener);
    }

    /** The journal's entries, oldest first. */
    public List<Entry> journal() {
        return journal.latest(1000).reversed();
    }

    /** The VM of that name, once the site knows where it runs. */
    public ElementId vm(String name) {
        until(
                "a running VM called " + name,
                () -> site().vms()
                        .anyMatch(vm -> vm.name().equals(name)
                                && vm.whereabouts().host().isPresent()));
        return site().vms()
                .filter(vm -> vm.name().equals(name))
                .map(Element.Vm::id)
                .findFirst()
                .orElseThrow();
    }

    /** The host of that name, once the site knows it. */
    public ElementId host(String name) {
        until(
                "a host called " + name,
                () -> site().hosts().anyMatch(host -> host.name().equals(name)));
        return site().hosts()
                .filter(host -> host.name().equals(name))
                .map(Element.Host::id)
                .findFirst()
                .orElseThrow();
    }

    /** Where a VM is, as the newest site has it. */
    public Optional<ElementId> whereIs(ElementId vm) {
        return site().vm(vm).flatMap(known -> known.whereabouts().host());
    }

    /** Presses on {@code vm}, moves over {@code host}, and keeps it in hand. */
    public void carry(ElementId vm, ElementId host) {
        until(
                "the map shows " + vm,
                () -> map().seen(vm).isPresent() && map().seen(host).isPresent());
        robot.moveTo(on(vm)).press(MouseButton.PRIMARY).moveTo(on(host));
        WaitForAsyncUtils.waitForFxEvents();
    }

    public void drop() {
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Clicks into a field and writes; what is written is in the field. */
    public void type(String field, String text) {
        until(field + " can be seen", () -> shows(field));
        robot.clickOn(field);
        TextInputControl input = robot.lookup(field).queryTextInputControl();
        until(field + " takes keys", input::isFocused);
        robot.write(text);
        until(field + " holds what was written", () -> input.getText().equals(text));
    }

    /** Unfolds the tuning of the plan that is shown and limits the move to so many MiB/s. */
    public void limitBandwidth(String mebibytes) {
        robot.clickOn("#plan-tuning");
        type("#plan-bandwidth", mebibytes);
    }

    /** Approves the plan that is shown, once it can be. */
    public void confirm() {
        until("the plan is shown", () -> shows("#plan-sheet"));
        until(
                "it can be confirmed",
                () -> !robot.lookup("#plan-confirm").query().isDisabled());
        robot.interact(() -> robot.lookup("#plan-confirm").queryAs(Button.class).fire());
    }

    /** Waits until the newest work has ended, which it has to in this way. */
    public void workEnds(Class<? extends Outcome> how) {
        until(
                "the work ends as " + how.getSimpleName(),
                () -> !works().isEmpty() && works().getFirst().phase() == Phase.ENDED);
        assertThat(works().getFirst().outcome()).containsInstanceOf(how);
    }

    private Point2D on(ElementId id) {
        Box box = map().seen(id).orElseThrow();
        return map().localToScreen(box.centreX(), box.y() + Math.min(box.height() / 2, 12));
    }

    public MapView map() {
        return robot.lookup("#map").queryAs(MapView.class);
    }

    /** Whether a node of this id is there to be seen. */
    public boolean shows(String selector) {
        return robot.lookup(selector).tryQuery().filter(ConsoleUnderTest::seen).isPresent();
    }

    /** Everything written in the window that can be seen now. */
    public List<String> words() {
        return robot.lookup((Node node) -> node instanceof Labeled && seen(node)).queryAll().stream()
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null && !text.isEmpty())
                .toList();
    }

    /** Whether something that can be seen contains {@code text}. */
    public boolean says(String text) {
        return words().stream().anyMatch(word -> word.contains(text));
    }

    private static boolean seen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    /** Waits until {@code state} holds. */
    public void until(String what, Callable<Boolean> state) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(state).get());
        } catch (TimeoutException late) {
            throw new AssertionError("never came: " + what + "; the window says " + words(), late);
        }
    }

    @Override
    public void close() {
        WaitForAsyncUtils.asyncFx(stage::close);
        WaitForAsyncUtils.waitForFxEvents();
        beside.shutdownNow();
        runner.close();
        past.close();
        measuring.close();
        watch.close();
        agents.close();
        journal.close();
    }
}
