package org.redoubt.views.topology;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.HostAnswer;
import org.redoubt.topology.picture.Overlay;
import org.redoubt.topology.picture.Tone;
import org.redoubt.views.fx.Aside;

/**
 * A VM that is held, by mouse or by keyboard: every host answers, until it is dropped or let go. The few hosts of a small
 * site answer at once; thousands are asked beside the toolkit's thread, and what can be chosen is listed by the pointer.
 */
final class MapMoves {

    /** Thousands of hosts are not asked again with every fact. */
    private static final long PAUSE_MILLIS = 2_000;

    private final MapView map;
    private final MapActions actions;
    private final TargetList list;
    private final Aside<Answers.Question, Answers> aside;
    private ElementId vm;
    private ElementId target;
    private boolean byKeyboard;
    private int line = -1;
    private long asked;
    private double x;
    private double y;
    private Answers answers;

    MapMoves(MapView map, MapActions actions, TargetList list, Executor beside) {
        this.map = map;
        this.actions = actions;
        this.list = list;
        this.aside = new Aside<>(beside, question -> Answers.to(question, actions.fits(question.vm())), this::answered);
    }

    boolean holds() {
        return vm != null;
    }

    Optional<ElementId> held() {
        return Optional.ofNullable(vm);
    }

    boolean byKeyboard() {
        return byKeyboard;
    }

    Optional<ElementId> target() {
        return Optional.ofNullable(target);
    }

    /** Whether the best targets are listed, for arrows to choose among. */
    boolean listed() {
        return holds() && map.crowded();
    }

    /** Takes a VM by mouse. */
    void take(ElementId taken, double mapX, double mapY) {
        begin(taken, false);
        carry(mapX, mapY);
    }

    void carry(double mapX, double mapY) {
        x = mapX;
        y = mapY;
        byKeyboard = false;
        line = -1;
        target = map.picture().hostAt(mapX, mapY).orElse(null);
        show();
    }

    /** Takes a VM by keyboard; the first target is the best host, of a small site the first that fits. */
    void choose(ElementId taken) {
        if (taken.kind() != ElementKind.VM || map.site().vm(taken).isEmpty()) {
            return;
        }
        Box view = map.camera().view(map.getWidth(), map.getHeight());
        x = view.centreX();
        y = view.centreY();
        begin(taken, true);
        show();
    }

    private void begin(ElementId taken, boolean keyboard) {
        vm = taken;
        target = null;
        line = -1;
        answers = null;
        byKeyboard = keyboard;
        if (map.crowded()) {
            list.asking(map.site().nameOf(vm), (int) map.site().hosts().count());
            list.here(Optional.empty());
        }
        ask();
    }

    /** Points at a host by keyboard. */
    void aim(ElementId host) {
        target = host;
        byKeyboard = true;
        line = -1;
        Optional<Box> box = Optional.ofNullable(host).flatMap(map.picture()::boundsOf);
        box.filter(at -> !map.crowded()).ifPresent(at -> {
            x = at.centreX();
            y = at.y() + Math.min(at.height() / 2, 112);
        });
        show();
    }

    /** Points at the next of the best targets, or the one before. */
    void step(int by) {
        int many = answers == null ? 0 : answers.best().size();
        if (many > 0) {
            int to = line < 0 ? (by > 0 ? 0 : many - 1) : Math.floorMod(line + by, many);
            aim(answers.best().get(to).host());
            line = to;
            list.mark(line);
        }
    }

    /** Drops on one of the best targets, counted from 1; does nothing where there are not so many. */
    void dropOn(int number) {
        if (answers != null && number <= answers.best().size()) {
            target = answers.best().get(number - 1).host();
            drop();
        }
    }

    /** Lets go over the target, if there is one other than where it is. */
    void drop() {
        ElementId dropped = vm;
        ElementId host = target;
        boolean away = host != null && !home().filter(host::equals).isPresent();
        cancel();
        if (away) {
            actions.dropped(dropped, host);
        }
    }

    /** Lets go, with no effect. */
    void cancel() {
        vm = null;
        target = null;
        answers = null;
        map.hold(Optional.empty(), Map.of(), Set.of());
    }

    /** Facts changed: the answers may have, too. */
    void siteChanged() {
        if (!holds()) {
            return;
        }
        if (map.site().vm(vm).isEmpty()) {
            cancel();
        } else if (!map.crowded() || map.site().now() - asked >= PAUSE_MILLIS) {
            ask();
            show();
        }
    }

    private void ask() {
        asked = map.site().now();
        Answers.Question question = new Answers.Question(vm, map.site(), map.crowded());
        if (map.crowded()) {
            aside.ask(question);
        } else {
            answered(question, Answers.to(question, actions.fits(vm)));
        }
    }

    private void answered(Answers.Question question, Answers said) {
        if (!question.vm().equals(vm)) {
            return;
        }
        answers = said;
        if (map.crowded()) {
            list.show(map.site().nameOf(vm), said);
            list.mark(line);
        }
        if (byKeyboard && target == null) {
            if (map.crowded()) {
                step(1);
            } else {
                aim(first());
            }
        }
        show();
    }

    /** Of a small site, the first host that fits; else the first that there is. */
    private ElementId first() {
        ElementId home = home().orElse(null);
        ElementId best = null;
        for (ElementId host : map.picture().hosts()) {
            HostAnswer answer = answers.cards().get(host);
            boolean fits = answer != null && answer.tone() == Tone.INTERACTION;
            if (!host.equals(home) && host.kind() == ElementKind.HOST && (best == null || fits)) {
                best = host;
                if (fits) {
                    break;
                }
            }
        }
        return best;
    }

    private Optional<ElementId> home() {
        return map.site().vm(vm).flatMap(known -> known.whereabouts().host());
    }

    private void show() {
        if (map.crowded()) {
            list.here(line >= 0 ? Optional.empty() : pointed());
        }
        map.hold(
                Optional.of(new Overlay.Held(vm, Optional.ofNullable(target), x, y)),
                answers == null ? Map.of() : answers.cards(),
                answers == null ? Set.of() : answers.lit());
    }

    /** What the host under the pointer says. */
    private Optional<Target> pointed() {
        return target().map(host -> answers == null ? null : answers.fits().get(host))
                .map(fit -> Target.of(map.site(), vm, fit));
    }

    /** The best targets as they are listed; empty while the hosts are being asked. */
    List<Target> best() {
        return answers == null ? List.of() : answers.best();
    }
}
