package org.redoubt.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redoubt.agent.pacemaker.Asking;
import org.redoubt.agent.pacemaker.CorosyncReader;
import org.redoubt.agent.pacemaker.PacemakerReader;
import org.redoubt.agent.pacemaker.Roster;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.record.Ear;
import org.redoubt.agent.site.SiteFile;
import org.redoubt.agent.site.SshAddress;
import org.redoubt.agent.ssh.Hearer;
import org.redoubt.agent.ssh.SshHost;
import org.redoubt.agent.ssh.SshSources;
import org.redoubt.agent.ssh.read.Readers;
import org.redoubt.topology.model.ElementId;

/** How the hosts of a site file are asked over SSH, and who reads what they answer. */
final class SshWiring {

    private static final Pattern KEY_OF_URI = Pattern.compile("[?&]keyfile=([^&]+)");
    private static final List<String> USUAL_KEYS = List.of("id_ed25519", "id_ecdsa", "id_rsa");

    private final Workstation workstation;
    private final Map<String, String> environment;
    private final Path home;

    SshWiring(Workstation workstation, Map<String, String> environment) {
        this.workstation = workstation;
        this.environment = Map.copyOf(environment);
        this.home = Path.of(System.getProperty("user.home"));
    }

    /**
     * @param folder where the site file lies: files that it names are found from there
     */
    SshSources sources(SiteFile site, Path folder, Desk desk) {
        Roster roster = new Roster(site.hosts().stream().map(SshWiring::entry).toList());
        Asking asking = new Asking(roster);
        return new SshSources(hosts(site, folder, desk), asking::asks, hearers(roster, asking), desk);
    }

    /** All of them are asked everything, and what they answer is only kept. */
    SshSources recorded(SiteFile site, Path folder, Desk desk, Ear ear) {
        List<Hearer> hearers = List.of(new Hearer(Hearer.SSH, List.of(ear), false));
        return new SshSources(hosts(site, folder, desk), (host, question) -> true, hearers, desk);
    }

    /** Who reads what these hosts answered once. */
    static List<Hearer> hearers(Collection<Roster.Entry> hosts) {
        Roster roster = new Roster(hosts);
        return hearers(roster, new Asking(roster));
    }

    private List<SshHost> hosts(SiteFile site, Path folder, Desk desk) {
        return site.hosts().stream()
                .flatMap(host -> host.ssh().stream().map(at -> host(site, host, at, folder, desk)))
                .toList();
    }

    private static List<Hearer> hearers(Roster roster, Asking asking) {
        return List.of(
                new Hearer(Hearer.SSH, Readers.all(), true),
                new Hearer(PacemakerReader.SOURCE, List.of(asking, new PacemakerReader(roster)), false),
                new Hearer(CorosyncReader.SOURCE, List.of(new CorosyncReader(roster)), false));
    }

    static Roster.Entry entry(SiteFile.Host host) {
        Set<String> names = new HashSet<>();
        host.name().ifPresent(names::add);
        host.ssh().ifPresent(at -> names.add(at.host()));
        Stream.of(Optional.of(host.uri()), host.peer())
                .flatMap(Optional::stream)
                .flatMap(uri -> SiteFile.machine(uri).stream())
                .forEach(names::add);
        return new Roster.Entry(ElementId.host(host.key()), names, host.cluster());
    }

    private SshHost host(SiteFile site, SiteFile.Host host, SshAddress at, Path folder, Desk desk) {
        Optional<Path> key = site.ssh().key().or(() -> keyOf(host.uri())).flatMap(name -> file(name, folder));
        List<Path> usual = USUAL_KEYS.stream()
                .map(name -> home.resolve(".ssh").resolve(name))
                .toList();
        Optional<Path> agent = Optional.ofNullable(environment.get("SSH_AUTH_SOCK"))
                .filter(socket -> !socket.isEmpty())
                .flatMap(socket -> file(socket, folder))
                .filter(Files::exists);
        return new SshHost(
                host.key(),
                place(at, desk),
                site.ssh().jump().map(jump -> place(jump, desk)),
                new SshHost.Keys(key, usual, agent),
                knownHosts(site, folder));
    }

    private static SshHost.Place place(SshAddress at, Desk desk) {
        return new SshHost.Place(at.user().orElse(desk.operator()), at.host(), at.port());
    }

    /** What the operator's ssh would read, or the one file that the site names; and what was accepted at this desk. */
    private List<Path> knownHosts(SiteFile site, Path folder) {
        List<Path> files = new ArrayList<>();
        site.ssh()
                .knownHosts()
                .flatMap(name -> file(name, folder))
                .ifPresentOrElse(
                        files::add,
                        () -> files.addAll(
                                List.of(home.resolve(".ssh/known_hosts"), Path.of("/etc/ssh/ssh_known_hosts"))));
        files.add(workstation.knownHosts());
        return files;
    }

    private static Optional<String> keyOf(String uri) {
        Matcher key = KEY_OF_URI.matcher(uri);
        return key.find() ? Optional.of(key.group(1)) : Optional.empty();
    }

    private Optional<Path> file(String name, Path folder) {
        try {
            return Optional.of(name.startsWith("~/") ? home.resolve(name.substring(2)) : folder.resolve(name));
        } catch (InvalidPathException noName) {
            return Optional.empty();
        }
    }
}
