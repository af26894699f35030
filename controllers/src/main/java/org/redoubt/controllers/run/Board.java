package org.redoubt.controllers.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** All work as it stands. What goes on is always kept; of what ended, the newest {@link #KEPT}. */
final class Board {

    static final int KEPT = 200;

    private final Map<UUID, Work> works = new LinkedHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile List<Work> shown = List.of();

    /** Newest first. */
    List<Work> works() {
        return shown;
    }

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    void put(Work work) {
        synchronized (works) {
            works.put(work.id(), work);
            forget();
            show();
        }
        listeners.forEach(Runnable::run);
    }

    /** Changes a work that has not ended yet; what ended stays as it is. */
    void update(UUID id, UnaryOperator<Work> change) {
        synchronized (works) {
            Work before = works.get(id);
            Work after = before == null || !before.phase().live() ? before : change.apply(before);
            if (after == null || after.equals(before)) {
                return;
            }
            works.put(id, after);
            show();
        }
        listeners.forEach(Runnable::run);
    }

    Optional<Work> find(UUID id) {
        synchronized (works) {
            return Optional.ofNullable(works.get(id));
        }
    }

    private void forget() {
        long ended =
                works.values().stream().filter(work -> !work.phase().live()).count();
        var oldest = works.values().iterator();
        while (ended > KEPT && oldest.hasNext()) {
            if (!oldest.next().phase().live()) {
                oldest.remove();
                ended--;
            }
        }
    }

    private void show() {
        List<Work> newestFirst = new ArrayList<>(works.values());
        shown = List.copyOf(newestFirst.reversed());
    }
}
