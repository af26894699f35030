package org.redoubt.views.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.redoubt.controllers.migrate.MigrateVm;
import org.redoubt.controllers.run.Logbook;
import org.redoubt.controllers.run.Runner;
import org.redoubt.controllers.run.Work;
import org.redoubt.controllers.settings.SettingsStore;
import org.redoubt.controllers.watch.Follower;
import org.redoubt.controllers.watch.Watch;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.Layer;
import org.redoubt.views.filter.Filters;
import org.redoubt.views.fx.Pulse;
import org.redoubt.views.inspector.Chosen;
import org.redoubt.views.inspector.Inspector;
import org.redoubt.views.palette.Palette;
import org.redoubt.views.palette.Search;
import org.redoubt.views.parts.SheetPane;
import org.redoubt.views.parts.Toasts;
import org.redoubt.views.parts.Unhurried;
import org.redoubt.views.plan.MigrateFlow;
import org.redoubt.views.table.VmTable;
import org.redoubt.views.topology.MapView;
import org.redoubt.views.words.Level;
import org.redoubt.views.work.JournalTab;
import org.redoubt.views.work.WorkStrip;
import org.redoubt.views.work.WorkTab;

/**
 * The console: the map in the middle and everything around it. It shows what the watch hears and what the runner does,
 * each at most once a frame, and acts through them alone. Made and used on the toolkit's thread.
 */
public final class ConsoleWindow {

    /** Milliseconds between two looks over the whole site. */
    private static final long REST = 500;

    private final Watch watch;
    private final Runner runner;
    private final Logbook logbook;
    private final SettingsStore settings;
    private final ConsoleTitle title;
    private final MigrateVm migrate;

    private final SheetPane sheets = new SheetPane();
    private final Toasts toasts = new Toasts();
    private final WorkNews workNews = new WorkNews(toasts);
    private final ConsoleFrame frame;
    private final MapView map;
    private final TopBar topBar;
    private final LeftPanel left;
    private final Inspector inspector;
    private final MigrateFlow moves;
    private final WorkStrip strip;
    private final WorkTab workTab;
    private final JournalTab journalTab = new JournalTab();
    private final VmTable table;
    private final BottomPanel bottom;
    private final Banners banners;
    private final LayerBoxes layers;
    private final WindowLook look;
    private final Scene scene;
    private final Search search;
    private final Filters filters;
    private final Surveyor surveyor;
    private final Unhurried<Site> seldom = new Unhurried<>(this::seldom, ConsoleWindow::pauseOf);
    private final Follower looking;
    private final TableReading reading;
    private final MatrixReading beats;
    private Surveyor.News news = Surveyor.News.of(new Survey(), Optional.empty());
    /** Thousands of hosts always have something new: between two pictures there is time for the operator. */
    private final Unhurried<Site> shows = new Unhurried<>(this::show, site -> Duration.millis(250));

    private Optional<ElementId> selected = Optional.empty();
    private Set<ElementId> reach = Set.of();
    private Site shown;
    private List<Work> works = List.of();

    /** @param beside runs what takes too long for the toolkit's thread */
    public ConsoleWindow(
            Watch watch,
            MigrateVm migrate,
            Runner runner,
            Logbook logbook,
            SettingsStore settings,
            ConsoleTitle title,
            Executor beside) {
        this.watch = watch;
        this.runner = runner;
        this.logbook = logbook;
        this.settings = settings;
        this.title = title;
        this.shown = watch.newest();
        search = new Search(this::site, beside);
        this.migrate = migrate;
        map = new MapView(new MapGestures(this, migrate), beside);
        moves = new MigrateFlow(sheets, migrate, title.operator(), beside, runner::start);
        layers = new LayerBoxes(LayerBoxes.on(settings.now().layers()), this::layersChanged);
        filters = new Filters(beside, this::find, this::filtered);
        left = new LeftPanel(layers, filters.box(), this::fly);
        inspector = new Inspector(this::move);
        strip = new WorkStrip(runner::cancel, this::fly);
        workTab = new WorkTab(runner::cancel);
        reading = new TableReading(watch, REST, this::select, this::move);
        table = reading.table();
        beats = new MatrixReading(watch, REST, this::select);
        bottom = new BottomPanel(
                strip,
                List.of(
                        new BottomPanel.Tab("Journal", journalTab, journalTab::requestFocus),
                        new BottomPanel.Tab("Work", workTab, workTab::requestFocus),
                        new BottomPanel.Tab("VMs", table, this::readTable),
                        new BottomPanel.Tab("Heartbeats", beats.matrix(), this::readBeats)),
                this::folded);
        banners = new Banners(() -> bottom.go("Journal"), () -> bottom.go("Work"));
        topBar = new TopBar(title, this::find);
        frame = new ConsoleFrame(left, map, inspector, bottom, filters.bar(), toasts, sheets, topBar, banners);
        scene = new Scene(frame, 1440, 900);
        look = new WindowLook(scene, map, settings);
        new ConsoleActions(this, sheets, look).install(scene);
        bottom.open(settings.now().panel());
        map.layers(layers.on());
        Pulse<Surveyor.News> surveyed = new Pulse<>(this::showPanels);
        surveyor = new Surveyor(surveyed::offer);
        looking = watch.follow("survey", REST, site -> surveyor.follow(site, watch.heartbeats()));
        listen();
        scene.windowProperty().subscribe(window -> {
            if (window != null) {
                window.addEventHandler(WindowEvent.WINDOW_SHOWN, _ -> map.requestFocus());
            }
        });
    }

    private void listen() {
        Pulse<Site> sites = new Pulse<>(newest -> {
            // once a second at least there is a newer one; an animation would wake the toolkit sixty times as often
            topBar.tick();
            if (newest.size() > Surveyor.SMALL) {
                shows.offer(newest);
            } else {
                show(newest);
            }
        });
        watch.onChange(() -> sites.offer(watch.newest()));
        Pulse<List<Work>> running = new Pulse<>(this::showWorks);
        runner.onChange(() -> running.offer(runner.works()));
        Pulse<List<Logbook.Line>> lines = new Pulse<>(journalTab::show);
        logbook.onChange(() -> lines.offer(logbook.latest(JournalTab.MOST)));
        journalTab.show(logbook.latest(JournalTab.MOST));
        banners.complaints(logbook.complaints());
        settings.complaints().forEach(complaint -> toasts.say(Level.WARNING, "Settings", complaint));
        showWorks(runner.works());
        show(watch.newest());
    }

    /** The scene to put on a stage. */
    public Scene scene() {
        return scene;
    }

    private void show(Site newest) {
        shown = newest;
        map.show(newest, watch.heartbeats());
        inspector.show(newest);
        moves.show(newest);
        layers.show(newest);
        seldom.offer(newest);
        showTimes();
    }

    /** What is counted over the whole site. */
    private void showPanels(Surveyor.News newest) {
        news = newest;
        topBar.show(newest.figures());
        left.show(newest);
        choose(newest.chosen());
        reading.read(bottom.showing(table));
        beats.read(bottom.showing(beats.matrix()));
    }

    /** What goes over the whole site anew each time, if beside this thread: on a large one every few seconds only. */
    private void seldom(Site newest) {
        search.show(newest);
        filters.show(newest);
    }

    private static Duration pauseOf(Site site) {
        return site.size() > Surveyor.SMALL ? Duration.seconds(5) : Duration.millis(500);
    }

    private void choose(Optional<Chosen> chosen) {
        inspector.show(news.overview(), chosen);
        Set<ElementId> newest = chosen.map(Chosen::lit).orElse(Set.of());
        if (chosen.map(Chosen::id).equals(selected) && !newest.equals(reach)) {
            reach = newest;
            map.select(selected, lit());
        }
    }

    /** Everything abnormal, hosts first. */
    List<Problem> problems() {
        return Stream.concat(news.away().stream(), news.abnormal().stream()).toList();
    }

    private void showTimes() {
        strip.show(works, shown.now());
        if (bottom.showing(workTab)) {
            workTab.show(works, shown.now());
        }
    }

    private void showWorks(List<Work> newest) {
        works = newest;
        strip.show(newest, shown.now());
        workTab.show(newest, shown.now());
        banners.works(newest);
        workNews.show(newest);
        map.works(ChipWorks.of(newest));
        int live = running().size();
        bottom.counts(live == 0 ? Map.of() : Map.of("Work", live));
    }

    Site site() {
        return shown;
    }

    /** Selects something, or nothing, everywhere. */
    void select(Optional<ElementId> id) {
        if (!selected.equals(id)) {
            selected = id;
            surveyor.select(id);
            inspector.select(id);
            reach = Set.of();
            map.select(id, lit());
            if (shown.size() <= Surveyor.SMALL) {
                choose(id.map(one -> Chosen.of(shown, watch.heartbeats(), one)));
            } else {
                looking.ask();
            }
            left.select(id);
            table.select(id);
            beats.matrix().select(id);
            // a drag asks no host anything: what is known then was measured since somebody first looked
            id.filter(is -> is.kind() == ElementKind.VM && title.mayAct()).ifPresent(migrate::interest);
        }
    }

    private Set<ElementId> lit() {
        return selected.isPresent() ? reach : filters.lit();
    }

    private void filtered() {
        map.select(selected, lit());
        search.again();
    }

    Filters filters() {
        return filters;
    }

    Optional<ElementId> selected() {
        return selected;
    }

    /** Selects something and brings it into sight. */
    void fly(ElementId id) {
        select(Optional.of(id));
        map.flyTo(id);
    }

    MapView map() {
        return map;
    }

    LayerBoxes layers() {
        return layers;
    }

    BottomPanel bottom() {
        return bottom;
    }

    void find() {
        find("");
    }

    /** Opens the search with this in its line. */
    void find(String begun) {
        sheets.open(new Palette(sheets, search, new ConsoleActions(this, sheets, look)::searched, begun, this::fly));
    }

    /** Asks where the selected VM is to go. */
    void moveSelected() {
        selected.filter(id -> id.kind() == ElementKind.VM)
                .ifPresentOrElse(
                        this::move,
                        () -> toasts.say(
                                Level.UNKNOWN,
                                "Nothing to move is selected",
                                "Select a VM first: click it, or press F and type its name."));
    }

    /** Asks where this VM is to go. */
    void move(ElementId vm) {
        if (!title.mayAct()) {
            toasts.say(Level.WARNING, "This desk only looks", "A stored site cannot be acted on.");
            return;
        }
        select(Optional.of(vm));
        if (map.crowded()) {
            map.chooseTarget(vm);
        } else {
            moves.choose(vm);
        }
    }

    /** Lists every host for this VM. */
    void list(ElementId vm) {
        moves.choose(vm);
    }

    /** Shows the plan of moving it there, or all that is against it. */
    void plan(ElementId vm, ElementId host) {
        select(Optional.of(vm));
        moves.plan(vm, host);
    }

    /** What goes on now. */
    List<Work> running() {
        return works.stream().filter(work -> work.phase().live()).toList();
    }

    private void readTable() {
        reading.read(true);
        frame.roomForTable();
        table.takeFocus();
    }

    private void readBeats() {
        beats.read(true);
        frame.roomForTable();
        beats.matrix().takeFocus();
    }

    SheetPane sheets() {
        return sheets;
    }

    /** Stops what ticks; the window is not used afterwards. */
    void stop() {
        shows.stop();
        seldom.stop();
        looking.end();
        reading.end();
        beats.end();
    }

    private void folded() {
        settings.change(now -> now.withPanel(bottom.open()));
    }

    private void layersChanged(Set<Layer> on) {
        map.layers(on);
        settings.change(now ->
                now.withLayers(Set.copyOf(on.stream().map(LayerBoxes::key).toList())));
    }
}
