package org.redoubt.agent.pacemaker;

import static org.redoubt.topology.model.Attributes.MEMBER_OF;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.OWNER;
import static org.redoubt.topology.model.Attributes.RESOURCE;
import static org.redoubt.topology.model.Attributes.STATE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.redoubt.agent.pacemaker.read.Cib;
import org.redoubt.agent.pacemaker.read.CibStatus;
import org.redoubt.agent.pacemaker.read.ClusterNode;
import org.redoubt.agent.pacemaker.read.Limits;
import org.redoubt.agent.pacemaker.read.Mon;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.xml.Xml;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Owner;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;

/**
 * A cluster that nobody can reach, read from a file: a CIB ({@code cibadmin -Q}) or crm_mon's XML of any version. Its
 * nodes are the site's hosts, the VMs that it runs the site's VMs; all else is unknown.
 */
public final class ClusterFile {

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final String name;
    private final Reading reading = new Reading();

    private ClusterFile(String name) {
        this.name = name;
    }

    /** Whether a file begins like XML, whatever it is: nothing else that is opened does. */
    public static boolean names(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String begin = new String(in.readNBytes(200), StandardCharsets.UTF_8);
            return begin.replace("\ufeff", "").stripLeading().startsWith("<");
        }
    }

    /**
     * The site that is this cluster, read at moment 0.
     *
     * @throws ClusterFileException when it is none, saying why in a line
     * @throws IOException when it cannot be read at all
     */
    public static Site read(Path file) throws ClusterFileException, IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(Xml.MOST_CHARS + 1);
        }
        String shown = String.valueOf(file.getFileName());
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return of(shown.replaceFirst("\\.[^.]*$", ""), text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (CharacterCodingException notText) {
            throw new ClusterFileException(shown + ": it is not UTF-8 text");
        } catch (ClusterFileException wrong) {
            throw new ClusterFileException(shown + ": " + wrong.getMessage());
        }
    }

    static Site of(String name, String text) throws ClusterFileException {
        Xml root = Xml.parse(text.strip())
                .orElseThrow(() -> new ClusterFileException("it is not well-formed XML, or larger than is read"));
        ClusterFile file = new ClusterFile(name);
        switch (root.name()) {
            case "cib" -> file.cib(root);
            case "crm_mon", "pacemaker-result" -> file.mon(text.strip());
            default ->
                throw new ClusterFileException("neither a CIB nor crm_mon's XML: it begins with <"
                        + root.name().substring(0, Math.min(40, root.name().length())) + ">");
        }
        return file.site();
    }

    private void cib(Xml root) throws ClusterFileException {
        Cib cib = Cib.of(root)
                .orElseThrow(() -> new ClusterFileException("a CIB without a configuration of nodes and resources"));
        String cluster = Optional.ofNullable(cib.properties().get("cluster-name"))
                .flatMap(Limits::name)
                .orElse(name);
        say(cluster, Optional.of(cib), CibStatus.of(root, cib));
    }

    private void mon(String text) throws ClusterFileException {
        switch (Mon.parse(text)) {
            case Mon.Result.Read(Mon mon) -> say(name, Optional.empty(), mon);
            case Mon.Result.Disconnected _ ->
                throw new ClusterFileException("crm_mon was connected to no cluster when it wrote this");
            case Mon.Result.Unreadable(String why) -> throw new ClusterFileException(why);
        }
    }

    private void say(String cluster, Optional<Cib> cib, Mon mon) {
        Nodes members = new Nodes(new ElementId(ElementKind.CLUSTER, cluster), names(mon));
        reading.say(members.id(), NAME, cluster);
        for (String node : members.names()) {
            ElementId host = ElementId.host(node);
            reading.say(host, NAME, node).say(host, MEMBER_OF, List.of(members.id()));
        }
        ClusterState state = new ClusterState(members, reading);
        state.state(mon);
        state.history(mon.events());
        cib.ifPresent(known -> PacemakerReader.configuration(members, state, known, reading));
        Resources resources = new Resources(members, reading, cib, Optional.of(mon));
        resources.say();
        for (Resources.Resource one : Resources.all(cib, Optional.of(mon))) {
            if (one.isVm()) {
                vm(members, resources, one);
            }
        }
    }

    private static Set<String> names(Mon mon) {
        Set<String> names = new LinkedHashSet<>();
        mon.members().stream()
                .filter(member -> !member.guest())
                .forEach(member -> member.node().name().ifPresent(names::add));
        return names;
    }

    /** A VM's UUID is known where its configuration file is called by it. */
    private void vm(Nodes members, Resources resources, Resources.Resource one) {
        Optional<String> domain = one.primitive().flatMap(Cib.Primitive::domain);
        ElementId id = ElementId.vm(domain.filter(known -> UUID.matcher(known).matches())
                .orElse(members.id().key() + "/" + one.id()));
        reading.say(
                        id,
                        NAME,
                        domain.filter(known -> !UUID.matcher(known).matches()).orElse(one.id()))
                .say(id, OWNER, Owner.PACEMAKER)
                .say(id, RESOURCE, one.id());
        resources.vm(id, one);
        boolean known = !one.instances().isEmpty();
        if (known && one.nodes().isEmpty()) {
            reading.say(id, STATE, RunState.SHUT_OFF);
        } else if (known && resources.where(one).isPresent() && !resources.doubtful(one)) {
            reading.say(id, STATE, RunState.RUNNING);
        }
    }

    private Site site() {
        Source source = new Source(PacemakerReader.SOURCE, name);
        return Folding.fold(Site.empty(name), new Fact.Report(source, 1, 0, reading.lines()));
    }

    /** The nodes that the file names are the site's hosts. */
    private record Nodes(ElementId id, Set<String> names) implements Members {
        @Override
        public Optional<ElementId> host(ClusterNode node) {
            return node.name().flatMap(this::host);
        }

        @Override
        public Optional<ElementId> host(String node) {
            return names.contains(node) ? Optional.of(ElementId.host(node)) : Optional.empty();
        }
    }
}
