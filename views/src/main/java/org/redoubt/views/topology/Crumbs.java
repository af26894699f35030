package org.redoubt.views.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.redoubt.views.parts.Texts;

/** Where one is: site › cluster › host. Each step flies there. Shown where less than the site is. */
final class Crumbs extends HBox {

    /** A step of the way, and what brings one there. */
    record Step(String name, Runnable fly) {}

    private final Consumer<Step> go;
    private List<String> shown = List.of();

    Crumbs() {
        this.go = step -> step.fly().run();
        getStyleClass().add("crumbs");
        setId("crumbs");
        setManaged(false);
        setPickOnBounds(false);
    }

    void show(List<Step> way) {
        setVisible(way.size() > 1);
        List<String> names = way.stream().map(Step::name).toList();
        if (names.equals(shown)) {
            return;
        }
        shown = names;
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < way.size(); i++) {
            Step step = way.get(i);
            if (i > 0) {
                nodes.add(Texts.label("›", "faint", "small"));
            }
            Button button = Texts.button(step.name(), () -> go.accept(step), "quiet", "crumb");
            button.setFocusTraversable(false); // Backspace flies out; the map keeps the keys
            nodes.add(button);
        }
        getChildren().setAll(nodes);
    }
}
