package org.redoubt.agent.lab;

import java.nio.file.Path;

/**
 * The lab's node-4, a virtual machine with a kernel of its own: eth1 (to sw-a) and eth2 (to sw-b) are legs of bond0, and one
 * disk is reached through two HBAs, 0 and 1. {@link Lab#up} mends its cards and its paths.
 */
public final class KernelHost {
    private static final String NAME = "node-4";

    private final Path scripts;

    KernelHost(Path scripts) {
        this.scripts = scripts;
    }

    /** What a command prints on that host; fails when the command does. */
    public String exec(String... command) {
        return act("exec", command);
    }

    /** The card has no carrier any more. */
    public void setLinkOff(String card) {
        act("set-link-off", card);
    }

    /** It has it again. */
    public void setLinkOn(String card) {
        act("set-link-on", card);
    }

    /** The HBA loses its disk: the path is gone from the map. */
    public void dropPath(int hba) {
        act("drop-path", Integer.toString(hba));
    }

    /** It has it again. */
    public void addPath(int hba) {
        act("add-path", Integer.toString(hba));
    }

    /** The HBA's disk answers nothing: the path is in the map, and failed. */
    public void failPath(int hba) {
        act("fail-path", Integer.toString(hba));
    }

    /** It answers again. */
    public void restorePath(int hba) {
        act("restore-path", Integer.toString(hba));
    }

    private String act(String action, String... arguments) {
        return Script.run(Script.onHost(scripts, NAME, action, arguments)).orFail();
    }
}
