package org.redoubt.views;

import java.util.ArrayList;
import java.util.List;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;

/** A site told fact by fact, as sources would. */
public final class TestSite {

    private final List<Assertion<?>> said = new ArrayList<>();
    private Site site = Site.empty("test");
    private long sequence;

    public <T> TestSite say(ElementId id, Attribute<T> attribute, T value) {
        said.add(new Assertion<>(id, attribute, value));
        return this;
    }

    /** What was said until now comes from {@code source}, heard at {@code at}. */
    public TestSite by(String source, long at) {
        site = Folding.fold(site, new Fact.Report(Source.parse(source), ++sequence, at, said));
        said.clear();
        return this;
    }

    public TestSite host(String key, LinkState link, String cluster) {
        ElementId id = ElementId.host(key);
        say(id, Attributes.NAME, key).say(id, Attributes.LINK, link);
        if (cluster != null) {
            ElementId group = new ElementId(ElementKind.CLUSTER, cluster);
            say(group, Attributes.NAME, cluster).say(id, Attributes.MEMBER_OF, List.of(group));
        }
        return by("libvirt@" + key, 1000);
    }

    public TestSite vm(String uuid, String name, String host, RunState state) {
        return vm(uuid, name, host, state, 1000);
    }

    /** A VM as its host says it is at {@code at}. */
    public TestSite vm(String uuid, String name, String host, RunState state, long at) {
        ElementId id = ElementId.vm(uuid);
        say(id, Attributes.NAME, name)
                .say(id, Attributes.STATE, state)
                .say(id, Attributes.RUNS_ON, ElementId.host(host))
                .say(id, Attributes.MEMORY, 8L << 30);
        return by("libvirt@" + host, at);
    }

    /** The site read at {@code now}. */
    public Site at(long now) {
        return Folding.fold(site, new Fact.Tick(now));
    }
}
