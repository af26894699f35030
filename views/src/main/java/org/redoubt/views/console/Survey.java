package org.redoubt.views.console;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.redoubt.topology.heartbeat.Beat;
import org.redoubt.topology.heartbeat.Heartbeats;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Whereabouts;
import org.redoubt.views.inspector.Overview;
import org.redoubt.views.words.Level;
import org.redoubt.views.words.Status;

/**
 * What is counted over the whole site, kept up to date from what changed: following a newer site takes time in the
 * changes, and in the hosts. Confined to one thread, which is not the toolkit's.
 */
final class Survey {

    private static final Set<ElementKind> ENDS =
            Set.of(ElementKind.NETWORK_PORT, ElementKind.HBA_PORT, ElementKind.STORAGE_PATH);

    private final Map<ElementId, Element.Host> hosts = new HashMap<>();
    private final Map<ElementId, Element> clusters = new HashMap<>();
    private final Map<ElementId, Element> beating = new HashMap<>();
    private final Map<ElementId, Element> abnormal = new HashMap<>();
    private final Map<ElementId, Integer> residents = new HashMap<>();
    private Site site = Site.empty("");
    private Heartbeats heartbeats = Heartbeats.NONE;
    private int ends;
    private int endsUp;
    private int vms;
    private int running;
    private int twice;

    static Survey of(Site site) {
        Survey survey = new Survey();
        survey.follow(site);
        return survey;
    }

    void follow(Site newest) {
        follow(newest, Heartbeats.of(newest));
    }

    /** @param learned of its heartbeats, up to that site or a little later */
    void follow(Site newest, Heartbeats learned) {
        heartbeats = learned;
        site.eachDifference(newest, this::changed);
        site = newest;
    }

    private void changed(Element stored, Element newest) {
        Element was = stored != null && stored.claims().present() ? stored : null;
        Element is = newest != null && newest.claims().present() ? newest : null;
        ElementId id = stored != null ? stored.id() : newest.id();
        count(was, -1);
        count(is, 1);
        keep(beating, id, is, is != null && Beat.of(is, 0).isPresent());
        switch (id.kind()) {
            case HOST -> keep(hosts, id, (Element.Host) is, is != null);
            case CLUSTER -> {
                keep(clusters, id, is, is != null);
                abnormal(id, is);
            }
            default -> abnormal(id, is);
        }
    }

    private void abnormal(ElementId id, Element is) {
        keep(abnormal, id, is, is != null && Status.of(is).level().compareTo(Level.WARNING) >= 0);
    }

    private static <E> void keep(Map<ElementId, E> among, ElementId id, E element, boolean belongs) {
        if (belongs) {
            among.put(id, element);
        } else {
            among.remove(id);
        }
    }

    /** What one element adds to the counts by itself. */
    private void count(Element element, int times) {
        if (element instanceof Element.Vm vm) {
            Whereabouts where = vm.whereabouts();
            vms += times;
            running += where.state().executes() ? times : 0;
            twice += where instanceof Whereabouts.Twice ? times : 0;
            where.host().ifPresent(host -> residents.merge(host, times, Survey::sum));
        } else if (element != null && ENDS.contains(element.kind())) {
            element.value(Attributes.UP).ifPresent(up -> {
                ends += times;
                endsUp += up ? times : 0;
            });
        }
    }

    private static Integer sum(Integer one, Integer other) {
        return one + other == 0 ? null : Integer.valueOf(one + other);
    }

    Site site() {
        return site;
    }

    Collection<Element.Host> hosts() {
        return hosts.values();
    }

    Collection<ElementId> clusters() {
        return clusters.keySet();
    }

    /** Everything whose heartbeat is expected. */
    Collection<Element> beating() {
        return beating.values();
    }

    /** How one of them is heard. */
    Beat beat(Element heart) {
        return heartbeats
                .beat(heart, site.now())
                .or(() -> Beat.of(heart, site.now()))
                .orElseThrow();
    }

    /** Everything but hosts whose own state is abnormal. */
    Collection<Element> abnormal() {
        return abnormal.values();
    }

    /** How many VMs a host runs. */
    int residents(ElementId host) {
        return residents.getOrDefault(host, 0);
    }

    /** Ports and storage paths of which is said whether they are up, and those that are. */
    int ends() {
        return ends;
    }

    int endsUp() {
        return endsUp;
    }

    Overview overview() {
        return Overview.of(hosts.values(), vms, running, twice);
    }
}
