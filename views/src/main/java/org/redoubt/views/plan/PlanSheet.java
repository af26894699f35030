package org.redoubt.views.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.Approval;
import org.redoubt.topology.plan.Durations;
import org.redoubt.topology.plan.Objection;
import org.redoubt.topology.plan.Plan;
import org.redoubt.topology.plan.Prediction;
import org.redoubt.topology.plan.Tuning;
import org.redoubt.views.parts.Sheet;
import org.redoubt.views.parts.Texts;
import org.redoubt.views.words.Level;
import org.redoubt.views.words.Shown;
import org.redoubt.views.words.Units;
import org.redoubt.views.words.Values;

/**
 * What moving a VM means, before anything happens: the prediction as values, every objection with its fix, what it
 * costs. Confirm is open only while each objection is accepted by its name; the plan is made anew as facts arrive, and
 * an acceptance stays with the objection it was given for.
 */
public final class PlanSheet implements Sheet {

    private static final int NAME = 48;

    /** Where plans come from, and what their predictions are worth. */
    public interface Planner {
        /** From the newest site. */
        Plan plan(Tuning tuning);

        /** How good earlier predictions were, in words. */
        String score();
    }

    private final ElementId vm;
    private final ElementId to;
    private final String operator;
    private final Planner planner;
    private final Consumer<Approval> confirmed;
    private final Set<String> accepted = new TreeSet<>();

    private final VBox head = Texts.stack("sheet-head");
    private final HBox values = Texts.line("values");
    private final Label basis = Texts.wrapped("", "small", "faint");
    private final Label score = Texts.wrapped("", "small", "faint");
    private final Label cluster = Texts.wrapped("", "dim");
    private final VBox objections = Texts.stack("section");
    private final VBox costs = Texts.stack("section");
    private final TuningFold tuning = new TuningFold(this::replan);
    private final Label missing = Texts.label("", "small", "dim");
    private final Button leave;
    private final Button another;
    private final Button confirm;
    private final VBox box;
    private Plan plan;

    /**
     * @param planner makes the plan from the newest site
     * @param leave closes the sheet
     * @param another asks for another host instead
     * @param confirmed is given the approval, once; the sheet closes itself before
     */
    public PlanSheet(
            ElementId vm,
            ElementId to,
            String operator,
            Planner planner,
            Runnable leave,
            Runnable another,
            Consumer<Approval> confirmed) {
        this.vm = vm;
        this.to = to;
        this.operator = operator;
        this.planner = planner;
        this.confirmed = approval -> {
            leave.run();
            confirmed.accept(approval);
        };
        this.leave = Texts.button("Leave", leave);
        this.leave.setId("plan-leave");
        this.leave.setGraphic(Texts.label("Esc", "key"));
        this.leave.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        this.confirm = Texts.button("Move it now", this::confirm, "primary");
        this.confirm.setId("plan-confirm");
        this.another = Texts.button("Choose another host…", another);
        this.another.setId("plan-another");
        VBox body = Texts.stack("sheet-body", values, basis, score, cluster, objections, costs, tuning);
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        box = Texts.stack(
                "paper",
                head,
                scroll,
                Texts.line("sheet-foot", missing, Texts.spring(), this.another, this.leave, confirm));
        box.setId("plan-sheet");
        cluster.setId("plan-cluster");
        box.setMaxHeight(Region.USE_PREF_SIZE);
        replan();
    }

    /** Makes the plan anew from the newest site; what is shown changes only where it says something else. */
    public void replan() {
        tuning.value().ifPresent(tuned -> {
            Plan newest = planner.plan(tuned);
            boolean same = plan != null
                    && plan.objections().equals(newest.objections())
                    && plan.costs().equals(newest.costs())
                    && plan.prediction().equals(newest.prediction())
                    && plan.steps().equals(newest.steps());
            Plan before = plan;
            plan = newest;
            if (!same) {
                write();
            }
            if (before == null
                    || before.possible() != plan.possible()
                    || !before.objections().equals(plan.objections())) {
                object();
            }
        });
        score.setText(planner.score());
        weigh();
    }

    private void write() {
        head.getChildren().setAll(head());
        values.getChildren().setAll(values());
        List<Node> lines = new ArrayList<>();
        lines.add(Texts.heading("What it costs"));
        plan.costs().forEach(cost -> lines.add(Texts.wrapped("▲ " + Shown.text(cost), "level-warning")));
        costs.getChildren().setAll(lines);
        Texts.shown(costs, !plan.costs().isEmpty());
        boolean copied = ClusterWords.move(plan).isEmpty();
        Texts.shown(tuning, plan.possible() && copied);
        cluster.setText(Shown.text(ClusterWords.besides(plan)));
        Texts.shown(cluster, !cluster.getText().isEmpty());
        Texts.shown(confirm, plan.possible());
        Texts.shown(another, !plan.possible());
        basis.setText(
                plan.prediction().map(known -> "Reckoned from " + known.basis()).orElse(""));
        Texts.shown(basis, plan.possible() && !basis.getText().isEmpty());
        Texts.shown(score, basis.isVisible());
    }

    /** These are ticked: under the pointer they stay for as long as what they say, whatever is reckoned meanwhile. */
    private void object() {
        List<Node> objected = new ArrayList<>();
        for (Objection objection : plan.objections()) {
            objected.add(new ObjectionBox(objection, plan.possible(), accepted.contains(objection.rule()), yes -> {
                if (yes) {
                    accepted.add(objection.rule());
                } else {
                    accepted.remove(objection.rule());
                }
                weigh();
            }));
        }
        objections.getChildren().setAll(objected);
        Texts.shown(objections, !objected.isEmpty());
    }

    private List<Node> head() {
        String name = Shown.text(plan.origin().nameOf(vm), NAME);
        String from = plan.origin()
                .vm(vm)
                .flatMap(known -> known.whereabouts().host())
                .map(host -> Values.name(host, plan.origin()))
                .orElse("nowhere");
        Label title = Texts.wrapped("Move " + name, "title");
        String route = from + " → " + Values.name(to, plan.origin());
        boolean refused = !plan.possible();
        boolean asking = refused
                && plan.objections().stream()
                        .allMatch(objection ->
                                objection.acceptable() || objection.rule().equals("cluster-asked"));
        Label line = refused && !asking
                ? Texts.wrapped("✕ " + route + " cannot be done as things stand", "route", "level-critical")
                : Texts.wrapped(route + ClusterWords.way(plan), "route", "dim");
        line.setId("plan-route");
        return List.of(title, line);
    }

    private List<Node> values() {
        boolean copied = ClusterWords.copied(plan);
        Texts.shown(values, plan.possible() && copied);
        if (plan.prediction().isEmpty()) {
            return List.of(Texts.wrapped("Too little is known of it to predict how long this takes.", "dim"));
        }
        Prediction predicted = plan.prediction().get();
        List<Node> shown = new ArrayList<>();
        if (predicted.converges()) {
            shown.add(value("takes", Durations.of(predicted.total()), Level.NORMAL));
            shown.add(value("stands still for", Durations.of(predicted.pause()), Level.NORMAL));
        } else {
            shown.add(value("does not end by itself", "dirties memory faster than it is copied", Level.WARNING));
            shown.add(value("one pass takes", Durations.of(predicted.total()), Level.NORMAL));
        }
        shown.add(value("to copy", Units.bytes(predicted.bytes()), Level.NORMAL));
        return shown;
    }

    private static VBox value(String what, String value, Level level) {
        Label label = Texts.label(value, "value", level.style());
        return Texts.stack("figure", Texts.label(what, "what"), label);
    }

    private void weigh() {
        List<String> open = plan == null
                ? List.of()
                : plan.objections().stream()
                        .filter(objection -> objection.acceptable() && !accepted.contains(objection.rule()))
                        .map(Objection::rule)
                        .toList();
        boolean ready = plan != null
                && plan.possible()
                && open.isEmpty()
                && tuning.value().isPresent();
        confirm.setDisable(!ready);
        if (plan != null && !plan.possible()) {
            missing.setText("Nothing was changed.");
        } else if (!open.isEmpty()) {
            missing.setText("To be accepted by name: " + String.join(", ", open));
        } else {
            missing.setText(tuning.value().isEmpty() ? "The tuning is not a number." : "");
        }
    }

    private void confirm() {
        Set<String> named = new TreeSet<>();
        plan.objections().stream()
                .map(Objection::rule)
                .filter(accepted::contains)
                .forEach(named::add);
        Approval approval = new Approval(plan, operator, named);
        if (plan.possible() && approval.covers(plan.objections())) {
            confirmed.accept(approval);
        }
    }

    @Override
    public Region node() {
        return box;
    }

    /** Leave, not Confirm: an Enter too many changes nothing. */
    @Override
    public Node first() {
        return leave;
    }
}
