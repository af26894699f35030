package org.redoubt.views.console;

import java.util.List;
import org.redoubt.controllers.run.Work;
import org.redoubt.topology.plan.Step;
import org.redoubt.views.topology.ChipWork;
import org.redoubt.views.words.Units;
import org.redoubt.views.work.WorkWords;

/** What runs, as the map shows it on the chips. */
final class ChipWorks {

    private ChipWorks() {}

    static List<ChipWork> of(List<Work> works) {
        return works.stream()
                .filter(work -> work.phase().live())
                .map(ChipWorks::of)
                .toList();
    }

    private static ChipWork of(Work work) {
        return switch (work.step()) {
            case Step.Move move ->
                new ChipWork(
                        move.vm(),
                        move.from(),
                        move.to(),
                        work.figures().progress(),
                        work.figures().remaining() < 0
                                ? ""
                                : Units.bytes(work.figures().remaining()) + " left",
                        WorkWords.status(work).word());
        };
    }
}
