package org.redoubt.views.inspector;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Element;
import org.redoubt.views.words.Level;
import org.redoubt.views.words.Units;

/**
 * The site as a whole, for when nothing is selected: counted from what was heard.
 *
 * @param memory bytes of the hosts that say so, and {@code free} what of it is not in use
 * @param twice VMs that execute on several hosts at once
 */
public record Overview(int hosts, int connected, long memory, long free, int vms, int running, int twice) {

    static final Overview NOTHING = new Overview(0, 0, 0, 0, 0, 0, 0);

    public static Overview of(Collection<Element.Host> hosts, int vms, int running, int twice) {
        int connected = 0;
        long memory = 0;
        long free = 0;
        for (Element.Host host : hosts) {
            connected += host.link().connected() ? 1 : 0;
            Optional<Long> has = host.value(Attributes.MEMORY);
            Optional<Long> left = host.value(Attributes.MEMORY_FREE);
            if (has.isPresent() && left.isPresent()) {
                memory += has.get();
                free += left.get();
            }
        }
        return new Overview(hosts.size(), connected, memory, free, vms, running, twice);
    }

    List<Need> rows() {
        List<Need> rows = new ArrayList<>();
        if (hosts > 0) {
            Level level = connected == hosts ? Level.NORMAL : Level.WARNING;
            rows.add(new Need("hosts", Integer.toString(hosts), connected + " connected", level));
        }
        if (memory > 0) {
            rows.add(new Need(
                    "memory", Units.bytes(memory - free) + " in use", "of " + Units.bytes(memory), Level.NORMAL));
        }
        if (vms > 0) {
            String under = running + " running" + (twice == 0 ? "" : ", " + twice + " of them twice");
            rows.add(new Need("VMs", Integer.toString(vms), under, twice == 0 ? Level.NORMAL : Level.CRITICAL));
        }
        return rows;
    }
}
