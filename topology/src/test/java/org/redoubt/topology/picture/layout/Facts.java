package org.redoubt.topology.picture.layout;

import static org.redoubt.topology.model.Attributes.RUNS_ON;
import static org.redoubt.topology.model.Attributes.STATE;

import java.util.List;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;

/** A site that is told fact by fact. */
final class Facts {

    Site site;
    private long told;

    Facts(Site site) {
        this.site = site;
    }

    <T> Facts say(String source, long at, ElementId element, Attribute<T> attribute, T value) {
        return report(source, at, new Assertion<>(element, attribute, value));
    }

    Facts gone(String host, ElementId element, Attribute<?> attribute) {
        return report("libvirt@" + host, 2000, Assertion.gone(element, attribute));
    }

    Facts running(String host, ElementId vm) {
        return running(host, vm, 1000);
    }

    Facts running(String host, ElementId vm, long at) {
        return say("libvirt@" + host, at, vm, STATE, RunState.RUNNING)
                .say("libvirt@" + host, at, vm, RUNS_ON, ElementId.host(host));
    }

    Facts tick(long now) {
        site = Folding.fold(site, new Fact.Tick(now));
        return this;
    }

    private Facts report(String source, long at, Assertion<?> assertion) {
        long sequence = at * 1_000_000 + ++told;
        site = Folding.fold(site, new Fact.Report(Source.parse(source), sequence, at, List.of(assertion)));
        return this;
    }
}
