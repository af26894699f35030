package org.redoubt.views.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Countdown;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Whereabouts;
import org.redoubt.views.parts.Texts;
import org.redoubt.views.words.Level;
import org.redoubt.views.words.Shown;
import org.redoubt.views.words.Status;
import org.redoubt.views.words.Values;

/** The panel at the right: what is selected, what it needs, and every fact of it with its source and age. */
public final class Inspector extends BorderPane {

    private static final int TITLE = 64;

    private final VBox content = Texts.stack("side-content");
    private final VBox head = Texts.stack("head");
    private final VBox trouble = new VBox();
    private final Label needHeading = Texts.heading("");
    private final RowGrid needs = new RowGrid();
    private final RowGrid facts = new RowGrid();
    private final VBox needSection = Texts.stack("section", needHeading, needs);
    private final RowGrid hearts = new RowGrid();
    private final VBox heartSection = Texts.stack("section", Texts.heading("How it is heard"), hearts);
    private final VBox factSection = Texts.stack("section", Texts.heading("What is said of it"), facts);
    private final Button migrate;
    private final HBox foot;
    private Optional<ElementId> selected = Optional.empty();
    private Site site = Site.empty("");
    private Overview overview = Overview.NOTHING;
    private Optional<Chosen> chosen = Optional.empty();
    private Heading heading;
    private List<Note> notes = List.of();

    /** What stands above all else; without a status it is of nothing. */
    private record Heading(String title, Optional<Status> status, String line) {}

    private record Note(Status status, String detail, String advice) {}

    /** @param migrate is given the VM that is to be moved */
    public Inspector(Consumer<ElementId> migrate) {
        getStyleClass().addAll("side", "inspector");
        this.migrate = Texts.button("Migrate…", () -> selected.ifPresent(migrate));
        this.migrate.setId("migrate");
        this.migrate.setGraphic(Texts.label("M", "key"));
        this.migrate.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        this.foot = Texts.line("foot", this.migrate);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("side");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        setCenter(scroll);
        setBottom(foot);
        refresh();
    }

    /** Shows {@code element}, or what to do when nothing is selected. */
    public void select(Optional<ElementId> element) {
        if (!selected.equals(element)) {
            selected = element;
            refresh();
        }
    }

    public Optional<ElementId> selected() {
        return selected;
    }

    /** What was worked out over the whole site, of it and of what is selected. */
    public void show(Overview newest, Optional<Chosen> of) {
        overview = newest;
        chosen = of;
        refresh();
    }

    /** The newest site: ages tick, values change in their places. */
    public void show(Site newest) {
        site = newest;
        if (selected.isPresent()) {
            refresh();
        }
    }

    private void refresh() {
        Optional<Element> element = selected.flatMap(site::find);
        boolean vm = element.filter(Element.Vm.class::isInstance).isPresent();
        Texts.shown(foot, vm);
        if (element.isEmpty()) {
            nothing();
            return;
        }
        Element shown = element.get();
        head(new Heading(Shown.text(shown.name(), TITLE), Optional.of(Status.of(shown)), where(shown)));
        Optional<Chosen> of = chosen.filter(one -> one.id().equals(shown.id()));
        List<Need> wanted = of.map(Chosen::needs).orElse(List.of());
        List<Need> heard = of.map(Chosen::hearts).orElse(List.of());
        needHeading.setText("WHAT IT NEEDS");
        needs.showNeeds(wanted);
        hearts.showNeeds(heard);
        Texts.shown(heartSection, !heard.isEmpty());
        facts.showFacts(FactRow.of(shown, site));
        Texts.shown(needSection, !wanted.isEmpty());
        Texts.shown(factSection, true);
        List<Note> now = new ArrayList<>(notes(shown));
        Countdown.of(shown, site.now()).ifPresent(clock -> now.add(clock(clock)));
        note(now);
        hold(head, trouble, needSection, heartSection, factSection);
    }

    /** Every second this is shown again, and mostly the same: what is the same is left alone, for it is drawn already. */
    private void hold(Node... nodes) {
        if (!content.getChildren().equals(List.of(nodes))) {
            content.getChildren().setAll(nodes);
        }
    }

    private void nothing() {
        Texts.shown(trouble, false);
        boolean gone = selected.isPresent();
        String title = gone ? Shown.text(selected.get().key(), TITLE) : "Nothing selected";
        String what = gone
                ? "Nobody says anything of it any more."
                : "Click anything on the map, or press F to find it. Drag a VM onto a host to move it.";
        head(new Heading(title, Optional.empty(), what));
        needs.showNeeds(overview.rows());
        needHeading.setText("THE SITE");
        Texts.shown(needSection, !needs.getChildren().isEmpty());
        Texts.shown(factSection, false);
        hold(head, needSection);
    }

    private void head(Heading now) {
        if (now.equals(heading)) {
            return;
        }
        heading = now;
        Label name = Texts.wrapped(now.title(), "title");
        if (now.status().isEmpty()) {
            head.getChildren().setAll(name, Texts.wrapped(now.line(), "dim"));
            return;
        }
        Status status = now.status().get();
        name.setId("inspected");
        HBox line = Texts.line(
                "row-line",
                Texts.label(status.level().shape(), "small", status.level().style()),
                Texts.label(
                        status.word(),
                        "small",
                        status.level() == Level.NORMAL ? "dim" : status.level().style()),
                Texts.label("·", "small", "faint"),
                Texts.label(now.line(), "small", "dim"));
        head.getChildren().setAll(name, line);
    }

    private String where(Element shown) {
        return switch (shown) {
            case Element.Vm vm ->
                vm.whereabouts() instanceof Whereabouts.On(Whereabouts.Place place, var _)
                        ? "on " + Values.name(place.host(), site)
                        : "virtual machine";
            case Element.Host host -> clusters(host);
            case Element.Part part ->
                Values.word(part.kind().label())
                        + part.value(Attributes.PART_OF)
                                .map(whole -> " of " + Values.name(whole, site))
                                .orElse("");
        };
    }

    private String clusters(Element.Host host) {
        List<ElementId> of = host.refs(Attributes.MEMBER_OF);
        return of.isEmpty() ? "host" : "host of " + Values.name(of.getFirst(), site);
    }

    private void note(List<Note> now) {
        if (!now.equals(notes)) {
            notes = now;
            trouble.getChildren().setAll(now.stream().map(Inspector::noteBox).toList());
        }
        Texts.shown(trouble, !now.isEmpty());
    }

    private static List<Note> notes(Element shown) {
        return switch (shown) {
            case Element.Host host
            when !host.link().connected() && host.link() != LinkState.CONNECTING ->
                List.of(new Note(
                        Status.of(host.link()),
                        host.value(Attributes.LINK_DETAIL).map(Shown::text).orElse(""),
                        Status.advice(host.link())));
            case Element.Vm vm
            when vm.whereabouts() instanceof Whereabouts.Twice ->
                List.of(new Note(
                        new Status(Level.CRITICAL, "runs twice"),
                        "Several hosts say at once that they execute it.",
                        "Do not start or move it. Find out which copy writes to its disks."));
            default ->
                shown.value(Attributes.DETAIL)
                        .filter(_ -> Status.of(shown).level() != Level.NORMAL)
                        .map(detail -> List.of(new Note(Status.of(shown), Shown.text(detail), "")))
                        .orElse(List.of());
        };
    }

    private static Note clock(Countdown clock) {
        String advice = clock.left() > 0
                ? "Wait for it: until then what it runs may still write to its disks."
                : "Its time is over, and nobody has said what became of it. That is no proof.";
        return new Note(new Status(Level.WARNING, Shown.text(clock.words())), "", advice);
    }

    private static VBox noteBox(Note note) {
        Level level = note.status().level();
        VBox box = Texts.stack("note", Texts.label(note.status().line(), "strong", level.style()));
        box.getStyleClass().add(level == Level.CRITICAL ? "critical" : "warning");
        if (!note.detail().isEmpty()) {
            box.getChildren().add(Texts.wrapped(note.detail(), "small"));
        }
        if (!note.advice().isEmpty() && !note.advice().equals(note.detail())) {
            box.getChildren().add(Texts.wrapped(note.advice(), "small", "dim"));
        }
        return box;
    }
}
