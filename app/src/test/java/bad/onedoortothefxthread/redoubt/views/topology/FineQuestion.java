package bad.onedoortothefxthread.redoubt.views.topology;

import javafx.application.Platform;

final class FineQuestion {
    boolean here() {
        return Platform.isFxApplicationThread();
    }
}
