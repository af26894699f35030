package org.redoubt.agent.ssh.read;

import java.util.List;
import org.redoubt.agent.probe.Reader;
import org.redoubt.agent.ssh.read.host.Board;
import org.redoubt.agent.ssh.read.host.HardwareIdentity;
import org.redoubt.agent.ssh.read.host.Software;
import org.redoubt.agent.ssh.read.host.StartLock;
import org.redoubt.agent.ssh.read.host.Uptime;
import org.redoubt.agent.ssh.read.host.Watchdogs;
import org.redoubt.agent.ssh.read.net.Bonds;
import org.redoubt.agent.ssh.read.net.Bridges;
import org.redoubt.agent.ssh.read.net.Neighbours;
import org.redoubt.agent.ssh.read.net.NetworkPorts;
import org.redoubt.agent.ssh.read.net.Teams;
import org.redoubt.agent.ssh.read.storage.Disks;
import org.redoubt.agent.ssh.read.storage.HbaPorts;
import org.redoubt.agent.ssh.read.storage.NvmePaths;
import org.redoubt.agent.ssh.read.storage.RaidSets;
import org.redoubt.agent.ssh.read.storage.Replicas;
import org.redoubt.agent.ssh.read.storage.StoragePaths;

/** All readers of what a host says of itself. */
public final class Readers {

    private Readers() {}

    /** In the order in which they are to speak: what a later one says of the same thing is meant. */
    public static List<Reader> all() {
        return List.of(
                new Software(),
                new HardwareIdentity(),
                new Uptime(),
                new Watchdogs(),
                new StartLock(),
                new Board(),
                new NetworkPorts(),
                // a port in a bond leads to its bridges through the bond
                new Bridges(),
                new Bonds(),
                new Teams(),
                new Neighbours(),
                new HbaPorts(),
                new StoragePaths(),
                new NvmePaths(),
                new RaidSets(),
                new Disks(),
                new Replicas());
    }
}
