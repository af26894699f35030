package org.redoubt.agent.libvirt.wire;

import java.util.Map;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.Libvirt;
import org.redoubt.agent.libvirt.read.JobStats;
import org.redoubt.agent.libvirt.read.VmStates;

/** One VM of a {@link Connection}, while its handle is held; for the connection's own thread. */
public final class Domain {

    /** virDomainGetJobStatsFlags: of the job that ended, and without forgetting it. */
    private static final int LAST_JOB = 1 | 2;

    private final Connection connection;
    private final LoadedLibrary library;
    private final Libvirt libvirt;
    private final DomainPointer pointer;

    Domain(Connection connection, DomainPointer pointer) {
        this.connection = connection;
        this.library = connection.library();
        this.libvirt = library.table();
        this.pointer = pointer;
    }

    public String xml() throws LibvirtFault {
        return connection.text(connection.timed("xml", () -> libvirt.virDomainGetXMLDesc(pointer, 0)));
    }

    /** State and reason: two numbers, see {@link VmStates}. */
    public int[] state() throws LibvirtFault {
        return connection.asked("state", () -> library.domains().domainState(Connection.address(pointer)));
    }

    /** The number of its process's run on the host, -1 while it has none; known from the lookup, without asking. */
    public int id() {
        return libvirt.virDomainGetID(pointer);
    }

    /** Whether it is a process on the host now; known from the lookup, too. */
    public boolean active() {
        return id() >= 0;
    }

    /** Whether the host keeps its definition when it stops. */
    public boolean persistent() throws LibvirtFault {
        return connection.check(connection.timed("persistent", () -> libvirt.virDomainIsPersistent(pointer))) == 1;
    }

    /** The job that is under way, see {@link JobStats}. */
    public Map<String, Object> job() throws LibvirtFault {
        return connection.asked("job", () -> library.domains().jobStats(Connection.address(pointer), 0));
    }

    /** The job that ended last, in the same words; kept, so that whoever asks next is told too. */
    public Map<String, Object> lastJob() throws LibvirtFault {
        return connection.asked("last-job", () -> library.domains().jobStats(Connection.address(pointer), LAST_JOB));
    }

    /** Has the host look, for so many seconds, at a sample of its pages and what becomes of them. Returns at once. */
    public void measureWriting(int seconds) throws LibvirtFault {
        connection.asked("measure-writing", () -> {
            library.domains().startDirtyRate(Connection.address(pointer), seconds);
            return true;
        });
    }

    /** The longest pause that a migration may end with, milliseconds. */
    public void maxDowntime(long millis) throws LibvirtFault {
        connection.check(
                connection.timed("max-downtime", () -> libvirt.virDomainMigrateSetMaxDowntime(pointer, millis, 0)));
    }

    /**
     * Sends it to another host, peer to peer; returns when that is over.
     *
     * @param bandwidth MiB/s, 0 for the driver's own limit
     * @param flags virDomainMigrateFlags
     */
    public void migrate(String destination, long bandwidth, int flags) throws LibvirtFault {
        connection.asked(CallTimer.MIGRATE, () -> {
            library.domains().migrate(Connection.address(pointer), destination, bandwidth, flags);
            return true;
        });
    }

    /** Has the job that is under way given up. */
    public void abort() throws LibvirtFault {
        connection.check(connection.timed("abort", () -> libvirt.virDomainAbortJob(pointer)));
    }
}
