package org.redoubt.views.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.redoubt.topology.plan.Fit;
import org.redoubt.views.parts.Texts;
import org.redoubt.views.words.Level;

/**
 * The best targets for the VM in hand, beside the pointer: each with its key, what is predicted and what it costs; below
 * them what the host under the pointer says.
 */
final class TargetList extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int MOST_REASONS = 5;

    private final Label title = Texts.label("", "strong");
    private final Label count = Texts.label("", "small", "dim");
    private final VBox rows = Texts.stack("target-rows");
    private final VBox here = Texts.stack("target-here");
    private final Label hint =
            Texts.label("1–6, or ↑ ↓ and Enter: the plan · M lists all hosts · Esc lets go", "small", "faint");

    TargetList() {
        getStyleClass().add("target-list");
        setId("target-list");
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
        count.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(Texts.line("head", title, Texts.spring(), count), rows, here, hint);
    }

    /** The hosts are being asked. */
    void asking(String vm, int hosts) {
        title.setText(vm);
        count.setText("asking " + hosts + " hosts…");
        rows.getChildren().clear();
        here.getChildren().clear();
    }

    void show(String vm, Answers answers) {
        title.setText(vm);
        int hosts = answers.fits().size();
        count.setText(
                answers.fitting() == 0
                        ? "none of " + hosts + " hosts can take it"
                        : answers.fitting() + " of " + hosts + " hosts can take it");
        List<Node> lines = new ArrayList<>();
        for (int i = 0; i < answers.best().size(); i++) {
            lines.add(row(i + 1, answers.best().get(i)));
        }
        rows.getChildren().setAll(lines);
    }

    /** Marks a line; -1 marks none. */
    void mark(int line) {
        for (int i = 0; i < rows.getChildren().size(); i++) {
            rows.getChildren().get(i).pseudoClassStateChanged(CHOSEN, i == line);
        }
    }

    /** What the host under the pointer says; nothing where there is none. */
    void here(Optional<Target> target) {
        here.getChildren().clear();
        target.ifPresent(is -> {
            here.getChildren().add(Texts.line("head", mark(is), Texts.label(is.name(), "strong", "small"), where(is)));
            Texts.shown(here, true);
            if (is.verdict() != Fit.Verdict.CANNOT) {
                here.getChildren().add(Texts.label(is.predicted(), "small", "dim"));
            }
            for (int i = 0; i < is.costs().size() && i < MOST_REASONS; i++) {
                here.getChildren().add(Texts.wrapped(is.costs().get(i), "small", "dim"));
            }
            if (is.costs().size() > MOST_REASONS) {
                here.getChildren()
                        .add(Texts.label("and " + (is.costs().size() - MOST_REASONS) + " more", "small", "dim"));
            }
        });
        Texts.shown(here, target.isPresent());
    }

    private static Node row(int key, Target target) {
        Label name = Texts.label(target.name(), "strong", "small");
        name.setMinWidth(0);
        Label number = Texts.label(Integer.toString(key), "key");
        number.setMinWidth(USE_PREF_SIZE);
        Label predicted = Texts.label(target.predicted(), "small", "dim");
        predicted.setMinWidth(USE_PREF_SIZE);
        VBox row = Texts.stack(
                "target-line",
                Texts.line("head", number, mark(target), name, where(target), Texts.spring(), predicted));
        target.costs().forEach(cost -> row.getChildren().add(Texts.wrapped("▲ " + cost, "small", "level-warning")));
        return row;
    }

    private static Label where(Target target) {
        return Texts.label(target.cluster(), "small", "faint");
    }

    private static Label mark(Target target) {
        Level level = switch (target.verdict()) {
            case FITS -> Level.NORMAL;
            case FITS_BUT -> Level.WARNING;
            case CANNOT -> Level.CRITICAL;
        };
        Label mark = Texts.mark(level);
        if (level == Level.NORMAL) {
            mark.getStyleClass().setAll("label", "mark", "action");
        }
        return mark;
    }
}
