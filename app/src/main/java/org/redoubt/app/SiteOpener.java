package org.redoubt.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.redoubt.agent.libvirt.HostEntry;
import org.redoubt.agent.libvirt.LibvirtAgents;
import org.redoubt.agent.libvirt.LibvirtLibrary;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.agent.sim.SimAgents;
import org.redoubt.agent.sim.SimSpec;
import org.redoubt.agent.site.SiteFile;
import org.redoubt.agent.site.SiteFileException;
import org.redoubt.agent.site.SnapshotAgents;
import org.redoubt.agent.site.SnapshotCodec;
import org.redoubt.agent.site.SnapshotException;

/**
 * What an operator types for a site → all that connects to it: a simulated site, a libvirt URI, a snapshot or a site
 * file. Nothing is connected to before its sources are started.
 *
 * @param act whether anything may be done there; otherwise hosts are connected to read-only
 */
record SiteOpener(boolean act) {

    private static final String WHAT =
            "a site is a site file, a snapshot, a libvirt URI such as qemu+ssh://root@node-1/system, or sim:demo";

    /** @throws BadInput when it is nothing that can be opened, saying what is wrong with it */
    SiteAgents open(String site, Desk desk) {
        try {
            if (SimSpec.names(site)) {
                return new SimAgents(SimSpec.parse(site), desk);
            }
            if (SiteFile.namesUri(site)) {
                return LibvirtAgents.ofUri(
                        SiteFile.ofUri(site).hosts().getFirst().uri(), act, new LibvirtLibrary(desk), desk);
            }
            return file(path(site), desk);
        } catch (SiteFileException | SnapshotException | IllegalArgumentException wrong) {
            throw new BadInput(wrong.getMessage(), wrong);
        } catch (IOException unreadable) {
            throw new BadInput(site + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private SiteAgents file(Path file, Desk desk) throws IOException, SiteFileException, SnapshotException {
        if (SnapshotCodec.names(file)) {
            return new SnapshotAgents(SnapshotCodec.read(file));
        }
        SiteFile read = SiteFile.read(file);
        var hosts = read.hosts().stream()
                .map(host -> new HostEntry(host.key(), host.uri(), host.peer(), act))
                .toList();
        return new FileSite(read, new LibvirtAgents(read.name(), hosts, new LibvirtLibrary(desk), desk), desk.clock());
    }

    private static Path path(String site) {
        Path file;
        try {
            file = Path.of(site);
        } catch (InvalidPathException wrong) {
            throw new BadInput(Plain.text(site) + " is not the name of a file; " + WHAT, wrong);
        }
        if (Files.isDirectory(file)) {
            throw new BadInput(Plain.text(site) + " is a directory; " + WHAT);
        }
        if (Files.notExists(file)) {
            throw new BadInput("there is no file " + Plain.text(site) + "; " + WHAT);
        }
        return file;
    }
}
