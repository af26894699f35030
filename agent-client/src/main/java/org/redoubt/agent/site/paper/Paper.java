package org.redoubt.agent.site.paper;

import java.util.List;
import org.redoubt.topology.fact.Assertion;

/**
 * What a site file says that no host reports.
 *
 * @param lines what it says of everything but VMs
 * @param vms what it says of VMs; which element each of them is, only hosts tell
 */
public record Paper(List<Assertion<?>> lines, List<VmWords> vms) {

    /** Nothing is said. */
    public static final Paper NONE = new Paper(List.of(), List.of());

    public Paper {
        lines = List.copyOf(lines);
        vms = List.copyOf(vms);
    }
}
