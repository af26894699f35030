package bad.threadsonlyinapp.redoubt.views.fx;

import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;

final class FineBeat {
    PauseTransition beat;
    AnimationTimer timer;
}
