package org.redoubt.views.inspector;

import java.util.ArrayList;
import java.util.List;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Whereabouts;
import org.redoubt.views.words.Level;
import org.redoubt.views.words.Units;

/** The site as a whole, for when nothing is selected: counted from what was heard. */
final class Overview {

    private Overview() {}

    static List<Need> of(Site site) {
        List<Need> rows = new ArrayList<>();
        hosts(site, rows);
        vms(site, rows);
        return rows;
    }

    private static void hosts(Site site, List<Need> rows) {
        int all = 0;
        int connected = 0;
        long memory = 0;
        long free = 0;
        for (Element.Host host : (Iterable<Element.Host>) site.hosts()::iterator) {
            all++;
            connected += host.link().connected() ? 1 : 0;
            if (host.value(Attributes.MEMORY).isPresent()
                    && host.value(Attributes.MEMORY_FREE).isPresent()) {
                memory += host.value(Attributes.MEMORY).get();
                free += host.value(Attributes.MEMORY_FREE).get();
            }
        }
        if (all > 0) {
            Level level = connected == all ? Level.NORMAL : Level.WARNING;
            rows.add(new Need("hosts", Integer.toString(all), connected + " connected", level));
        }
        if (memory > 0) {
            rows.add(new Need(
                    "memory", Units.bytes(memory - free) + " in use", "of " + Units.bytes(memory), Level.NORMAL));
        }
    }

    private static void vms(Site site, List<Need> rows) {
        int all = 0;
        int running = 0;
        int twice = 0;
        for (Element.Vm vm : (Iterable<Element.Vm>) site.vms()::iterator) {
            all++;
            Whereabouts where = vm.whereabouts();
            running += where.state().executes() ? 1 : 0;
            twice += where instanceof Whereabouts.Twice ? 1 : 0;
        }
        if (all > 0) {
            String under = running + " running" + (twice == 0 ? "" : ", " + twice + " of them twice");
            rows.add(new Need("VMs", Integer.toString(all), under, twice == 0 ? Level.NORMAL : Level.CRITICAL));
        }
    }
}
