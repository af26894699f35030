package org.redoubt.agent.ssh;

import org.redoubt.agent.link.LinkVerdict;
import org.redoubt.agent.ssh.wire.WireFault;
import org.redoubt.topology.model.LinkState;

/** What a failed SSH connection means for the link, and what to do about it. Pure. */
final class SshVerdict {

    private SshVerdict() {}

    static LinkVerdict of(WireFault fault) {
        return new LinkVerdict(state(fault.kind()), advice(fault.kind()) + " (" + fault.getMessage() + ")");
    }

    /** Of a connection that had worked: whatever else it may be, the link is lost. */
    static LinkVerdict lost(WireFault fault) {
        return switch (fault.kind()) {
            case NO_ANSWER -> hangs(fault.getMessage());
            case BROKEN ->
                new LinkVerdict(
                        LinkState.LOST,
                        "The connection broke; the console goes on trying. (" + fault.getMessage() + ")");
            default -> of(fault);
        };
    }

    static LinkVerdict hangs(String what) {
        return new LinkVerdict(
                LinkState.HANGS,
                "It stopped answering: the machine hangs or is overloaded, or the path to it is cut. What is shown of it is as"
                        + " old as it says. (" + what + ")");
    }

    private static LinkState state(WireFault.Kind kind) {
        return switch (kind) {
            case NO_SUCH_NAME -> LinkState.BAD_ADDRESS;
            case NO_ROUTE, NO_ANSWER -> LinkState.UNREACHABLE;
            case REFUSED -> LinkState.REFUSED;
            case UNKNOWN_KEY -> LinkState.UNKNOWN_KEY;
            case CHANGED_KEY, REVOKED_KEY, BAD_CERTIFICATE, REJECTED -> LinkState.REJECTED;
            case NOT_OURS, NO_KNOWN_HOSTS, NO_KEY, NO_SHELL, BROKEN -> LinkState.FAILED;
        };
    }

    private static String advice(WireFault.Kind kind) {
        return switch (kind) {
            case NO_SUCH_NAME -> "No such name: correct the ssh address in the site file, or the name service.";
            case NO_ROUTE -> "No way to it: check this desk's own network first, then the host's.";
            case NO_ANSWER ->
                "No answer: the machine is off, hangs, or the path to it is cut. Check this desk's own network first.";
            case REFUSED -> "The machine answers, but no sshd listens there: is it running, and on this port?";
            case NOT_OURS ->
                "What answers there is no SSH server that this desk can talk to: correct the ssh address in the site file, or"
                        + " let its sshd offer current algorithms.";
            case UNKNOWN_KEY ->
                "This desk does not know its SSH host key, and trusts none at first sight. Compare the fingerprint (on the host:"
                        + " ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub), then accept it.";
            case CHANGED_KEY ->
                "Its SSH host key is not the one this desk knows. If nobody replaced that machine, somebody stands in between:"
                        + " compare the fingerprint with the host's own before you touch known_hosts.";
            case REVOKED_KEY ->
                "Its SSH host key is revoked, and is never accepted: give the host a new key, and find out who has the old one.";
            case BAD_CERTIFICATE ->
                "Its host certificate is not good for it: have it signed again for this name and time.";
            case NO_KNOWN_HOSTS ->
                "What this desk knows of host keys cannot be read, so none is trusted: make that file readable.";
            case REJECTED ->
                "It refused this desk's user or key: check the user, the key and the ssh-agent, and authorized_keys on the host.";
            case NO_KEY ->
                "This desk has no key to show: start an ssh-agent that holds one (ssh-add), or name a key in the site file."
                        + " A key with a passphrase is used through ssh-agent alone.";
            case NO_SHELL -> "It let this desk in, and then ran no command: that account needs a shell.";
            case BROKEN -> "Connecting failed; the console goes on trying.";
        };
    }
}
