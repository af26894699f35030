package org.redoubt.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redoubt.agent.libvirt.HostEntry;
import org.redoubt.agent.libvirt.LibvirtAgents;
import org.redoubt.agent.libvirt.LibvirtLibrary;
import org.redoubt.agent.pacemaker.ClusterFile;
import org.redoubt.agent.pacemaker.ClusterFileException;
import org.redoubt.agent.pacemaker.Roster;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.agent.record.Ear;
import org.redoubt.agent.record.Recording;
import org.redoubt.agent.record.RecordingException;
import org.redoubt.agent.record.RecordingReader;
import org.redoubt.agent.record.Replay;
import org.redoubt.agent.sim.SimAgents;
import org.redoubt.agent.sim.SimSpec;
import org.redoubt.agent.site.SiteFile;
import org.redoubt.agent.site.SiteFileException;
import org.redoubt.agent.site.SiteFileSource;
import org.redoubt.agent.site.Snapshot;
import org.redoubt.agent.site.SnapshotAgents;
import org.redoubt.agent.site.SnapshotCodec;
import org.redoubt.agent.site.SnapshotException;
import org.redoubt.agent.ssh.SshSources;

/**
 * Turns the SITE of the command line into a site: {@code sim:…} is simulated, a file is a site file, a snapshot or what a
 * cluster wrote of itself, a directory is a recording, and a libvirt URI is one host. Nothing is connected to before its sources are started.
 */
public final class SiteOpener {

    private static final String WHAT =
            "A site is a site file, a snapshot, a recording, a CIB or crm_mon's XML, a libvirt URI such as"
                    + " qemu:///system, or a simulated site such as sim:demo";

    private SiteOpener() {}

    /**
     * @param act whether this desk may act on the site's hosts
     * @throws BadInput when {@code site} is none, with what would be one
     */
    public static SiteAgents open(String site, Desk desk, boolean act) {
        if (SimSpec.names(site)) {
            return simulated(site, desk);
        }
        try {
            if (SiteFile.namesUri(site)) {
                SiteFile one = SiteFile.ofUri(site);
                return one(one, desk, act, ssh(one, Path.of(""), desk));
            }
            Path file = file(site);
            if (Files.isDirectory(file)) {
                return new SnapshotAgents(replayed(file), true);
            }
            if (ClusterFile.names(file)) {
                return new SnapshotAgents(new Snapshot(
                        ClusterFile.read(file), Files.getLastModifiedTime(file).toInstant(), false));
            }
            return SnapshotCodec.names(file) ? new SnapshotAgents(SnapshotCodec.read(file)) : real(file, desk, act);
        } catch (SiteFileException | SnapshotException wrong) {
            throw new BadInput(wrong.getMessage(), wrong);
        } catch (RecordingException wrong) {
            throw new BadInput(Plain.text(site) + ": " + Plain.text(wrong.getMessage()), wrong);
        } catch (ClusterFileException wrong) {
            throw new BadInput(Plain.text(wrong.getMessage()), wrong);
        } catch (IOException unreadable) {
            throw new BadInput(Plain.text(site) + ": cannot be read: " + unreadable, unreadable);
        }
    }

    /**
     * A site whose answers are kept by {@code ear}.
     *
     * @throws BadInput when nothing of it can be asked over SSH
     */
    static Recorded record(String site, Desk desk, Ear ear) {
        if (SimSpec.names(site)) {
            throw new BadInput("a simulated site answers no questions: a snapshot keeps what it says");
        }
        try {
            boolean uri = SiteFile.namesUri(site);
            Path file = uri ? Path.of("") : file(site);
            if (!uri && (Files.isDirectory(file) || ClusterFile.names(file) || SnapshotCodec.names(file))) {
                throw new BadInput(
                        Plain.text(site) + ": nobody can be asked here. What is recorded is a site file's hosts");
            }
            SiteFile read = uri ? SiteFile.ofUri(site) : SiteFile.read(file);
            Path folder = uri ? file : file.toAbsolutePath().getParent();
            SshSources ssh =
                    new SshWiring(new Workstation(System.getenv()), System.getenv()).recorded(read, folder, desk, ear);
            return new Recorded(
                    uri ? one(read, desk, false, ssh) : real(read, desk, false, ssh),
                    read.hosts().stream().map(SshWiring::entry).toList());
        } catch (SiteFileException wrong) {
            throw new BadInput(wrong.getMessage(), wrong);
        } catch (IOException unreadable) {
            throw new BadInput(Plain.text(site) + ": cannot be read: " + unreadable, unreadable);
        }
    }

    /** @param hosts how their clusters may know them */
    record Recorded(SiteAgents agents, List<Roster.Entry> hosts) {}

    private static Snapshot replayed(Path folder) throws RecordingException, IOException {
        if (!RecordingReader.names(folder)) {
            throw new BadInput(Plain.text(folder.toString()) + ": a directory, and no recording. " + WHAT);
        }
        Recording recording = RecordingReader.read(folder);
        List<Roster.Entry> hosts = recording.hosts().stream()
                .map(host -> new Roster.Entry(host.id(), host.names(), host.cluster()))
                .toList();
        return Replay.of(recording, SshWiring.hearers(hosts));
    }

    private static FiledSite one(SiteFile one, Desk desk, boolean act, SshSources ssh) {
        return new FiledSite(
                Optional.empty(),
                LibvirtAgents.ofUri(one.hosts().getFirst().uri(), act, new LibvirtLibrary(desk), desk),
                ssh);
    }

    private static SiteAgents simulated(String site, Desk desk) {
        try {
            return new SimAgents(SimSpec.parse(site), desk);
        } catch (IllegalArgumentException wrong) {
            throw new BadInput(wrong.getMessage(), wrong);
        }
    }

    private static SiteAgents real(Path file, Desk desk, boolean act) throws SiteFileException, IOException {
        SiteFile site = SiteFile.read(file);
        return real(site, desk, act, ssh(site, file.toAbsolutePath().getParent(), desk));
    }

    private static SiteAgents real(SiteFile site, Desk desk, boolean act, SshSources ssh) {
        List<HostEntry> hosts = new ArrayList<>();
        for (SiteFile.Host host : site.hosts()) {
            hosts.add(new HostEntry(host.key(), host.uri(), host.peer(), act));
        }
        return new FiledSite(
                Optional.of(new SiteFileSource(site, desk.clock())),
                new LibvirtAgents(site.name(), hosts, new LibvirtLibrary(desk), desk),
                ssh);
    }

    private static SshSources ssh(SiteFile site, Path folder, Desk desk) {
        return new SshWiring(new Workstation(System.getenv()), System.getenv()).sources(site, folder, desk);
    }

    private static Path file(String site) {
        Path file;
        try {
            file = Path.of(site);
        } catch (InvalidPathException wrong) {
            throw new BadInput(Plain.text(site) + ": not a file's name: " + wrong.getReason(), wrong);
        }
        if (!Files.exists(file)) {
            throw new BadInput(Plain.text(site) + ": no such file. " + WHAT);
        }
        return file;
    }
}
