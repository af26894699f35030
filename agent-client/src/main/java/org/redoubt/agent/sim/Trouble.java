package org.redoubt.agent.sim;

import java.util.List;
import org.redoubt.topology.model.LinkState;

/**
 * Something that goes wrong for a while.
 *
 * @param thing the index of the host, the device or the VM that it befalls
 * @param part which of its parts (NIC, HBA, ring, power supply, controller), from 0
 * @param from simulated milliseconds
 * @param until when it is well again
 */
record Trouble(Kind kind, int thing, int part, long from, long until) {

    /** What can go wrong. */
    enum Kind {
        HBA_LOST,
        NIC_LOST,
        BEAT_LATE,
        /** The machine stops: everything on it with it. It boots again, and its VMs with it. */
        HOST_DEAD,
        /** libvirtd is not there; the VMs run on. */
        AGENT_GONE,
        /** libvirtd does not answer, nor does it refuse; the VMs run on. */
        AGENT_HANGS,
        SUPPLY_FAILED,
        CONTROLLER_DOWN,
        REPLICA_LATE,
        /** Another job (a backup) holds the VM. */
        VM_BUSY;

        boolean befallsAgent() {
            return this == HOST_DEAD || this == AGENT_GONE || this == AGENT_HANGS;
        }
    }

    /**
     * How a host's agent is heard.
     *
     * @param state null while nothing is heard and nothing was missed yet
     */
    record Line(LinkState state, String detail) {
        static final Line GOOD = new Line(LinkState.CONNECTED, "");
        private static final Line NOTHING = new Line(null, "");

        boolean answers() {
            return state == LinkState.CONNECTED;
        }
    }

    /** When the keepalives (every 5 s, 3 of them) are first seen to be missing, and when they give the connection up. */
    static final long MISSED = 10_000;

    static final long GIVEN_UP = 15_000;
    private static final long RETRIED = 17_000;
    /** A booting host answers, and refuses, this long before its agent is there. */
    private static final long BOOTING = 8_000;

    /** The moments at which anything that can be heard of it changes. */
    List<Long> moments() {
        return switch (kind) {
            case HOST_DEAD ->
                List.of(from + 2_000, from + MISSED, from + GIVEN_UP, from + RETRIED, until - BOOTING, until);
            case AGENT_HANGS -> List.of(from + MISSED, from + GIVEN_UP, from + RETRIED, until);
            case AGENT_GONE -> List.of(from, from + 1_000, until);
            default -> List.of(from, until);
        };
    }

    boolean at(long millis) {
        return from <= millis && millis < until;
    }

    /** How the agent of host {@code name} is heard at a moment of this trouble. */
    Line line(String name, long millis) {
        long since = millis - from;
        String asked = "qemu+ssh://root@" + name + "/system: ";
        if (kind == Kind.AGENT_GONE) {
            return since < 1_000
                    ? new Line(LinkState.LOST, "End of file while reading data: Input/output error")
                    : new Line(
                            LinkState.REFUSED,
                            asked + "Failed to connect socket to "
                                    + "'/run/libvirt/libvirt-sock': Connection refused. Start libvirtd there.");
        }
        if (since < MISSED) {
            return Line.NOTHING;
        }
        if (since < GIVEN_UP) {
            return new Line(LinkState.HANGS, "no answer to 2 keepalives, 5 s apart");
        }
        if (since < RETRIED) {
            return new Line(LinkState.LOST, "internal error: connection closed due to keepalive timeout");
        }
        if (kind == Kind.AGENT_HANGS) {
            return new Line(LinkState.CONNECTING, asked + "connected, and waiting for an answer");
        }
        return until - millis <= BOOTING
                ? new Line(
                        LinkState.REFUSED,
                        asked + "Cannot recv data: ssh: connect to host " + name
                                + " port 22: Connection refused. The machine is up, its sshd is not.")
                : new Line(
                        LinkState.UNREACHABLE,
                        asked + "Cannot recv data: ssh: connect to host " + name
                                + " port 22: No route to host. Look at its console or its BMC.");
    }
}
