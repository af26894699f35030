package org.redoubt.topology.plan.forecast;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.Tuning;

/**
 * Migrations of the lab's guests between its hosts by QEMU 7.2 and libvirt 9.0: {@code lab-migrations} on a machine with
 * other work to do, {@code lab-unlimited-wire} on a quiet one, {@code lab-gigabit-wire} there too, over cards that were
 * given the speed of a gigabit.
 */
final class Recorded {

    private Recorded() {}

    /** In the order in which they happened; nothing was predicted of them. */
    static List<Run> runs(String series) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Recorded.class.getResourceAsStream(series + ".tsv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> run(line.split("\t")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Run run(String[] field) {
        long[] is = new long[field.length];
        for (int i = 3; i < field.length; i++) {
            is[i] = Long.parseLong(field[i]);
        }
        Step.Migrate step = new Step.Migrate(
                ElementId.vm(field[0]),
                ElementId.host(field[1]),
                ElementId.host(field[2]),
                new Tuning(is[3], is[4] == 1, 0));
        JobFigures figures = new JobFigures(is[8], -1, -1, -1, -1, is[11], is[6], is[7], is[9], is[10], -1);
        return new Run(step, Optional.empty(), is[5] == 1, figures, is[12], is[13]);
    }
}
