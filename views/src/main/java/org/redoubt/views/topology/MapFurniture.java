package org.redoubt.views.topology;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.Lettering;
import org.redoubt.topology.picture.Words;
import org.redoubt.topology.picture.layout.Layout;
import org.redoubt.views.fx.Typeface;

/** What stands still on the map: the legend below, and the notice where there is nothing to draw yet. */
final class MapFurniture extends BorderPane {

    private static final double HEIGHT = 32;

    private static final String CARDS =
            "chip height = memory · line = heartbeat · side A solid, side B dashed · thickness = what matters now";
    private static final String CELLS = "cell = host, fill = load · ▲ gap · ◯ silent · ✕ down · ? not heard";

    private double height = HEIGHT;
    private final Label legend = label(12, false);
    private final Label zoom = label(12, false);
    private final Label title = label(16, true);
    private final Label hint = label(13, false);

    MapFurniture() {
        setMouseTransparent(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bottom = new HBox(16, legend, gap, zoom);
        bottom.setPadding(new Insets(0, 24, 8, 24));
        bottom.setAlignment(Pos.BOTTOM_LEFT);
        legend.setMinWidth(0);
        zoom.setMinWidth(Region.USE_PREF_SIZE);
        setBottom(bottom);
        VBox notice = new VBox(8, title, hint);
        notice.setAlignment(Pos.CENTER);
        hint.setWrapText(true);
        hint.setMaxWidth(480);
        setCenter(notice);
    }

    void scale(double ui) {
        height = HEIGHT * ui;
        legend.setFont(Typeface.of(12 * ui, false));
        zoom.setFont(Typeface.of(12 * ui, false));
        title.setFont(Typeface.of(16 * ui, true));
        hint.setFont(Typeface.of(13 * ui, false));
        hint.setMaxWidth(480 * ui);
    }

    /** What the legend needs at the lower edge. */
    double height() {
        return height;
    }

    void say(Site site, Palette palette) {
        long hosts = site.hosts().count();
        title.setVisible(hosts == 0);
        hint.setVisible(hosts == 0);
        if (hosts == 0) {
            title.setText(site.name().isEmpty() ? "Listening…" : "No hosts yet in " + Lettering.harmless(site.name()));
            hint.setText(
                    site.name().isEmpty()
                            ? "Nothing has been heard yet."
                            : "A host appears here as soon as the site file names it or a source reports it.");
        }
        legend.setText(hosts == 0 ? "" : hosts > Layout.MOST_CARDS ? CELLS : CARDS);
        zoom.setVisible(hosts > 0);
        legend.setTextFill(palette.faint());
        zoom.setTextFill(palette.faint());
        title.setTextFill(palette.text());
        hint.setTextFill(palette.dim());
    }

    void zoom(double scale) {
        zoom.setText("zoom " + Words.percent(scale) + " · scroll to zoom, drag to pan, 0 fits the site");
    }

    private static Label label(double size, boolean strong) {
        Label label = new Label();
        label.setFont(Typeface.of(size, strong));
        return label;
    }
}
