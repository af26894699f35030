package org.redoubt.agent.libvirt;

import static org.redoubt.agent.libvirt.wire.LibvirtFault.ACCESS_DENIED;
import static org.redoubt.agent.libvirt.wire.LibvirtFault.AUTH_CANCELLED;
import static org.redoubt.agent.libvirt.wire.LibvirtFault.AUTH_FAILED;
import static org.redoubt.agent.libvirt.wire.LibvirtFault.AUTH_UNAVAILABLE;
import static org.redoubt.agent.libvirt.wire.LibvirtFault.CONFIG_UNSUPPORTED;
import static org.redoubt.agent.libvirt.wire.LibvirtFault.INVALID_ARG;
import static org.redoubt.agent.libvirt.wire.LibvirtFault.NO_CONNECT;
import static org.redoubt.agent.libvirt.wire.LibvirtFault.OPERATION_DENIED;
import static org.redoubt.agent.libvirt.wire.LibvirtFault.XML_ERROR;

import java.util.List;
import java.util.Locale;
import org.redoubt.agent.libvirt.wire.LibvirtFault;
import org.redoubt.agent.link.LinkVerdict;
import org.redoubt.topology.model.LinkState;

/**
 * What a failed connection means for the link, and what to do about it. libvirt reports most of these under one code
 * (38, a system error), so the message decides where the code does not; messages are those of libvirt 9 and OpenSSH, in
 * English. What is not recognised is {@link LinkState#FAILED} with libvirt's own words, never a guess. Pure.
 */
final class LibvirtVerdict {

    private record Rule(LinkState state, String advice, List<String> signs) {
        private boolean matches(String message) {
            return signs.stream().anyMatch(message::contains);
        }
    }

    /** In this order: an ssh failure comes wrapped in "connection reset", and must be seen first. */
    private static final List<Rule> RULES = List.of(
            new Rule(
                    LinkState.UNKNOWN_KEY,
                    "Its SSH host key is not the one this desk knows. If nobody replaced that machine, somebody stands in between:"
                            + " compare the fingerprint with the host's own before you touch known_hosts.",
                    List.of("remote host identification has changed", "host key for", "revoked")),
            new Rule(
                    LinkState.UNKNOWN_KEY,
                    "This desk does not know its SSH host key. Compare the fingerprint (on the host: ssh-keygen -lf"
                            + " /etc/ssh/ssh_host_ed25519_key.pub), then connect once with ssh to accept it.",
                    List.of("host key verification failed", "host key is known", "no matching host key")),
            new Rule(
                    LinkState.REJECTED,
                    "It refused this desk's user or key: check the user in the uri, ssh-agent, and the groups and polkit rules"
                            + " on the host.",
                    List.of(
                            "permission denied",
                            "authentication failed",
                            "authentication unavailable",
                            "access denied",
                            "too many authentication failures",
                            "not authorized")),
            new Rule(
                    LinkState.REJECTED,
                    "This desk lacks the TLS certificate for it, or they do not trust each other: see"
                            + " /etc/pki/CA and /etc/pki/libvirt.",
                    List.of("certificate", "tls handshake")),
            new Rule(
                    LinkState.BAD_ADDRESS,
                    "No such name: correct the uri in the site file, or the name service.",
                    List.of(
                            "could not resolve hostname",
                            "name or service not known",
                            "nodename nor servname",
                            "no address associated",
                            "ip address lookup")),
            new Rule(
                    LinkState.UNREACHABLE,
                    "The name service does not answer: check this desk's own network first.",
                    List.of("temporary failure in name resolution")),
            new Rule(
                    LinkState.UNREACHABLE,
                    "No way to it: check this desk's own network first, then the host's.",
                    List.of(
                            "no route to host",
                            "network is unreachable",
                            "connection timed out",
                            "operation timed out",
                            "host is down")),
            new Rule(
                    LinkState.REFUSED,
                    "The machine answers, but nothing serves there: is libvirtd (or virtqemud) running, and listening as the uri"
                            + " says?",
                    List.of(
                            "connection refused",
                            "failed to connect socket",
                            "cannot recv data: nc:",
                            "cannot recv data: ncat:",
                            "unix socket",
                            "command not found")),
            new Rule(
                    LinkState.BAD_ADDRESS,
                    "The uri is not one that libvirt understands: correct it in the site file"
                            + " (qemu+ssh://root@host/system, qemu+tcp://host/system, qemu:///system).",
                    List.of(
                            "unable to parse uri",
                            "transport in url not recognised",
                            "no connection driver available",
                            "invalid uri",
                            "unexpected qemu uri path",
                            "failed to parse xml document",
                            "unknown transport")),
            new Rule(
                    LinkState.BAD_ADDRESS,
                    "Something answers there that is not libvirtd: the port or the address is another service's."
                            + " Correct the uri in the site file.",
                    List.of("bytes received from server too large", "bytes received from server too small")),
            new Rule(
                    LinkState.REFUSED,
                    "Something took the connection and broke it off: its libvirtd starts, stops or is at its limit of clients, or"
                            + " the user there may not use it.",
                    List.of(
                            "end of file while reading",
                            "connection reset by peer",
                            "broken pipe",
                            "client socket is closed",
                            "input/output error")));

    private LibvirtVerdict() {}

    /** Of a connection that could not be opened. */
    static LinkVerdict of(LibvirtFault fault) {
        String message = fault.getMessage() == null ? "" : fault.getMessage();
        String folded = message.toLowerCase(Locale.ROOT);
        for (Rule rule : RULES) {
            if (rule.matches(folded)) {
                return new LinkVerdict(rule.state(), told(rule.advice(), message));
            }
        }
        return switch (fault.code()) {
            case AUTH_FAILED, AUTH_CANCELLED, AUTH_UNAVAILABLE, ACCESS_DENIED, OPERATION_DENIED ->
                new LinkVerdict(
                        LinkState.REJECTED, told("It does not accept this desk's user for what it asks.", message));
            case NO_CONNECT, INVALID_ARG, CONFIG_UNSUPPORTED, XML_ERROR ->
                new LinkVerdict(
                        LinkState.BAD_ADDRESS,
                        told("The uri is not one that libvirt understands: correct it in the site file.", message));
            default ->
                new LinkVerdict(LinkState.FAILED, told("Connecting failed; the console goes on trying.", message));
        };
    }

    /** Of a connection that had worked: whatever else it may be, the link is lost. */
    static LinkVerdict lost(LibvirtFault fault) {
        String message = fault.getMessage() == null ? "" : fault.getMessage();
        if (message.toLowerCase(Locale.ROOT).contains("keepalive")) {
            return hangs("It stopped answering keepalives", message);
        }
        return new LinkVerdict(LinkState.LOST, told("The connection broke; the console goes on trying.", message));
    }

    static LinkVerdict hangs(String what, String message) {
        return new LinkVerdict(
                LinkState.HANGS,
                told(
                        what + ": its libvirtd hangs, the machine is overloaded, or the path to it is cut."
                                + " What is shown of it is as old as it says.",
                        message));
    }

    private static String told(String advice, String message) {
        return message.isBlank() ? advice : advice + " (libvirt: " + message.strip() + ")";
    }
}
