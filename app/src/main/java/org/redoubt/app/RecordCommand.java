package org.redoubt.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.redoubt.agent.pacemaker.Roster;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.agent.probe.Round;
import org.redoubt.agent.record.Ear;
import org.redoubt.agent.record.Recording;
import org.redoubt.agent.record.RecordingWriter;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code redoubt record SITE -o DIR}: keeps what each host answers in one round. Connects read-only. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description =
                "Asks each host of SITE everything once over SSH and keeps the answers, secrets masked, in a directory that can be"
                        + " opened as a SITE. Hosts are connected to read-only. Exits with 1 when a source did not answer in"
                        + " time: the recording lacks what it would have said.")
final class RecordCommand implements Callable<Integer> {

    private static final int MOST_SECONDS = 3600;
    private static final int MOST_TOLD = 20;

    private final Supplier<Desk> desk;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SITE",
            description = "a site file, or a libvirt URI of a host that is logged in to by ssh")
    private String site;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            description = "the directory to write; one that is empty or not there yet")
    private String output;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "the longest to wait for hosts that do not answer (default: ${DEFAULT-VALUE})")
    private int timeout;

    RecordCommand(Supplier<Desk> desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (timeout < 0 || timeout > MOST_SECONDS) {
            throw new BadInput("--timeout is from 0 to " + MOST_SECONDS + " seconds, not " + timeout);
        }
        Path folder = folder();
        Desk here = desk.get();
        Ear ear = new Ear();
        SiteOpener.Recorded site = SiteOpener.record(this.site, here, ear);
        Observation seen;
        try (SiteAgents agents = site.agents()) {
            seen = Observation.of(agents, here, timeout * 1000L);
        }
        Recording recording = new Recording(seen.snapshot(), hosts(ear.rounds(), site.hosts()));
        try {
            RecordingWriter.write(recording, folder);
        } catch (IOException failed) {
            throw new BadInput(Plain.text(output) + " cannot be written: " + failed.getMessage(), failed);
        }
        return tell(seen, recording, site.hosts()).code();
    }

    /** Whether it can be written is known before anybody is asked. */
    private Path folder() {
        try {
            Path folder = Path.of(output);
            if (Files.exists(folder)) {
                try (var there = Files.list(folder)) {
                    if (there.findAny().isPresent()) {
                        throw new BadInput(Plain.text(output) + " cannot be written: something is in it already");
                    }
                }
            }
            return folder;
        } catch (InvalidPathException | IOException wrong) {
            throw new BadInput(Plain.text(output) + " is no directory that could be written", wrong);
        }
    }

    private static List<Recording.Host> hosts(List<Round> rounds, List<Roster.Entry> entries) {
        Map<ElementId, Roster.Entry> known = new HashMap<>();
        entries.forEach(entry -> known.put(entry.host(), entry));
        List<Recording.Host> hosts = new ArrayList<>();
        for (Round round : rounds) {
            Optional<Roster.Entry> entry = Optional.ofNullable(known.get(round.host()));
            hosts.add(new Recording.Host(
                    round, entry.map(Roster.Entry::names).orElse(Set.of()), entry.flatMap(Roster.Entry::cluster)));
        }
        return hosts;
    }

    private Exit tell(Observation seen, Recording recording, List<Roster.Entry> hosts) {
        var err = spec.commandLine().getErr();
        err.println(Plain.text(seen.snapshot().site().name()) + ": "
                + recording.hosts().size() + " of " + hosts.size() + " hosts answered");
        for (Source source : seen.silent()) {
            err.println("no answer in " + timeout + " s from " + Plain.text(source.toString()));
        }
        Set<ElementId> answered =
                recording.hosts().stream().map(Recording.Host::id).collect(Collectors.toSet());
        hosts.stream()
                .map(Roster.Entry::host)
                .filter(host -> !answered.contains(host))
                .limit(MOST_TOLD)
                .forEach(host -> err.println(Plain.text(host.key()) + " did not answer: " + why(seen, host)));
        boolean all = seen.silent().isEmpty() && recording.hosts().size() == hosts.size();
        return all ? Exit.FINE : Exit.FINDINGS;
    }

    private static String why(Observation seen, ElementId host) {
        return seen.snapshot()
                .site()
                .find(host.part(ElementKind.SERVICE, "ssh"))
                .flatMap(ssh -> ssh.value(Attributes.LINK_DETAIL))
                .map(Plain::text)
                .orElse("nobody logs in to it; write ssh: root@… in the site file");
    }
}
