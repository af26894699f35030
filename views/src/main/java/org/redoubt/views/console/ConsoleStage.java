package org.redoubt.views.console;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.redoubt.controllers.run.Work;
import org.redoubt.controllers.settings.Bounds;
import org.redoubt.controllers.settings.SettingsStore;
import org.redoubt.views.words.Shown;

/** The stage of a console window: where it was last time, and a close that asks while work is still running. */
public final class ConsoleStage {

    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 600;

    private final Stage stage;
    private final ConsoleWindow window;
    private final SettingsStore settings;
    private final Runnable closed;

    /** @param closed called once, when the window is gone */
    public ConsoleStage(
            Stage stage, ConsoleWindow window, SettingsStore settings, ConsoleTitle title, Runnable closed) {
        this.stage = stage;
        this.window = window;
        this.settings = settings;
        this.closed = closed;
        stage.setTitle(Shown.text(title.site(), 64) + " – Redoubt");
        stage.setScene(window.scene());
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setOnCloseRequest(request -> {
            request.consume();
            ask();
        });
        place();
    }

    public void show() {
        stage.show();
    }

    /** Where it was last, as long as that is still on a screen; else most of the main screen. */
    private void place() {
        Bounds last = settings.now().window().orElse(null);
        if (last != null
                && !Screen.getScreensForRectangle(last.x(), last.y(), last.width(), last.height())
                        .isEmpty()) {
            stage.setX(last.x());
            stage.setY(last.y());
            stage.setWidth(last.width());
            stage.setHeight(last.height());
            return;
        }
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setX(screen.getMinX());
        stage.setY(screen.getMinY());
        stage.setWidth(screen.getWidth());
        stage.setHeight(screen.getHeight());
    }

    private void ask() {
        List<Work> running = window.running();
        if (running.isEmpty()) {
            close();
        } else {
            window.sheets().open(new CloseSheet(running, window.sheets()::leave, this::close));
        }
    }

    private void close() {
        if (!stage.isFullScreen() && !stage.isIconified()) {
            Bounds now = new Bounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
            settings.change(before -> before.withWindow(now));
        }
        window.stop();
        stage.close();
        closed.run();
    }
}
