package org.redoubt.views.console;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.Layer;
import org.redoubt.views.parts.Texts;

/** The layers of the map, each with a box and its number key. A layer that this site has nothing of is not offered. */
final class LayerBoxes extends VBox {

    private static final Map<Layer, List<ElementKind>> KINDS = Map.of(
            Layer.NETWORK,
            List.of(ElementKind.NETWORK, ElementKind.SWITCH, ElementKind.NETWORK_PORT, ElementKind.BRIDGE),
            Layer.STORAGE,
            List.of(ElementKind.STORAGE_ARRAY, ElementKind.FABRIC_SWITCH, ElementKind.HBA_PORT, ElementKind.VOLUME),
            Layer.POWER,
            List.of(ElementKind.POWER_FEED, ElementKind.POWER_SUPPLY),
            Layer.RINGS,
            List.of(ElementKind.RING),
            Layer.FENCE,
            List.of(ElementKind.FENCE_DEVICE, ElementKind.BMC));

    private final Map<Layer, CheckBox> boxes = new EnumMap<>(Layer.class);
    private final Map<Layer, HBox> rows = new EnumMap<>(Layer.class);
    private final Consumer<Set<Layer>> changed;

    /**
     * @param on those that are on to begin with
     * @param changed is given those that are on, whenever that changes
     */
    LayerBoxes(Set<Layer> on, Consumer<Set<Layer>> changed) {
        this.changed = changed;
        getStyleClass().add("section");
        setId("layers");
        setMinHeight(USE_PREF_SIZE);
        getChildren().add(Texts.heading("Layers"));
        for (Layer layer : Layer.values()) {
            if (layer != Layer.BASE) {
                getChildren().add(row(layer, on.contains(layer)));
            }
        }
    }

    private HBox row(Layer layer, boolean on) {
        CheckBox box = new CheckBox(layer.words());
        box.setMnemonicParsing(false);
        box.getStyleClass().add("layer");
        box.setId("layer-" + key(layer));
        box.setSelected(on);
        box.selectedProperty().addListener((_, _, _) -> changed.accept(on()));
        boxes.put(layer, box);
        Label key = Texts.label(Integer.toString(layer.ordinal()), "small", "faint");
        HBox row = Texts.line("row-line", box, Texts.spring(), key);
        rows.put(layer, row);
        return row;
    }

    /** The key by which settings know a layer. */
    static String key(Layer layer) {
        return layer.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The layers that settings name, the base always among them. */
    static Set<Layer> on(Set<String> keys) {
        Set<Layer> on = EnumSet.of(Layer.BASE);
        for (Layer layer : Layer.values()) {
            if (keys.contains(key(layer))) {
                on.add(layer);
            }
        }
        return on;
    }

    /** The layers that are on, the base always among them. */
    Set<Layer> on() {
        Set<Layer> on = EnumSet.of(Layer.BASE);
        boxes.forEach((layer, box) -> {
            if (box.isSelected()) {
                on.add(layer);
            }
        });
        return on;
    }

    /** Turns a layer on or off. */
    void toggle(Layer layer) {
        CheckBox box = boxes.get(layer);
        if (box != null && rows.get(layer).isManaged()) {
            box.setSelected(!box.isSelected());
        }
    }

    void show(Site site) {
        rows.forEach((layer, row) -> Texts.shown(
                row,
                KINDS.get(layer).stream()
                        .anyMatch(kind -> site.all(kind).findAny().isPresent())));
        Texts.shown(this, rows.values().stream().anyMatch(HBox::isManaged));
    }
}
