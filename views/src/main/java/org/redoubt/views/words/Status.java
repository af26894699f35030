package org.redoubt.views.words;

import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.Health;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Whereabouts;

/** A state in one or a few words, and how abnormal that is. */
public record Status(Level level, String word) {

    /** How this desk's link to a host stands. */
    public static Status of(LinkState link) {
        return switch (link) {
            case CONNECTED -> new Status(Level.NORMAL, "connected");
            case CONNECTING -> new Status(Level.UNKNOWN, "connecting");
            case HANGS -> new Status(Level.CRITICAL, "does not answer");
            case REFUSED -> new Status(Level.WARNING, "refuses the connection");
            case UNREACHABLE -> new Status(Level.CRITICAL, "cannot be reached");
            case LOST -> new Status(Level.CRITICAL, "connection lost");
            case REJECTED -> new Status(Level.WARNING, "login rejected");
            case UNKNOWN_KEY -> new Status(Level.WARNING, "host key not known");
            case BAD_ADDRESS -> new Status(Level.WARNING, "wrong address");
            case NO_LIBRARY -> new Status(Level.WARNING, "library missing here");
            case FAILED -> new Status(Level.WARNING, "failed");
        };
    }

    /** What to do about a link that is not connected, in general; the host's own detail says more. */
    public static String advice(LinkState link) {
        return switch (link) {
            case CONNECTED -> "";
            case CONNECTING -> "Wait: it is being tried.";
            case HANGS ->
                "It was connected and has stopped answering. Look at its console before you act: it may still be running its VMs.";
            case REFUSED -> "The machine answers, its agent does not: start libvirtd there.";
            case UNREACHABLE -> "Check the address, the network between here and there, and the machine.";
            case LOST -> "It is being tried again. Silent is not down.";
            case REJECTED -> "Check the user and the key in the site file, and what the host accepts.";
            case UNKNOWN_KEY -> "Compare the host's key with its owner, then add it to known_hosts.";
            case BAD_ADDRESS -> "Correct this host's uri in the site file.";
            case NO_LIBRARY -> "Install the libvirt client library on this machine (Debian: libvirt0).";
            case FAILED -> "See the detail; it is being tried again.";
        };
    }

    public static Status of(RunState state) {
        return switch (state) {
            case RUNNING, BLOCKED -> new Status(Level.NORMAL, "running");
            case PAUSED -> new Status(Level.WARNING, "paused");
            case SHUTTING_DOWN -> new Status(Level.WARNING, "shutting down");
            case SHUT_OFF -> new Status(Level.UNKNOWN, "off");
            case CRASHED -> new Status(Level.CRITICAL, "crashed");
            case SUSPENDED -> new Status(Level.WARNING, "suspended");
            case UNKNOWN -> new Status(Level.UNKNOWN, "state not known");
        };
    }

    public static Status of(Health health) {
        return switch (health) {
            case OK -> new Status(Level.NORMAL, "ok");
            case DEGRADED -> new Status(Level.WARNING, "degraded");
            case FAILED -> new Status(Level.CRITICAL, "failed");
        };
    }

    /** The state of anything, from what is believed of it. */
    public static Status of(Element element) {
        return switch (element) {
            case Element.Host host ->
                host.claims().about(Attributes.LINK).isEmpty()
                        ? new Status(Level.UNKNOWN, "not heard")
                        : of(host.link());
            case Element.Vm vm ->
                vm.whereabouts() instanceof Whereabouts.Twice
                        ? new Status(Level.CRITICAL, "runs twice")
                        : of(vm.whereabouts().state());
            case Element.Part part -> of(part);
        };
    }

    private static Status of(Element.Part part) {
        return Beliefs.health(part)
                .map(Status::of)
                .or(() -> Beliefs.up(part)
                        .map(up -> up ? new Status(Level.NORMAL, "up") : new Status(Level.CRITICAL, "down")))
                .orElseGet(() -> Beliefs.disputed(part)
                        ? new Status(Level.CRITICAL, "sources disagree")
                        : new Status(Level.UNKNOWN, "state not heard"));
    }

    /** Shape and word together. */
    public String line() {
        return level.shape() + " " + word;
    }
}
