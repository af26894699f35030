package org.redoubt.app;

import java.io.PrintWriter;
import java.util.List;

/** Where Redoubt starts, and the one place that chooses implementations and hands them to each other. */
public final class Main {

    private Main() {}

    /** Runs what the command line asks for; the process ends with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true);
        PrintWriter err = new PrintWriter(System.err, true);
        Workstation workstation = new Workstation(System.getenv());
        Console console = new Console.OnScreen(
                System.getenv(),
                new ConsoleRun(
                        workstation, (site, desk) -> SiteOpener.open(site, desk, true), Commands.Version.number()));
        List<?> commands = List.of(
                new SnapshotCommand(workstation::desk, (site, desk) -> SiteOpener.open(site, desk, false)),
                new RecordCommand(workstation::desk),
                new JournalCommand(),
                new Rehearsal(console));
        System.exit(new Commands(console, commands).run(out, err, args));
    }
}
