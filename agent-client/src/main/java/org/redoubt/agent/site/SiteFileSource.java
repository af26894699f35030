package org.redoubt.agent.site;

import static org.redoubt.topology.model.Attributes.ADDRESS;
import static org.redoubt.topology.model.Attributes.MEMBER_OF;
import static org.redoubt.topology.model.Attributes.MIGRATION_SPEED;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.OWNER;
import static org.redoubt.topology.model.Attributes.PEER_ADDRESS;
import static org.redoubt.topology.model.Attributes.TAGS;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.redoubt.agent.port.DeskClock;
import org.redoubt.agent.port.FactSource;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Source;

/**
 * Says what the site file says: once, and of a VM that it names when a host tells which one that is. It claims nothing that
 * the file leaves open.
 */
public final class SiteFileSource implements FactSource {

    private final SiteFile file;
    private final DeskClock clock;
    private final NamedVms vms;
    private Consumer<? super Fact> sink;
    private long sequence;

    public SiteFileSource(SiteFile file, DeskClock clock) {
        this.file = file;
        this.clock = clock;
        this.vms = new NamedVms(file.paper().vms());
    }

    @Override
    public Source source() {
        return new Source("site-file", file.name());
    }

    @Override
    public synchronized void start(Consumer<? super Fact> hearer) {
        sink = hearer;
        List<Assertion<?>> lines = new ArrayList<>();
        for (String cluster : file.clusters()) {
            lines.add(new Assertion<>(cluster(cluster), NAME, cluster));
        }
        file.hosts().forEach(host -> host(host, lines));
        lines.addAll(file.paper().lines());
        lines.addAll(vms.all());
        say(lines);
    }

    private static void host(SiteFile.Host host, List<Assertion<?>> lines) {
        ElementId id = ElementId.host(host.key());
        host.name().ifPresent(name -> lines.add(new Assertion<>(id, NAME, name)));
        lines.add(new Assertion<>(id, ADDRESS, host.address()));
        host.peer().ifPresent(peer -> lines.add(new Assertion<>(id, PEER_ADDRESS, peer)));
        host.owner().ifPresent(owner -> lines.add(new Assertion<>(id, OWNER, owner)));
        host.cluster().ifPresent(name -> lines.add(new Assertion<>(id, MEMBER_OF, List.of(cluster(name)))));
        host.migrationSpeed().ifPresent(speed -> lines.add(new Assertion<>(id, MIGRATION_SPEED, speed)));
        if (!host.tags().isEmpty()) {
            lines.add(new Assertion<>(id, TAGS, host.tags()));
        }
    }

    private static ElementId cluster(String name) {
        return new ElementId(ElementKind.CLUSTER, name);
    }

    /** A source as it is; where it tells of a VM that the file names, the file's words are said of that one. */
    public FactSource overheard(FactSource other) {
        return vms.isEmpty() ? other : new Overheard(other, this);
    }

    private synchronized void hear(Fact fact) {
        if (fact instanceof Fact.Report report) {
            List<Assertion<?>> news = vms.hear(report);
            if (sink != null && !news.isEmpty()) {
                say(news);
            }
        }
    }

    private void say(List<Assertion<?>> lines) {
        sink.accept(new Fact.Report(source(), ++sequence, clock.millis(), lines));
    }

    /** It holds nothing that is to be given back. */
    @Override
    public synchronized void close() {
        sink = null;
    }

    private record Overheard(FactSource other, SiteFileSource file) implements FactSource {
        @Override
        public Source source() {
            return other.source();
        }

        @Override
        public void start(Consumer<? super Fact> sink) {
            other.start(fact -> {
                sink.accept(fact);
                file.hear(fact);
            });
        }

        @Override
        public void close() {
            other.close();
        }
    }
}
