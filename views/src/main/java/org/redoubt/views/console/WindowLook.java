package org.redoubt.views.console;

import java.util.function.UnaryOperator;
import javafx.scene.Scene;
import org.redoubt.controllers.settings.Settings;
import org.redoubt.controllers.settings.SettingsStore;
import org.redoubt.controllers.settings.Theme;
import org.redoubt.views.parts.Look;
import org.redoubt.views.topology.MapView;
import org.redoubt.views.topology.Palette;

/** Gives the window the theme and scale of the settings, and changes them while it is open. */
final class WindowLook {

    private final Scene scene;
    private final MapView map;
    private final SettingsStore settings;
    private Look look;

    WindowLook(Scene scene, MapView map, SettingsStore settings) {
        this.scene = scene;
        this.map = map;
        this.settings = settings;
        Settings now = settings.now();
        show(new Look(now.theme() == Theme.DARK, now.scale()));
    }

    /** Changes the look, shows it, and keeps it. */
    void change(UnaryOperator<Look> change) {
        show(change.apply(look));
        settings.change(
                now -> now.withTheme(look.dark() ? Theme.DARK : Theme.LIGHT).withScale(look.scale()));
    }

    private void show(Look wanted) {
        look = wanted;
        look.apply(scene);
        map.palette(look.dark() ? Palette.DARK : Palette.LIGHT);
        map.scale(look.scale());
    }
}
