package org.redoubt.views.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.views.fx.Aside;
import org.redoubt.views.palette.Action;
import org.redoubt.views.parts.Texts;
import org.redoubt.views.words.Shown;

/**
 * The filters of the window, kept while it is open. What they leave is worked out beside the toolkit's thread. To be
 * used on the toolkit's thread.
 */
public final class Filters {

    /** How an action that sets a filter begins. */
    public static final String PREFIX = "Filter: ";

    private static final int NAME = 48;

    private record Question(Site site, Filter filter, Sifted before) {}

    private final Aside<Question, Sifted> aside;
    private final Runnable changed;
    private final FilterBar bar = new FilterBar(this);
    private final CheckBox abnormal = new CheckBox("Only abnormal");
    private final VBox box;
    private Filter filter = Filter.NONE;
    private Sifted sifted = Sifted.NOTHING;
    private Site site = Site.empty("");

    /**
     * @param find opens the search with these words
     * @param changed called when something else is to be dimmed, or can be asked for
     */
    public Filters(Executor beside, Consumer<String> find, Runnable changed) {
        this.changed = changed;
        this.aside = new Aside<>(
                beside,
                question -> Sifted.of(question.site(), question.filter()).like(question.before()),
                (question, answer) -> sifted(answer));
        abnormal.setMnemonicParsing(false);
        abnormal.getStyleClass().add("layer");
        abnormal.setId("filter-abnormal");
        abnormal.selectedProperty().addListener((_, _, on) -> change(now -> now.onlyAbnormal(on)));
        Button more = Texts.button("Cluster or tag…", () -> find.accept(PREFIX), "quiet", "filter-more");
        more.setId("filter-more");
        Label key = Texts.label("A", "small", "faint");
        box = Texts.stack(
                "section", Texts.heading("Filter"), Texts.line("row-line", abnormal, Texts.spring(), key), more);
        box.setId("filters");
        box.setMinHeight(Region.USE_PREF_SIZE);
    }

    /** Where filters are set. */
    public Region box() {
        return box;
    }

    /** The filters that are on. */
    public Node bar() {
        return bar;
    }

    /** There is a newer site: what matches may be something else. */
    public void show(Site newest) {
        site = newest;
        aside.ask(new Question(site, filter, sifted));
    }

    /** What is not dimmed; empty where nothing is. */
    public Set<ElementId> lit() {
        return filter.any() ? sifted.lit() : Set.of();
    }

    public boolean any() {
        return filter.any();
    }

    public void toggleAbnormal() {
        abnormal.setSelected(!abnormal.isSelected());
    }

    public void clear() {
        change(now -> Filter.NONE);
    }

    void change(UnaryOperator<Filter> how) {
        Filter wanted = how.apply(filter);
        if (wanted.equals(filter)) {
            return;
        }
        filter = wanted;
        abnormal.setSelected(filter.abnormal());
        bar.show(filter, sifted);
        if (!filter.any()) {
            changed.run();
        }
        aside.ask(new Question(site, filter, sifted));
    }

    private void sifted(Sifted answer) {
        if (!answer.filter().equals(filter)) {
            return; // another filter is being asked for
        }
        Sifted before = sifted;
        sifted = answer;
        bar.count(filter, sifted);
        boolean others =
                !answer.clusters().equals(before.clusters()) || !answer.tags().equals(before.tags());
        if (answer.lit() != before.lit() || others) {
            changed.run();
        }
    }

    /** One action for each filter there may be, for the search. */
    public List<Action> actions() {
        List<Action> all = new ArrayList<>();
        if (filter.any()) {
            all.add(new Action(PREFIX + "clear all", "Esc", this::clear));
        }
        sifted.clusters()
                .forEach((name, id) -> all.add(new Action(
                        PREFIX + "cluster " + Shown.text(name, NAME), "", () -> change(now -> now.toggle(id)))));
        sifted.tags()
                .forEach(tag -> all.add(
                        new Action(PREFIX + "tag " + Shown.text(tag, NAME), "", () -> change(now -> now.toggle(tag)))));
        return all;
    }
}
