package org.redoubt.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.redoubt.agent.libvirt.HostEntry;
import org.redoubt.agent.libvirt.LibvirtAgents;
import org.redoubt.agent.libvirt.LibvirtLibrary;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.agent.sim.SimAgents;
import org.redoubt.agent.sim.SimSpec;
import org.redoubt.agent.site.SiteFile;
import org.redoubt.agent.site.SiteFileException;
import org.redoubt.agent.site.SiteFileSource;
import org.redoubt.agent.site.SnapshotAgents;
import org.redoubt.agent.site.SnapshotCodec;
import org.redoubt.agent.site.SnapshotException;

/**
 * Turns the SITE of the command line into a site: {@code sim:…} is simulated, a file is a site file or a snapshot, and
 * anything with {@code ://} in it is one host's libvirt URI. Nothing is connected to before its sources are started.
 */
public final class SiteOpener {

    private static final int HEAD = 4096;

    private SiteOpener() {}

    /**
     * @param act whether this desk may act on the site's hosts
     * @throws BadInput when {@code site} is none, with what would be one
     */
    public static SiteAgents open(String site, Desk desk, boolean act) {
        if (SimSpec.names(site)) {
            return simulated(site, desk);
        }
        if (site.contains("://")) {
            return LibvirtAgents.ofUri(site, act, new LibvirtLibrary(desk), desk);
        }
        Path file = file(site);
        if (!Files.exists(file)) {
            throw new BadInput(site + ": no such file. A site is a site file, a snapshot, a libvirt URI such as"
                    + " qemu:///system, or a simulated site such as sim:demo");
        }
        try {
            return isSnapshot(file) ? new SnapshotAgents(SnapshotCodec.read(file)) : real(file, desk, act);
        } catch (SiteFileException | SnapshotException wrong) {
            throw new BadInput(wrong.getMessage(), wrong);
        } catch (IOException unreadable) {
            throw new BadInput(site + ": cannot be read: " + unreadable, unreadable);
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
                new SiteFileSource(site, desk.clock()),
                new LibvirtAgents(site.name(), hosts, new LibvirtLibrary(desk), desk));
    }

    private static Path file(String site) {
        try {
            return Path.of(site);
        } catch (InvalidPathException wrong) {
            throw new BadInput(site + ": not a file's name: " + wrong.getReason(), wrong);
        }
    }

    /** A snapshot names its schema at its beginning; a site file has no such key. */
    private static boolean isSnapshot(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
            return head.stripLeading().startsWith("{") && head.contains("\"redoubt-snapshot/");
        }
    }
}
