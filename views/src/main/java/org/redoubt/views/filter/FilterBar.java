package org.redoubt.views.filter;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.redoubt.views.parts.Texts;
import org.redoubt.views.words.Names;
import org.redoubt.views.words.Shown;

/** The filters that are on, as chips that can be taken away, and how much they leave. Not there where none is on. */
final class FilterBar extends HBox {

    private static final int NAME = 32;

    private final Filters filters;
    private final Label count = Texts.label("", "small", "dim");

    FilterBar(Filters filters) {
        this.filters = filters;
        getStyleClass().add("filter-bar");
        setId("filter-bar");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setVisible(false);
        count.setMinWidth(USE_PREF_SIZE);
    }

    void show(Filter filter, Sifted sifted) {
        setVisible(filter.any());
        List<Node> nodes = new ArrayList<>();
        if (filter.abnormal()) {
            nodes.add(chip("only abnormal", () -> filters.change(now -> now.onlyAbnormal(false))));
        }
        sifted.clusters().forEach((name, id) -> {
            if (filter.clusters().contains(id)) {
                nodes.add(chip("cluster " + Shown.text(name, NAME), () -> filters.change(now -> now.toggle(id))));
            }
        });
        filter.tags().stream()
                .sorted(Names.ORDER)
                .forEach(tag ->
                        nodes.add(chip("tag " + Shown.text(tag, NAME), () -> filters.change(now -> now.toggle(tag)))));
        nodes.add(count);
        Button clear = Texts.button("Clear all · Esc", filters::clear, "quiet", "chip-clear");
        clear.setId("filter-clear");
        nodes.add(clear);
        getChildren().setAll(nodes);
        count(filter, sifted);
    }

    /** How much they leave. The chips stay where they are, for somebody may be about to press one. */
    void count(Filter filter, Sifted sifted) {
        count.setText(
                sifted.filter().equals(filter)
                        ? sifted.hosts() + " of " + sifted.allHosts() + " hosts · " + sifted.vms() + " VMs"
                        : "looking…");
    }

    private static Node chip(String words, Runnable away) {
        Button chip = Texts.button(words + "  ✕", away, "filter-chip");
        chip.setAccessibleText("Filter: " + words + ". Press to take it away.");
        return chip;
    }
}
