package bad.onedoortothefxthread.redoubt.app;

import java.util.function.Consumer;
import javafx.application.Platform;

final class BadReference {
    Consumer<Runnable> later() {
        return Platform::runLater;
    }
}
