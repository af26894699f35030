package org.redoubt.agent.site;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.redoubt.agent.port.DeskClock;
import org.redoubt.agent.port.FactSource;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Source;

/** Says once what the site file says. It claims nothing that the file leaves open. */
public final class SiteFileSource implements FactSource {

    private final SiteFile file;
    private final DeskClock clock;

    public SiteFileSource(SiteFile file, DeskClock clock) {
        this.file = file;
        this.clock = clock;
    }

    @Override
    public Source source() {
        return new Source("site-file", file.name());
    }

    @Override
    public void start(Consumer<? super Fact> sink) {
        List<Assertion<?>> assertions = new ArrayList<>();
        for (String cluster : file.clusters()) {
            assertions.add(new Assertion<>(cluster(cluster), Attributes.NAME, cluster));
        }
        for (SiteFile.Host host : file.hosts()) {
            ElementId id = ElementId.host(host.key());
            host.name().ifPresent(name -> assertions.add(new Assertion<>(id, Attributes.NAME, name)));
            assertions.add(new Assertion<>(id, Attributes.ADDRESS, host.address()));
            host.peer().ifPresent(peer -> assertions.add(new Assertion<>(id, Attributes.PEER_ADDRESS, peer)));
            host.owner().ifPresent(owner -> assertions.add(new Assertion<>(id, Attributes.OWNER, owner)));
            host.cluster()
                    .ifPresent(
                            name -> assertions.add(new Assertion<>(id, Attributes.MEMBER_OF, List.of(cluster(name)))));
            host.migrationSpeed()
                    .ifPresent(speed -> assertions.add(new Assertion<>(id, Attributes.MIGRATION_SPEED, speed)));
            if (!host.tags().isEmpty()) {
                assertions.add(new Assertion<>(id, Attributes.TAGS, host.tags()));
            }
        }
        sink.accept(new Fact.Report(source(), 1, clock.millis(), assertions));
    }

    private static ElementId cluster(String name) {
        return new ElementId(ElementKind.CLUSTER, name);
    }

    /** It holds nothing that is to be given back. */
    @Override
    public void close() {}
}
