package org.redoubt.views.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.redoubt.views.parts.Texts;
import org.redoubt.views.words.Level;
import org.redoubt.views.words.Units;

/** Rows of a label and, beside it, what is said with a smaller line below. Rows are kept and rewritten as ages tick. */
final class RowGrid extends GridPane {

    private final List<Row> rows = new ArrayList<>();

    private record Row(Label label, VBox cell) {}

    RowGrid() {
        getStyleClass().add("facts");
        ColumnConstraints labels = new ColumnConstraints();
        labels.setPercentWidth(30);
        ColumnConstraints values = new ColumnConstraints();
        values.setPercentWidth(70);
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(labels, values);
    }

    void showNeeds(List<Need> needs) {
        fit(needs.size());
        for (int i = 0; i < needs.size(); i++) {
            Need need = needs.get(i);
            boolean normal = need.level() == Level.NORMAL;
            rows.get(i).label.setText(need.label());
            lines(rows.get(i).cell, 2);
            write(
                    rows.get(i).cell,
                    0,
                    normal ? need.value() : need.level().shape() + " " + need.value(),
                    "need",
                    need.level());
            write(rows.get(i).cell, 1, need.under(), "under", Level.UNKNOWN);
        }
    }

    void showFacts(List<FactRow> facts) {
        fit(facts.size());
        for (int i = 0; i < facts.size(); i++) {
            FactRow fact = facts.get(i);
            Level level = fact.disputed() ? Level.CRITICAL : Level.NORMAL;
            rows.get(i).label.setText(fact.label());
            lines(rows.get(i).cell, fact.said().size() * 2);
            for (int s = 0; s < fact.said().size(); s++) {
                FactRow.Said said = fact.said().get(s);
                String mark = fact.disputed() ? level.shape() + " " : "";
                write(rows.get(i).cell, s * 2, mark + said.value(), "fact-value", level);
                write(
                        rows.get(i).cell,
                        s * 2 + 1,
                        said.source() + " · " + Units.ago(said.age()),
                        "under",
                        Level.UNKNOWN);
            }
        }
    }

    private void fit(int wanted) {
        while (rows.size() > wanted) {
            Row last = rows.removeLast();
            getChildren().removeAll(last.label, last.cell);
        }
        while (rows.size() < wanted) {
            Row row = new Row(Texts.wrapped("", "small", "dim"), Texts.stack("fact"));
            GridPane.setValignment(row.label, javafx.geometry.VPos.TOP);
            addRow(rows.size(), row.label, row.cell);
            rows.add(row);
        }
    }

    private static void lines(VBox cell, int wanted) {
        while (cell.getChildren().size() > wanted) {
            cell.getChildren().removeLast();
        }
        while (cell.getChildren().size() < wanted) {
            cell.getChildren().add(Texts.wrapped(""));
        }
    }

    private static void write(VBox cell, int line, String text, String kind, Level level) {
        Label label = (Label) cell.getChildren().get(line);
        label.setText(text);
        List<String> styles = switch (kind) {
            case "under" -> List.of("label", "small", "dim");
            default -> level == Level.NORMAL ? List.of("label") : List.of("label", "strong", level.style());
        };
        if (!label.getStyleClass().equals(styles)) {
            label.getStyleClass().setAll(styles);
        }
    }
}
