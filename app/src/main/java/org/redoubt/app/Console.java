package org.redoubt.app;

import java.util.Map;
import java.util.Optional;

/** Opens the window and returns when it is closed. */
@FunctionalInterface
interface Console {

    /** @param site what to show; empty for the simulated demo site */
    Exit open(Optional<String> site);

    /** Asks first whether there is a screen to open a window on: JavaFX itself would only fail, and at length. */
    record OnScreen(Map<String, String> environment, Console console) implements Console {

        @Override
        public Exit open(Optional<String> site) {
            if (environment.getOrDefault("DISPLAY", "").isEmpty()) {
                throw new BadInput("there is no display to open a window on (DISPLAY is not set). Start it in a desktop"
                        + " session, or use a command that needs no window: redoubt --help lists them");
            }
            return console.open(site);
        }
    }
}
