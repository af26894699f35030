package org.redoubt.views.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redoubt.controllers.run.Phase;
import org.redoubt.controllers.run.Work;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.views.parts.Toasts;
import org.redoubt.views.words.Shown;
import org.redoubt.views.words.Status;
import org.redoubt.views.words.Units;
import org.redoubt.views.work.WorkWords;

/** Tells of each piece of work once when it ends, and once when nobody knows what became of it. */
final class WorkNews {

    private static final int TITLE = 56;

    private final Toasts toasts;
    private final Map<UUID, Phase> before = new HashMap<>();

    WorkNews(Toasts toasts) {
        this.toasts = toasts;
    }

    void show(List<Work> works) {
        for (Work work : works.reversed()) {
            Phase was = before.put(work.id(), work.phase());
            boolean news = work.phase() == Phase.ENDED || work.phase() == Phase.UNSETTLED;
            if (news && was != work.phase()) {
                tell(work);
            }
        }
        before.keySet().retainAll(works.stream().map(Work::id).toList());
    }

    private void tell(Work work) {
        Status status = WorkWords.status(work);
        String title = Shown.text(work.title(), TITLE);
        String took =
                work.endedAt() >= work.startedAt() ? " in " + Units.millis(work.endedAt() - work.startedAt()) : "";
        String said = WorkWords.detail(work);
        String advice = WorkWords.advice(work);
        String detail = said.isEmpty() ? advice : advice.isEmpty() ? said : said + ". " + advice;
        boolean done = work.outcome().filter(Outcome.Done.class::isInstance).isPresent();
        toasts.say(status.level(), title + ": " + status.word() + (done ? took : ""), detail);
    }
}
