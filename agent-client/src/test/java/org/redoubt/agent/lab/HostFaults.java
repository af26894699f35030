package org.redoubt.agent.lab;

import java.nio.file.Path;

/** What can be done to a host of the lab besides stopping its libvirtd, and how it is undone. {@link Lab#up} undoes all of it. */
public final class HostFaults {
    private final Path scripts;
    private final String host;

    HostFaults(Path scripts, String host) {
        this.scripts = scripts;
        this.host = host;
    }

    /** Pulls the cable of a network card: eth0 is management and ring 0, eth1 goes to sw-a, eth2 to sw-b and is ring 1. */
    public void cut(String card) {
        act("cut", card);
    }

    /** Plugs it in again. */
    public void mend(String card) {
        act("mend", card);
    }

    /** SIGKILL; the other nodes fence this one, so it boots anew, unless its BMC is stopped. */
    public void killCorosync() {
        act("kill-corosync");
    }

    /** Starts corosync and Pacemaker, where they do not run. */
    public void startCorosync() {
        act("start-corosync");
    }

    /** Nothing of corosync passes on ring 0 or 1 of this host. */
    public void cutRing(int ring) {
        act("cut-ring", Integer.toString(ring));
    }

    /** Undoes {@link #cutRing}. */
    public void mendRing(int ring) {
        act("mend-ring", Integer.toString(ring));
    }

    /** Cut from the other hosts on every network, but neither from the desk nor from the BMCs. */
    public void partition() {
        act("partition");
    }

    /** Undoes {@link #partition}. */
    public void heal() {
        act("heal");
    }

    /** Kills sshd and all its sessions. */
    public void stopSshd() {
        act("stop-sshd");
    }

    /** Starts it where it does not run. */
    public void startSshd() {
        act("start-sshd");
    }

    /** So many percent of what eth0 sends are lost. */
    public void loss(int percent) {
        act("loss", Integer.toString(percent));
    }

    /** What eth0 sends arrives so many milliseconds later. */
    public void delay(int millis) {
        act("delay", Integer.toString(millis));
    }

    /** date(1) on the host is off by so many seconds; the kernel's clock is not. */
    public void clock(int seconds) {
        act("clock", Integer.toString(seconds));
    }

    /** Undoes loss, delay, clock, partition and cut rings. */
    public void clear() {
        act("clear");
    }

    /** Its BMC answers nothing: it cannot be fenced. */
    public void stopBmc() {
        act("stop-bmc");
    }

    /** Undoes {@link #stopBmc}; what it was asked meanwhile it does now. */
    public void startBmc() {
        act("start-bmc");
    }

    /** What ipmitool prints that asks its BMC, such as {@code chassis power status}. */
    public String bmc(String... command) {
        return act("bmc", command);
    }

    private String act(String action, String... arguments) {
        return Script.run(Script.onHost(scripts, host, action, arguments)).orFail();
    }
}
