package org.redoubt.views.table;

import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** The keys and clicks of the table: arrows go, Shift draws a range, Ctrl adds, Ctrl+A takes all that is shown. */
final class TableKeys {

    private final VmTable owner;
    private final TableView<VmRow> table;
    private final TextField filter;

    TableKeys(VmTable owner, TableView<VmRow> table, TextField filter) {
        this.owner = owner;
        this.table = table;
        this.filter = filter;
    }

    void listen() {
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::inTable);
        // When it is typed, not when it is pressed: else it would be typed into the filter.
        table.addEventFilter(KeyEvent.KEY_TYPED, key -> {
            if (key.getCharacter().equals("/")) {
                key.consume();
                filter.requestFocus();
                filter.selectAll();
            }
        });
        filter.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.ENTER) {
                key.consume();
                owner.takeFocus();
            }
        });
    }

    private void inTable(KeyEvent key) {
        if (key.isAltDown() || key.isMetaDown()) {
            return;
        }
        int page = Math.max(1, owner.pageRows() - 1);
        int last = table.getItems().size() - 1;
        boolean done = switch (key.getCode()) {
            case UP -> owner.go(-1, key.isShiftDown());
            case DOWN -> owner.go(1, key.isShiftDown());
            case PAGE_UP -> owner.go(-page, key.isShiftDown());
            case PAGE_DOWN -> owner.go(page, key.isShiftDown());
            case HOME -> owner.go(-last - 1, key.isShiftDown());
            case END -> owner.go(last + 1, key.isShiftDown());
            case A -> key.isShortcutDown() && owner.all();
            case M, ENTER -> !key.isShortcutDown() && owner.move();
            default -> false;
        };
        if (done) {
            key.consume();
        }
    }

    static void clicks(TableRow<VmRow> row, VmTable owner) {
        row.addEventFilter(MouseEvent.MOUSE_PRESSED, press -> {
            if (press.getButton() == MouseButton.PRIMARY && !row.isEmpty()) {
                press.consume();
                owner.click(row.getIndex(), press.isShiftDown(), press.isShortcutDown());
            }
        });
    }
}
