package org.redoubt.app;

import java.io.PrintWriter;
import java.util.List;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.agent.sim.SimAgents;
import org.redoubt.agent.sim.SimSpec;

/** Where Redoubt starts, and the one place that chooses implementations and hands them to each other. */
public final class Main {

    private Main() {}

    /** Runs what the command line asks for; the process ends with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true);
        PrintWriter err = new PrintWriter(System.err, true);
        Console console = new Console.OnScreen(
                System.getenv(),
                new ConsoleRun(new Workstation(System.getenv()), Main::open, Commands.Version.number()));
        System.exit(new Commands(console, List.of()).run(out, err, args));
    }

    private static SiteAgents open(String site, Desk desk) {
        if (!SimSpec.names(site)) {
            throw new BadInput(site + ": only simulated sites can be opened yet, such as sim:demo");
        }
        try {
            return new SimAgents(SimSpec.parse(site), desk);
        } catch (IllegalArgumentException wrong) {
            throw new BadInput(wrong.getMessage(), wrong);
        }
    }
}
