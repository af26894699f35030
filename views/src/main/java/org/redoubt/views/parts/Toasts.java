package org.redoubt.views.parts;

import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.redoubt.views.words.Level;

/** Messages in a corner of the map that stop nobody: what happened, and what to do. What is wrong stays until closed. */
public final class Toasts extends VBox {

    private static final int MOST = 4;
    private static final Duration GOOD_NEWS = Duration.seconds(8);

    public Toasts() {
        getStyleClass().add("toasts");
        setPickOnBounds(false);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    /** Says {@code title} and, below it, {@code detail}, which may be empty. */
    public void say(Level level, String title, String detail) {
        Label mark = Texts.mark(level);
        VBox words = new VBox(Texts.wrapped(title, "strong"));
        if (!detail.isEmpty()) {
            words.getChildren().add(Texts.wrapped(detail, "small", "dim"));
        }
        HBox toast = Texts.line("toast", mark, words);
        HBox.setHgrow(words, javafx.scene.layout.Priority.ALWAYS);
        toast.getChildren().add(Texts.button("Close", () -> getChildren().remove(toast), "quiet", "small"));
        switch (level) {
            case WARNING -> toast.getStyleClass().add("warning");
            case CRITICAL -> toast.getStyleClass().add("critical");
            default -> removeLater(toast);
        }
        getChildren().add(toast);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
    }

    private void removeLater(HBox toast) {
        PauseTransition pause = new PauseTransition(GOOD_NEWS);
        pause.setOnFinished(_ -> getChildren().remove(toast));
        pause.play();
    }
}
