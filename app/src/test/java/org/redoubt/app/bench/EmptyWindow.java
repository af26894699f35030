package org.redoubt.app.bench;

import java.time.Duration;
import java.time.Instant;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

/** The least that JavaFX can open: what the start of the console is measured against. Prints when it was drawn, and ends. */
public final class EmptyWindow extends Application {

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new Pane(), 1440, 900));
        stage.show();
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (++frames == 3) {
                    Instant drawn = Instant.now();
                    Instant begun =
                            ProcessHandle.current().info().startInstant().orElseThrow();
                    System.out.println("drawn " + Duration.between(begun, drawn).toMillis() + " ms after the start");
                    System.exit(0);
                }
            }
        }.start();
    }
}
