package org.redoubt.topology.cluster;

import static org.redoubt.topology.model.Attributes.*;

import java.util.List;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;

/** Two hosts of a cluster and a VM on one of them. */
final class Lab {

    static final ElementId ONE = ElementId.host("one");
    static final ElementId TWO = ElementId.host("two");
    static final ElementId CLUSTER = new ElementId(ElementKind.CLUSTER, "lab");
    static final ElementId VM = ElementId.vm("6695eb01-f6a4-8304-79aa-97f2502e193f");

    private Site site = Site.empty("lab");
    private long sequence;

    Lab() {
        for (ElementId host : List.of(ONE, TWO)) {
            say("libvirt@" + host.key(), host, NAME, "node-" + host.key());
            say("corosync@" + host.key(), host, MEMBER_OF, List.of(CLUSTER));
        }
        say("pacemaker@one", CLUSTER, NAME, "lab");
        say("pacemaker@one", CLUSTER, DOMAINS, 1L);
        say("libvirt@one", VM, NAME, "web");
        say("libvirt@one", VM, STATE, RunState.RUNNING);
        say("libvirt@one", VM, RUNS_ON, ONE);
    }

    /** A VM that the cluster runs. */
    ElementId resource(String id, String domain) {
        ElementId resource = CLUSTER.part(ElementKind.SERVICE, id);
        say("pacemaker@one", resource, NAME, id);
        say("pacemaker@one", resource, PART_OF, CLUSTER);
        say("pacemaker@one", resource, ALLOW_MIGRATE, true);
        if (domain != null) {
            say("pacemaker@one", resource, DOMAIN, domain);
        }
        return resource;
    }

    <T> void say(String source, ElementId element, Attribute<T> attribute, T value) {
        hear(source, site.now(), new Assertion<>(element, attribute, value));
    }

    void gone(String source, ElementId element, Attribute<?> attribute) {
        hear(source, site.now(), Assertion.gone(element, attribute));
    }

    void hear(String source, long at, Assertion<?> assertion) {
        site = Folding.fold(site, new Fact.Report(Source.parse(source), ++sequence, at, List.of(assertion)));
    }

    Site site() {
        return site;
    }

    Element.Vm vm() {
        return site.vm(VM).orElseThrow();
    }
}
