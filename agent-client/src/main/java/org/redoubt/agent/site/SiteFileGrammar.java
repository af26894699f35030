package org.redoubt.agent.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.redoubt.agent.site.paper.Paper;
import org.redoubt.agent.site.paper.PaperGrammar;
import org.redoubt.agent.site.text.Form;
import org.redoubt.agent.site.text.LinkSpeed;
import org.redoubt.agent.site.text.Node;
import org.redoubt.agent.site.text.Node.Mark;
import org.redoubt.agent.site.text.Problem;
import org.redoubt.agent.site.text.Shown;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Owner;
import org.redoubt.topology.model.Visible;

/** What may stand in a site file. It goes on behind whatever is wrong, so that all of it is told at once. */
final class SiteFileGrammar {

    private static final List<String> SITE_KEYS =
            both(List.of("name", "hosts", "clusters", "ssh"), PaperGrammar.SITE_KEYS);
    private static final List<String> SSH_KEYS = List.of("key", "known-hosts", "jump");
    private static final List<String> HOST_KEYS = both(
            List.of("uri", "name", "owner", "peer", "cluster", "migration-speed", "tags", "ssh"),
            PaperGrammar.HOST_KEYS);
    private static final String SSH_EXAMPLE = "write ssh: {key: ~/.ssh/id_ed25519}, or leave it out";
    private static final String MINIMUM =
            "write hosts: and below it - uri: qemu+ssh://root@node-1/system for each host";

    private final Form form;
    private final List<PaperGrammar.Entry> entries = new ArrayList<>();
    private final Map<String, Mark> keys = new HashMap<>();
    private final Map<String, Mark> uris = new HashMap<>();

    SiteFileGrammar(List<Problem> problems) {
        this.form = new Form(problems);
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** The site; where there are problems, as much of it as could be understood. */
    SiteFile site(Node root, String otherwise) {
        if (!(root instanceof Node.Mapping mapping)) {
            form.wrong(root.at(), "a site file is a mapping, this is " + root.what(), MINIMUM);
            return new SiteFile(otherwise, List.of(), List.of(), SshDefaults.NONE, Paper.NONE);
        }
        form.known(mapping, SITE_KEYS);
        String name = mapping.get("name").flatMap(form::name).orElse(otherwise);
        Map<String, Mark> clusters = clusters(mapping.get("clusters"));
        List<SiteFile.Host> hosts =
                hosts(mapping, clusters, mapping.get("clusters").isPresent());
        return new SiteFile(
                name,
                hosts,
                List.copyOf(clusters.keySet()),
                ssh(mapping.get("ssh")),
                PaperGrammar.read(form, mapping, entries));
    }

    private SshDefaults ssh(Optional<Node> node) {
        if (node.isEmpty()) {
            return SshDefaults.NONE;
        }
        if (!(node.get() instanceof Node.Mapping mapping)) {
            form.wrong(
                    node.get().at(),
                    "ssh is a mapping here, this is " + node.get().what(),
                    SSH_EXAMPLE);
            return SshDefaults.NONE;
        }
        form.known(mapping, SSH_KEYS);
        return new SshDefaults(
                mapping.get("key").flatMap(this::file),
                mapping.get("known-hosts").flatMap(this::file),
                form.value(mapping, "jump", SshAddress::parse, "write jump: user@gateway, or leave it out"));
    }

    private Optional<String> file(Node node) {
        Optional<String> text = form.scalar(node, "a file's name", "write the name of a file");
        if (text.isPresent()
                && (text.get().isBlank() || !text.get().codePoints().allMatch(Visible::is))) {
            form.wrong(node.at(), node.what() + " is no file's name", "write the name of a file");
            return Optional.empty();
        }
        return text;
    }

    private Map<String, Mark> clusters(Optional<Node> node) {
        Map<String, Mark> names = new LinkedHashMap<>();
        for (Node each : form.list(node, "clusters", "write clusters: [west, east]")) {
            form.name(each).ifPresent(name -> {
                Mark before = names.putIfAbsent(name, each.at());
                if (before != null) {
                    form.wrong(
                            each.at(),
                            "there is a cluster of this name in line " + before.line(),
                            "leave one of them out");
                }
            });
        }
        return names;
    }

    private List<SiteFile.Host> hosts(Node.Mapping site, Map<String, Mark> clusters, boolean declared) {
        List<SiteFile.Host> hosts = new ArrayList<>();
        List<Node> nodes = form.list(site.get("hosts"), "hosts", MINIMUM);
        if (nodes.isEmpty() && form.fine()) {
            form.wrong(site.at(), "there are no hosts in it", MINIMUM);
        }
        for (Node node : nodes) {
            host(node).ifPresent(host -> {
                hosts.add(host);
                entries.add(new PaperGrammar.Entry(
                        ElementId.host(host.key()),
                        host.key(),
                        host.cluster(),
                        host.ssh().isPresent(),
                        (Node.Mapping) node));
                host.cluster().filter(name -> !clusters.containsKey(name)).ifPresent(name -> {
                    if (declared) {
                        Mark at = ((Node.Mapping) node)
                                .get("cluster")
                                .orElseThrow()
                                .at();
                        form.wrong(
                                at,
                                "clusters: names no cluster \"" + Shown.text(name) + "\"",
                                Form.instead(name, clusters.keySet()));
                    } else {
                        clusters.put(name, node.at());
                    }
                });
            });
        }
        return hosts;
    }

    private Optional<SiteFile.Host> host(Node node) {
        if (!(node instanceof Node.Mapping mapping)) {
            form.wrong(
                    node.at(),
                    "a host is a mapping, this is " + node.what(),
                    "write uri: qemu+ssh://root@node-1/system");
            return Optional.empty();
        }
        form.known(mapping, HOST_KEYS);
        Optional<String> name = mapping.get("name").flatMap(form::name);
        Optional<Owner> owner = form.value(
                mapping,
                "owner",
                this::owner,
                "write owner: none where nobody but the operator moves its VMs, or leave it out");
        Optional<String> peer = mapping.get("peer").flatMap(this::uri).map(HostUri::text);
        Optional<String> cluster = mapping.get("cluster").flatMap(form::name);
        OptionalLong speed = form.value(
                        mapping,
                        "migration-speed",
                        text -> {
                            OptionalLong bytes = LinkSpeed.parse(text);
                            return bytes.isPresent() ? Optional.of(bytes.getAsLong()) : Optional.empty();
                        },
                        "write the speed of the link like 1Gbit, 2.5Gbit or 125MB")
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
        List<String> tags = form.list(mapping.get("tags"), "tags", "write tags: [ssd, hall-2]").stream()
                .flatMap(tag -> form.name(tag).stream())
                .distinct()
                .toList();
        if (mapping.get("uri").isEmpty()) {
            form.wrong(mapping.at(), "this host has no uri", "write uri: qemu+ssh://root@node-1/system");
            return Optional.empty();
        }
        return mapping.get("uri").flatMap(this::uri).map(uri -> {
            Mark at =
                    mapping.get(name.isPresent() ? "name" : "uri").orElseThrow().at();
            Optional<SshAddress> ssh = mapping.get("ssh").isPresent() ? login(mapping) : SshAddress.of(uri);
            return new SiteFile.Host(key(name, uri, at), uri.text(), name, owner, peer, cluster, speed, tags, ssh);
        });
    }

    /** Where it says that somebody logs in; {@code false} says that nobody does. */
    private Optional<SshAddress> login(Node.Mapping host) {
        String instead = "write ssh: root@10.0.0.1, or ssh: false where nobody logs in";
        return form.value(host, "ssh", SiteFileGrammar::login, instead).orElse(Optional.empty());
    }

    /** A host that is called "true" is none that anybody means. */
    private static Optional<Optional<SshAddress>> login(String text) {
        return switch (text) {
            case "false" -> Optional.of(Optional.empty());
            case "true" -> Optional.empty();
            default -> SshAddress.parse(text).map(Optional::of);
        };
    }

    /** Its name, or its machine, or for a host on this machine the URI, made unique. */
    private String key(Optional<String> name, HostUri uri, Mark at) {
        uri.machine().ifPresent(machine -> {
            Mark before = uris.putIfAbsent(uri.address(), at);
            if (before != null) {
                form.wrong(
                        at,
                        "this is the host of line " + before.line() + " once more: it has the same uri",
                        "leave one of them out");
            }
        });
        String key = name.or(uri::machine).orElse(uri.address());
        if (name.isEmpty() && uri.machine().isEmpty()) {
            for (int i = 2; keys.containsKey(key); i++) {
                key = uri.address() + " (" + i + ")";
            }
        }
        Mark before = keys.putIfAbsent(key, at);
        if (before != null) {
            form.wrong(
                    at,
                    "the host of line " + before.line() + " is called \"" + Shown.text(key) + "\" too",
                    "give one of them another name:");
        }
        return key;
    }

    private Optional<Owner> owner(String text) {
        return switch (text) {
            case "none" -> Optional.of(Owner.NONE);
            case "pacemaker" -> Optional.of(Owner.PACEMAKER);
            default -> Optional.empty();
        };
    }

    private Optional<HostUri> uri(Node node) {
        Optional<String> text = form.scalar(node, "a URI", HostUri.EXAMPLE);
        Optional<HostUri.Wrong> wrong = text.flatMap(HostUri::wrong);
        wrong.ifPresent(what -> form.wrong(node.at(), what.wrong(), what.instead()));
        return wrong.isPresent() ? Optional.empty() : text.map(HostUri::of);
    }
}
