package org.redoubt.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.SiteAgents;

/** A command as somebody typed it, run in this process, and what it said. */
record TypedCommand(int code, String out, String err) {

    static TypedCommand type(String... arguments) {
        return type((site, desk) -> SiteOpener.open(site, desk, false), arguments);
    }

    static TypedCommand type(BiFunction<String, Desk, SiteAgents> opener, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console none = site -> {
            throw new AssertionError("no window was asked for");
        };
        String state =
                Path.of(System.getProperty("java.io.tmpdir"), "redoubt-tests").toString();
        Workstation workstation = new Workstation(Map.of("XDG_STATE_HOME", state));
        int code = new Commands(
                        none,
                        List.of(
                                new SnapshotCommand(workstation::desk, opener),
                                new RecordCommand(workstation::desk),
                                new JournalCommand()))
                .run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new TypedCommand(code, out.toString(), err.toString());
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
