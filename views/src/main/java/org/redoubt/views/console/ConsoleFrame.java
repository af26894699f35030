package org.redoubt.views.console;

import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Where the window's parts are: the bar above, the panels beside the map, sheets over these, the panel below. */
final class ConsoleFrame extends BorderPane {

    /** How much of the height the map has, usually and at most while a table is read. */
    private static final double USUAL = 0.78;

    private static final double WITH_TABLE = 0.62;

    private final SplitPane split = new SplitPane();

    ConsoleFrame(
            Region left, Node map, Region right, Region bottom, Node filters, Node toasts, Node sheets, Node... above) {
        StackPane middle = new StackPane(map, filters, toasts);
        StackPane.setAlignment(filters, Pos.TOP_RIGHT);
        StackPane.setAlignment(toasts, Pos.BOTTOM_RIGHT);
        BorderPane upper = new BorderPane(middle, null, right, null, left);
        left.setMinHeight(0);
        upper.setMinSize(0, 0);
        StackPane work = new StackPane(upper, sheets);
        work.setMinHeight(0);
        split.getItems().setAll(work, bottom);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(USUAL);
        SplitPane.setResizableWithParent(bottom, false);
        getStyleClass().add("console");
        setTop(new VBox(above));
        setCenter(split);
    }

    /** Gives the panel below the room that a table wants, unless it has more already. */
    void roomForTable() {
        split.setDividerPositions(Math.min(WITH_TABLE, split.getDividerPositions()[0]));
    }
}
