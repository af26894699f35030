package org.redoubt.views.topology;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.Lettering;
import org.redoubt.topology.picture.Picture;
import org.redoubt.topology.picture.Tone;
import org.redoubt.topology.picture.Words;
import org.redoubt.views.fx.Typeface;
import org.redoubt.views.parts.Texts;

/** What stands still on the map: the legend below, and the notice where there is nothing to draw yet. */
final class MapFurniture extends BorderPane {

    private static final double HEIGHT = 32;

    private static final String CARDS =
            "chip height = memory · line = heartbeat · side A solid, side B dashed · thickness = what matters now";
    private static final String VMS = "frame = host · cell = VM, size = memory · side A solid, side B dashed";

    /** Words of the legend of cells, each with the tone of what it explains. */
    private record Sign(String words, Tone tone) {}

    private static final List<Sign> CELLS = List.of(
            new Sign("cell = host, fill = load", Tone.FAINT),
            new Sign("▲ not well", Tone.WARNING),
            new Sign("◯ silent", Tone.CRITICAL),
            new Sign("✕ proven down", Tone.CRITICAL),
            new Sign("? not heard", Tone.DIM));

    private double height = HEIGHT;
    private Font letters = Typeface.of(12, false);
    private Palette colours = Palette.DARK;
    private List<Sign> signs = List.of();
    private final HBox legend = new HBox(24);
    private final HBox bottom = new HBox(16);
    private final Label zoom = label(12, false);
    private final Label title = label(16, true);
    private final Label hint = label(13, false);

    MapFurniture() {
        setMouseTransparent(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        bottom.getChildren().addAll(legend, gap, zoom);
        bottom.setPadding(new Insets(8, 24, 8, 24));
        bottom.setAlignment(Pos.CENTER_LEFT);
        legend.setMinWidth(0);
        legend.setId("legend");
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
        letters = Typeface.of(12 * ui, false);
        legend.getChildren().forEach(sign -> ((Label) sign).setFont(letters));
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
        legend.setVisible(hosts > 0);
        zoom.setVisible(hosts > 0);
        bottom.setBackground(hosts == 0 ? null : Background.fill(palette.ground()));
        if (palette != colours) {
            colours = palette;
            explain(signs);
        }
        zoom.setTextFill(palette.faint());
        title.setTextFill(palette.text());
        hint.setTextFill(palette.dim());
    }

    /** How near one is, and what there is to be explained. */
    void zoom(double scale, Picture.Level level) {
        String percent = scale < 0.095 ? String.format(Locale.ROOT, "%.1f%%", scale * 100) : Words.percent(scale);
        zoom.setText("zoom " + percent + " · scroll to zoom, drag to pan, 0 fits the site");
        List<Sign> now = switch (level) {
            case CELLS -> CELLS;
            case VMS -> List.of(new Sign(VMS, Tone.FAINT));
            case CARDS, PORTS -> List.of(new Sign(CARDS, Tone.FAINT));
        };
        if (!now.equals(signs)) {
            signs = now;
            explain(now);
        }
    }

    private void explain(List<Sign> said) {
        legend.getChildren().clear();
        for (Sign sign : said) {
            Label label = Texts.label(sign.words(), "small", style(sign.tone()));
            label.setFont(letters);
            label.setTextFill(colours.of(sign.tone()));
            legend.getChildren().add(label);
        }
    }

    /** The style sheet's name for a tone. */
    private static String style(Tone tone) {
        return switch (tone) {
            case WARNING -> "level-warning";
            case CRITICAL -> "level-critical";
            case DIM -> "dim";
            default -> "faint";
        };
    }

    private static Label label(double size, boolean strong) {
        Label label = new Label();
        label.setFont(Typeface.of(size, strong));
        return label;
    }
}
