package bad.threadsonlyinapp.redoubt.views.fx;

import java.util.Timer;

final class BadTimer {
    Timer it() {
        return new Timer();
    }
}
