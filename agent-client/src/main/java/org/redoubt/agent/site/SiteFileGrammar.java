package org.redoubt.agent.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Function;
import org.redoubt.agent.site.Node.Mark;
import org.redoubt.agent.site.SiteFileException.Problem;
import org.redoubt.topology.model.Owner;

/** What may stand in a site file. It goes on behind whatever is wrong, so that all of it is told at once. */
final class SiteFileGrammar {

    private static final List<String> SITE_KEYS = List.of("name", "hosts", "clusters", "ssh");
    private static final List<String> SSH_KEYS = List.of("key", "known-hosts", "jump");
    private static final List<String> HOST_KEYS =
            List.of("uri", "name", "owner", "peer", "cluster", "migration-speed", "tags", "ssh");
    private static final int LONGEST_NAME = 200;
    private static final String SSH_EXAMPLE = "write ssh: {key: ~/.ssh/id_ed25519}, or leave it out";
    private static final String MINIMUM =
            "write hosts: and below it - uri: qemu+ssh://root@node-1/system for each host";

    private final List<Problem> problems;
    private final Map<String, Mark> keys = new HashMap<>();
    private final Map<String, Mark> uris = new HashMap<>();

    SiteFileGrammar(List<Problem> problems) {
        this.problems = problems;
    }

    /** The site; where there are problems, as much of it as could be understood. */
    SiteFile site(Node root, String otherwise) {
        if (!(root instanceof Node.Mapping mapping)) {
            wrong(root.at(), "a site file is a mapping, this is " + root.what(), MINIMUM);
            return new SiteFile(otherwise, List.of(), List.of(), SshDefaults.NONE);
        }
        known(mapping, SITE_KEYS);
        String name = mapping.get("name").flatMap(this::name).orElse(otherwise);
        Map<String, Mark> clusters = clusters(mapping.get("clusters"));
        List<SiteFile.Host> hosts =
                hosts(mapping, clusters, mapping.get("clusters").isPresent());
        return new SiteFile(name, hosts, List.copyOf(clusters.keySet()), ssh(mapping.get("ssh")));
    }

    private SshDefaults ssh(Optional<Node> node) {
        if (node.isEmpty()) {
            return SshDefaults.NONE;
        }
        if (!(node.get() instanceof Node.Mapping mapping)) {
            wrong(
                    node.get().at(),
                    "ssh is a mapping here, this is " + node.get().what(),
                    SSH_EXAMPLE);
            return SshDefaults.NONE;
        }
        known(mapping, SSH_KEYS);
        return new SshDefaults(
                mapping.get("key").flatMap(this::file),
                mapping.get("known-hosts").flatMap(this::file),
                value(mapping, "jump", SshAddress::parse, "write jump: user@gateway, or leave it out"));
    }

    private Optional<String> file(Node node) {
        Optional<String> text = scalar(node, "a file's name", "write the name of a file");
        if (text.isPresent()
                && (text.get().isBlank() || !text.get().codePoints().allMatch(Shown::visible))) {
            wrong(node.at(), node.what() + " is no file's name", "write the name of a file");
            return Optional.empty();
        }
        return text;
    }

    private Map<String, Mark> clusters(Optional<Node> node) {
        Map<String, Mark> names = new LinkedHashMap<>();
        for (Node each : list(node, "clusters", "write clusters: [west, east]")) {
            name(each).ifPresent(name -> {
                Mark before = names.putIfAbsent(name, each.at());
                if (before != null) {
                    wrong(
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
        List<Node> nodes = list(site.get("hosts"), "hosts", MINIMUM);
        if (nodes.isEmpty() && problems.isEmpty()) {
            wrong(site.at(), "there are no hosts in it", MINIMUM);
        }
        for (Node node : nodes) {
            host(node).ifPresent(host -> {
                hosts.add(host);
                host.cluster().filter(name -> !clusters.containsKey(name)).ifPresent(name -> {
                    if (declared) {
                        Mark at = ((Node.Mapping) node)
                                .get("cluster")
                                .orElseThrow()
                                .at();
                        wrong(
                                at,
                                "clusters: names no cluster \"" + Shown.text(name) + "\"",
                                instead(name, clusters.keySet()));
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
            wrong(node.at(), "a host is a mapping, this is " + node.what(), "write uri: qemu+ssh://root@node-1/system");
            return Optional.empty();
        }
        known(mapping, HOST_KEYS);
        Optional<String> name = mapping.get("name").flatMap(this::name);
        Optional<Owner> owner = value(
                mapping,
                "owner",
                this::owner,
                "write owner: none where nobody but the operator moves its VMs, or leave it out");
        Optional<String> peer = mapping.get("peer").flatMap(this::uri).map(HostUri::text);
        Optional<String> cluster = mapping.get("cluster").flatMap(this::name);
        OptionalLong speed = value(
                        mapping,
                        "migration-speed",
                        text -> {
                            OptionalLong bytes = LinkSpeed.parse(text);
                            return bytes.isPresent() ? Optional.of(bytes.getAsLong()) : Optional.empty();
                        },
                        "write the speed of the link like 1Gbit, 2.5Gbit or 125MB")
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
        List<String> tags = list(mapping.get("tags"), "tags", "write tags: [ssd, hall-2]").stream()
                .flatMap(tag -> name(tag).stream())
                .distinct()
                .toList();
        if (mapping.get("uri").isEmpty()) {
            wrong(mapping.at(), "this host has no uri", "write uri: qemu+ssh://root@node-1/system");
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
        return value(host, "ssh", SiteFileGrammar::login, instead).orElse(Optional.empty());
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
                wrong(
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
            wrong(
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
        Optional<String> text = scalar(node, "a URI", HostUri.EXAMPLE);
        Optional<HostUri.Wrong> wrong = text.flatMap(HostUri::wrong);
        wrong.ifPresent(what -> wrong(node.at(), what.wrong(), what.instead()));
        return wrong.isPresent() ? Optional.empty() : text.map(HostUri::of);
    }

    private Optional<String> name(Node node) {
        Optional<String> text = scalar(node, "a name", "write a name");
        if (text.isPresent() && text.get().isBlank()) {
            wrong(node.at(), "a name is not empty", "write a name, or leave the line out");
        } else if (text.isPresent() && text.get().length() > LONGEST_NAME) {
            wrong(node.at(), "a name is not longer than " + LONGEST_NAME + " characters", "write a shorter one");
        } else if (text.isPresent() && !text.get().codePoints().allMatch(Shown::visible)) {
            wrong(node.at(), "an invisible character stands in the name " + node.what(), "leave it out");
        } else {
            return text;
        }
        return Optional.empty();
    }

    private Optional<String> scalar(Node node, String what, String instead) {
        if (node instanceof Node.Scalar(Mark _, String text)) {
            return Optional.of(text);
        }
        wrong(node.at(), what + " is expected here, this is " + node.what(), instead);
        return Optional.empty();
    }

    private <T> Optional<T> value(
            Node.Mapping mapping, String key, Function<String, Optional<T>> read, String instead) {
        Optional<Node> node = mapping.get(key);
        Optional<T> value = node.filter(Node.Scalar.class::isInstance)
                .map(Node.Scalar.class::cast)
                .flatMap(scalar -> read.apply(scalar.text()));
        if (node.isPresent() && value.isEmpty()) {
            wrong(node.get().at(), key + " is not " + node.get().what(), instead);
        }
        return value;
    }

    private List<Node> list(Optional<Node> node, String key, String instead) {
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof Node.Sequence(Mark _, List<Node> nodes)) {
            return nodes;
        }
        wrong(node.get().at(), key + " is a list, this is " + node.get().what(), instead);
        return List.of();
    }

    private void known(Node.Mapping mapping, List<String> keys) {
        for (Node.Item item : mapping.items()) {
            if (!keys.contains(item.key())) {
                wrong(item.at(), "nothing is known of \"" + Shown.text(item.key()) + "\"", instead(item.key(), keys));
            }
        }
    }

    private static String instead(String typed, Collection<String> known) {
        return Shown.nearest(typed, known)
                .map(nearest -> "was " + nearest + " meant?")
                .orElse("known are " + String.join(", ", new TreeSet<>(known)));
    }

    private void wrong(Mark at, String wrong, String instead) {
        problems.add(new Problem(at.line(), at.column(), wrong, instead));
    }
}
