package bad.onedoortothefxthread.redoubt.views.topology;

import javafx.application.Platform;

final class BadCall {
    void later() {
        Platform.runLater(() -> {});
    }
}
