package org.redoubt.views.parts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Something that lies above the map until it is left. */
public interface Sheet {

    Region node();

    /** What has the focus first, and gets it back when it strays. */
    Node first();

    default Pos place() {
        return Pos.CENTER;
    }

    /** Whether a click beside it leaves it: so where nothing typed would be lost. */
    default boolean light() {
        return false;
    }

    /** It was left, however that came about. */
    default void left() {}
}
