package org.redoubt.agent.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.redoubt.agent.port.Intent;
import org.redoubt.agent.port.JournalException;
import org.redoubt.topology.plan.Outcome;

/**
 * A console in a process of its own, for tests that kill it: writes to a journal as fast as it can, and tells each entry
 * on its standard output once that was acknowledged.
 */
final class KilledWriter {

    private KilledWriter() {}

    static Process start(Path directory, String desk) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        directory.toString(),
                        desk)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The next line it tells, or null when it is dead and everything was read. */
    static String told(BufferedReader out) throws IOException {
        String line = out.readLine();
        // a line that the kill cut in two was not told
        return line == null || !line.endsWith(".") ? null : line.substring(0, line.length() - 1);
    }

    public static void main(String[] arguments) throws JournalException {
        PrintStream out = System.out;
        // short files, so that a kill also meets the making of a new one
        try (FileJournal journal = FileJournal.open(
                Path.of(arguments[0]), Desks.desk(arguments[1], System.nanoTime()), "0.1", new OsDisk(), 20_000)) {
            out.println("opened .");
            while (!out.checkError()) {
                Intent intent = journal.intend(Desks.step(), Desks.approval(Desks.step()));
                out.println("intended " + intent.id() + ".");
                if (intent.entry() % 3 != 0) {
                    journal.conclude(intent, new Outcome.Done("runs on node-2 alone"));
                    out.println("concluded " + intent.id() + ".");
                }
            }
        }
    }
}
