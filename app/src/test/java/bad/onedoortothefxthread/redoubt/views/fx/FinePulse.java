package bad.onedoortothefxthread.redoubt.views.fx;

import javafx.application.Platform;

final class FinePulse {
    void later() {
        Platform.runLater(() -> {});
    }
}
