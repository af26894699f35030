package org.redoubt.views.console;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.picture.Lettering;
import org.redoubt.views.parts.Texts;
import org.redoubt.views.words.Level;

/** The panel at the left: the layers, the clusters with their hosts, and what is abnormal. */
final class LeftPanel extends VBox {

    private static final int OPEN_UP_TO = 24;
    /** About what a row takes: the list asks for so much, and gets what is left. */
    private static final double ROW = 28;

    private static final double LETTERS = 13;
    private static final double NAME = 72;

    private final LayerBoxes layers;
    private final ListView<ClusterRow> clusters = new ListView<>();
    private final ProblemList away;
    private final ProblemList abnormal;
    private final Consumer<ElementId> go;
    private final Set<ElementId> closed = new HashSet<>();
    private final Set<ElementId> seen = new HashSet<>();
    private List<ClusterRow.Group> groups = List.of();

    /**
     * @param filters where filters are set
     * @param go is given what the map is to fly to
     */
    LeftPanel(LayerBoxes layers, Region filters, Consumer<ElementId> go) {
        this.layers = layers;
        this.go = go;
        getStyleClass().addAll("side", "left-panel", "side-content");
        away = new ProblemList("Hosts not connected", true, go);
        away.setId("hosts-not-connected");
        abnormal = new ProblemList("Abnormal", false, go);
        abnormal.setId("abnormal");
        clusters.setId("clusters");
        clusters.setCellFactory(_ -> new RowCell());
        clusters.setPlaceholder(Texts.wrapped("No host is known yet.", "dim"));
        clusters.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        clusters.setOnMouseClicked(_ -> open());
        VBox section = Texts.stack("section", Texts.heading("Clusters"), clusters);
        VBox.setVgrow(clusters, Priority.ALWAYS);
        VBox.setVgrow(section, Priority.ALWAYS);
        section.getStyleClass().add("clusters-section");
        VBox problems = Texts.stack("problems", away, abnormal);
        ScrollPane scroll = new ScrollPane(problems);
        scroll.getStyleClass().addAll("side", "problems-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.visibleProperty().bind(away.visibleProperty().or(abnormal.visibleProperty()));
        scroll.managedProperty().bind(scroll.visibleProperty());
        getChildren().addAll(layers, filters, section, scroll);
    }

    void show(Surveyor.News news) {
        groups = news.groups();
        away.show(news.away());
        abnormal.show(news.abnormal());
        rows();
    }

    private void rows() {
        List<ClusterRow> shown = ClusterRow.of(groups, closed);
        boolean large = shown.size() > OPEN_UP_TO;
        boolean folded = false;
        for (ClusterRow row : shown) {
            // a cluster of a site too large to be read at a glance begins folded
            if (row.cluster() && seen.add(ClusterRow.key(row)) && large) {
                folded |= closed.add(ClusterRow.key(row));
            }
        }
        if (folded) {
            shown = ClusterRow.of(groups, closed);
        }
        if (!shown.equals(clusters.getItems())) {
            int at = clusters.getSelectionModel().getSelectedIndex();
            clusters.getItems().setAll(shown);
            clusters.setPrefHeight(shown.size() * ROW);
            if (at >= 0 && at < shown.size()) {
                clusters.getSelectionModel().select(at);
            }
        }
    }

    private void key(KeyEvent key) {
        ClusterRow row = clusters.getSelectionModel().getSelectedItem();
        if (row == null) {
            return;
        }
        if (key.getCode() == KeyCode.ENTER) {
            key.consume();
            open();
        } else if (row.cluster() && key.getCode() == KeyCode.RIGHT && !row.open()
                || row.cluster() && key.getCode() == KeyCode.LEFT && row.open()) {
            key.consume();
            fold(row);
        }
    }

    /** A host is gone to; a cluster is folded or unfolded. */
    private void open() {
        ClusterRow row = clusters.getSelectionModel().getSelectedItem();
        if (row == null) {
            return;
        }
        if (row.cluster()) {
            fold(row);
        } else {
            row.id().ifPresent(go);
        }
    }

    private void fold(ClusterRow row) {
        ElementId key = ClusterRow.key(row);
        if (!closed.remove(key)) {
            closed.add(key);
        }
        rows();
    }

    /** Marks the host that is selected elsewhere. */
    void select(Optional<ElementId> id) {
        List<ClusterRow> rows = clusters.getItems();
        for (int i = 0; i < rows.size(); i++) {
            if (id.isPresent() && rows.get(i).id().equals(id)) {
                clusters.getSelectionModel().select(i);
                return;
            }
        }
        clusters.getSelectionModel().clearSelection();
    }

    private static final class RowCell extends ListCell<ClusterRow> {
        @Override
        protected void updateItem(ClusterRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setPrefWidth(0);
            getStyleClass().removeAll("cluster-row", "host-row");
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            getStyleClass().add(row.cluster() ? "cluster-row" : "host-row");
            setGraphic(row.cluster() ? cluster(row) : host(row));
        }

        private static HBox cluster(ClusterRow row) {
            boolean normal = row.status().level() == Level.NORMAL;
            Label detail = Texts.label(
                    row.detail(), "small", normal ? "dim" : row.status().level().style());
            VBox words = Texts.stack("row-text", Texts.label(row.name()), detail);
            Label fold = Texts.label(row.open() ? "▾" : "▸", "faint", "small");
            HBox line = Texts.line("row-line", Texts.mark(row.status().level()), words, Texts.spring(), fold);
            return line;
        }

        private static HBox host(ClusterRow row) {
            boolean normal = row.status().level() == Level.NORMAL;
            Label detail = Texts.label(
                    row.detail(),
                    "small",
                    normal ? "faint" : row.status().level().style());
            Label mark = Texts.label(
                    row.status().level().shape(), "small", row.status().level().style());
            mark.setMinWidth(USE_PREF_SIZE);
            Label name = Texts.label(row.name());
            // what is said of it may be cut, its name not before it is long
            name.setMinWidth(Math.min(NAME, Math.ceil(Lettering.width(row.name(), LETTERS, false)) + 2));
            return Texts.line("row-line", mark, name, Texts.spring(), detail);
        }
    }
}
