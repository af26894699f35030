package org.redoubt.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.agent.sim.SimSpec;
import org.redoubt.agent.site.SnapshotCodec;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code redoubt snapshot SITE -o FILE}: looks at a site and writes what was heard. Connects read-only. */
@Command(
        name = "snapshot",
        mixinStandardHelpOptions = true,
        description =
                "Listens to SITE until every source has answered once, and writes what was heard as JSON. Hosts are"
                        + " connected to read-only. Exits with 1 when a source did not answer in time: the file lacks what it"
                        + " would have said.")
final class SnapshotCommand implements Callable<Integer> {

    private static final int MOST_SECONDS = 3600;
    private static final int MOST_TOLD = 20;

    private final Supplier<Desk> desk;
    private final BiFunction<String, Desk, SiteAgents> opener;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SITE",
            description =
                    "a site file, a snapshot, a recording, a CIB or crm_mon's XML, a libvirt URI, or a simulated site: sim:demo?t=60")
    private String site;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "the file to write, or - for standard output")
    private String output;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "the longest to wait for sources that do not answer (default: ${DEFAULT-VALUE})")
    private int timeout;

    /** @param opener opens a site for looking only */
    SnapshotCommand(Supplier<Desk> desk, BiFunction<String, Desk, SiteAgents> opener) {
        this.desk = desk;
        this.opener = opener;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (timeout < 0 || timeout > MOST_SECONDS) {
            throw new BadInput("--timeout is from 0 to " + MOST_SECONDS + " seconds, not " + timeout);
        }
        Observation seen = observe();
        write(seen);
        tell(seen);
        return (seen.silent().isEmpty() ? Exit.FINE : Exit.FINDINGS).code();
    }

    private Observation observe() throws InterruptedException {
        if (SimSpec.names(site)) {
            return Observation.of(sim());
        }
        Desk here = desk.get();
        try (SiteAgents agents = opener.apply(site, here)) {
            return Observation.of(agents, here, timeout * 1000L);
        }
    }

    private SimSpec sim() {
        try {
            return SimSpec.parse(site);
        } catch (IllegalArgumentException wrong) {
            throw new BadInput(wrong.getMessage(), wrong);
        }
    }

    private void write(Observation seen) {
        try {
            if (output.equals("-")) {
                SnapshotCodec.write(seen.snapshot(), spec.commandLine().getOut());
            } else {
                SnapshotCodec.write(seen.snapshot(), Path.of(output));
            }
        } catch (IOException | IllegalArgumentException failed) {
            throw new BadInput(Plain.text(output) + " cannot be written: " + failed.getMessage(), failed);
        }
    }

    private void tell(Observation seen) {
        Site shown = seen.snapshot().site();
        var err = spec.commandLine().getErr();
        err.println(Plain.text(shown.name()) + ": " + shown.hosts().count() + " hosts, "
                + shown.vms().count() + " VMs");
        for (Source source : seen.silent()) {
            err.println("no answer in " + timeout + " s from " + Plain.text(source.toString()));
        }
        List<Element.Host> away = shown.hosts()
                // of those that nobody tries to reach there is nothing to tell
                .filter(host -> !host.claims().about(Attributes.LINK).isEmpty())
                .filter(host -> !host.link().connected())
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
        away.stream()
                .limit(MOST_TOLD)
                .forEach(host -> err.println(Plain.text(host.name()) + " is not connected: " + why(host)));
        if (away.size() > MOST_TOLD) {
            err.println("and " + (away.size() - MOST_TOLD) + " more hosts are not connected");
        }
        gaps(shown);
    }

    /** What the site file leaves open. */
    private void gaps(Site shown) {
        var err = spec.commandLine().getErr();
        List<String> gaps = shown.elements()
                .flatMap(element -> element.value(Attributes.GAPS).stream())
                .flatMap(List::stream)
                .sorted()
                .toList();
        gaps.stream().limit(MOST_TOLD).forEach(gap -> err.println("site file: " + Plain.text(gap)));
        if (gaps.size() > MOST_TOLD) {
            err.println("and " + (gaps.size() - MOST_TOLD) + " more gaps in the site file");
        }
    }

    private static String why(Element.Host host) {
        return Plain.text(host.value(Attributes.LINK_DETAIL).orElse(host.link().toString()));
    }
}
