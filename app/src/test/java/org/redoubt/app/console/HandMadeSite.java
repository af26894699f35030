package org.redoubt.app.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.FactSource;
import org.redoubt.agent.port.HostAgent;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Owner;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Source;

/** A site that says what a test tells it to, without hands: nothing can be done to it. */
final class HandMadeSite implements SiteAgents {

    private final Desk desk;
    private final List<Mouth> mouths = new CopyOnWriteArrayList<>();

    HandMadeSite(Desk desk) {
        this.desk = desk;
    }

    /** A host and how the link to it stands; what it says is heard once the site is watched. */
    Mouth host(String key, LinkState link, String detail) {
        ElementId id = ElementId.host(key);
        Mouth mouth = new Mouth(key);
        mouth.say(id, Attributes.NAME, key)
                .say(id, Attributes.LINK, link)
                .say(id, Attributes.LINK_DETAIL, detail)
                .say(id, Attributes.OWNER, Owner.NONE)
                .say(id, Attributes.MEMORY, 64L << 30)
                .say(id, Attributes.MEMORY_FREE, 32L << 30);
        mouths.add(mouth);
        return mouth;
    }

    /** What one host says. */
    final class Mouth implements FactSource {
        private final ElementId host;
        private final List<Assertion<?>> said = new ArrayList<>();

        private Mouth(String key) {
            host = ElementId.host(key);
        }

        <T> Mouth say(ElementId id, Attribute<T> attribute, T value) {
            said.add(new Assertion<>(id, attribute, value));
            return this;
        }

        Mouth vm(String uuid, String name) {
            ElementId id = ElementId.vm(uuid);
            return say(id, Attributes.NAME, name)
                    .say(id, Attributes.RUNS_ON, host)
                    .say(id, Attributes.STATE, RunState.RUNNING)
                    .say(id, Attributes.MEMORY, 4L << 30);
        }

        @Override
        public Source source() {
            return new Source("libvirt", host.key());
        }

        @Override
        public void start(Consumer<? super Fact> sink) {
            sink.accept(new Fact.Report(source(), 1, desk.clock().millis(), said));
        }

        @Override
        public void close() {}
    }

    @Override
    public String name() {
        return "by hand";
    }

    @Override
    public List<FactSource> sources() {
        return List.copyOf(mouths);
    }

    @Override
    public Optional<HostAgent> agent(ElementId host) {
        return Optional.empty();
    }

    @Override
    public boolean simulated() {
        return false;
    }

    @Override
    public void close() {}
}
