package org.redoubt.views.topology;

import java.util.Map;
import java.util.Optional;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.HostAnswer;
import org.redoubt.topology.picture.Overlay;

/** A VM that is held, by mouse or by keyboard: every host answers, until it is dropped or let go. */
final class MapMoves {

    private final MapView map;
    private final MapActions actions;
    private ElementId vm;
    private ElementId target;
    private boolean byKeyboard;
    private double x;
    private double y;
    private Map<ElementId, HostAnswer> answers = Map.of();

    MapMoves(MapView map, MapActions actions) {
        this.map = map;
        this.actions = actions;
    }

    boolean holds() {
        return vm != null;
    }

    boolean byKeyboard() {
        return byKeyboard;
    }

    Optional<ElementId> target() {
        return Optional.ofNullable(target);
    }

    /** Takes a VM by mouse. */
    void take(ElementId taken, double mapX, double mapY) {
        vm = taken;
        byKeyboard = false;
        ask();
        carry(mapX, mapY);
    }

    void carry(double mapX, double mapY) {
        x = mapX;
        y = mapY;
        target = map.picture().hostAt(mapX, mapY).orElse(null);
        show();
    }

    /** Takes a VM by keyboard; the first target is the first host that fits. */
    void choose(ElementId taken) {
        if (taken.kind() != ElementKind.VM || map.site().vm(taken).isEmpty()) {
            return;
        }
        vm = taken;
        byKeyboard = true;
        ask();
        ElementId home = home().orElse(null);
        ElementId best = null;
        for (ElementId host : map.picture().hosts()) {
            HostAnswer answer = answers.get(host);
            boolean fits = answer != null && answer.tone() == org.redoubt.topology.picture.Tone.INTERACTION;
            if (!host.equals(home) && host.kind() == ElementKind.HOST && (best == null || fits)) {
                best = host;
                if (fits) {
                    break;
                }
            }
        }
        aim(best);
    }

    /** Points at a host by keyboard. */
    void aim(ElementId host) {
        target = host;
        Optional<Box> box = Optional.ofNullable(host).flatMap(map.picture()::boundsOf);
        box.ifPresent(at -> {
            x = at.centreX();
            y = at.y() + Math.min(at.height() / 2, 112);
        });
        show();
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
        answers = Map.of();
        map.hold(Optional.empty(), answers);
    }

    /** Facts changed: the answers may have, too. */
    void siteChanged() {
        if (!holds()) {
            return;
        }
        if (map.site().vm(vm).isEmpty()) {
            cancel();
            return;
        }
        ask();
        show();
    }

    private void ask() {
        answers = FitWords.of(map.site(), vm, actions.fits(vm));
    }

    private Optional<ElementId> home() {
        return map.site().vm(vm).flatMap(known -> known.whereabouts().host());
    }

    private void show() {
        map.hold(Optional.of(new Overlay.Held(vm, Optional.ofNullable(target), x, y)), answers);
    }
}
