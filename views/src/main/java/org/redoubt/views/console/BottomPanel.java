package org.redoubt.views.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.redoubt.views.parts.Texts;

/** The panel at the bottom: the strip of running work, always there, and under it tabs that may be folded away. */
final class BottomPanel extends VBox {

    /** A tab: its name and what it shows. */
    record Tab(String name, Region body, Runnable focus) {}

    private final StackPane bodies = new StackPane();
    private final ToggleGroup group = new ToggleGroup();
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final List<Tab> tabs;
    private final Button fold;
    private final Runnable folded;
    private boolean open = true;

    /** @param folded is told that it was folded or unfolded by hand */
    BottomPanel(Region strip, List<Tab> tabs, Runnable folded) {
        this.tabs = List.copyOf(tabs);
        this.folded = folded;
        getStyleClass().add("bottom-panel");
        setId("bottom-panel");
        HBox bar = Texts.line("tabs");
        for (Tab tab : tabs) {
            ToggleButton button = new ToggleButton(tab.name());
            button.setMnemonicParsing(false);
            button.getStyleClass().setAll("toggle-button", "tab-button");
            button.setId("tab-" + tab.name().toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
            button.setToggleGroup(group);
            button.setOnAction(_ -> go(tab.name()));
            buttons.add(button);
            bar.getChildren().add(button);
        }
        fold = Texts.button("", this::toggle, "quiet");
        fold.setId("fold");
        bar.getChildren().addAll(Texts.spring(), fold);
        VBox.setVgrow(bodies, Priority.ALWAYS);
        getChildren().addAll(strip, bar, bodies);
        strip.setMinHeight(USE_PREF_SIZE);
        bar.setMinHeight(USE_PREF_SIZE);
        bodies.setMinHeight(0);
        show(tabs.getFirst());
    }

    /** Shows a tab, unfolding the panel. */
    void show(Tab tab) {
        int at = tabs.indexOf(tab);
        buttons.get(at).setSelected(true);
        bodies.getChildren().setAll(tab.body());
        open(true);
    }

    /** Shows the tab called {@code name} and puts the keyboard into it. */
    void go(String name) {
        tabs.stream().filter(tab -> tab.name().equals(name)).findFirst().ifPresent(tab -> {
            show(tab);
            tab.focus().run();
        });
    }

    boolean showing(Region body) {
        return open && bodies.getChildren().contains(body);
    }

    /** Writes counts beside the names of tabs: {@code Work 2}. */
    void counts(Map<String, Integer> counts) {
        for (int i = 0; i < tabs.size(); i++) {
            Integer count = counts.get(tabs.get(i).name());
            buttons.get(i).setText(tabs.get(i).name() + (count == null ? "" : " " + count));
        }
    }

    boolean open() {
        return open;
    }

    void open(boolean wanted) {
        open = wanted;
        Texts.shown(bodies, open);
        setMaxHeight(open ? Double.MAX_VALUE : USE_PREF_SIZE);
        fold.setText(open ? "Fold ▾" : "Unfold ▴");
    }

    private void toggle() {
        open(!open);
        folded.run();
    }
}
