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
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.SiteAgents;
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
 * cluster wrote of itself, and a libvirt URI is one host. Nothing is connected to before its sources are started.
 */
public final class SiteOpener {

    private static final String WHAT =
            "A site is a site file, a snapshot, a CIB or crm_mon's XML, a libvirt URI such as"
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
                return new FiledSite(
                        Optional.empty(),
                        LibvirtAgents.ofUri(one.hosts().getFirst().uri(), act, new LibvirtLibrary(desk), desk),
                        ssh(one, Path.of(""), desk));
            }
            Path file = file(site);
            if (ClusterFile.names(file)) {
                return new SnapshotAgents(new Snapshot(
                        ClusterFile.read(file), Files.getLastModifiedTime(file).toInstant(), false));
            }
            return SnapshotCodec.names(file) ? new SnapshotAgents(SnapshotCodec.read(file)) : real(file, desk, act);
        } catch (SiteFileException | SnapshotException wrong) {
            throw new BadInput(wrong.getMessage(), wrong);
        } catch (ClusterFileException wrong) {
            throw new BadInput(Plain.text(wrong.getMessage()), wrong);
        } catch (IOException unreadable) {
            throw new BadInput(Plain.text(site) + ": cannot be read: " + unreadable, unreadable);
        }
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
        List<HostEntry> hosts = new ArrayList<>();
        for (SiteFile.Host host : site.hosts()) {
            hosts.add(new HostEntry(host.key(), host.uri(), host.peer(), act));
        }
        return new FiledSite(
                Optional.of(new SiteFileSource(site, desk.clock())),
                new LibvirtAgents(site.name(), hosts, new LibvirtLibrary(desk), desk),
                ssh(site, file.toAbsolutePath().getParent(), desk));
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
        if (Files.isDirectory(file)) {
            throw new BadInput(Plain.text(site) + ": a directory. " + WHAT);
        }
        if (!Files.exists(file)) {
            throw new BadInput(Plain.text(site) + ": no such file. " + WHAT);
        }
        return file;
    }
}
