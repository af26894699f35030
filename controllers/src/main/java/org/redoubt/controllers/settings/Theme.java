package org.redoubt.controllers.settings;

/** How the window is coloured. */
public enum Theme {
    DARK,
    LIGHT
}
