package org.redoubt.agent.pacemaker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.redoubt.agent.pacemaker.read.Cib;
import org.redoubt.agent.pacemaker.read.ClusterNode;
import org.redoubt.agent.pacemaker.read.CorosyncConf;
import org.redoubt.agent.pacemaker.read.Limits;
import org.redoubt.agent.pacemaker.read.Links;
import org.redoubt.agent.pacemaker.read.Mon;
import org.redoubt.agent.pacemaker.read.QuorumStatus;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;

/**
 * Who is who in the cluster of the host that was asked: gathered from all that its answers tell of numbers, names and
 * addresses.
 *
 * @param cluster the cluster's key: what the site calls it, else what it calls itself
 * @param local the number of the node that was asked, where it told
 * @param nodes all nodes of which anything is known, by number
 */
record Membership(
        ElementId asked, String cluster, Optional<String> local, Map<String, ClusterNode> nodes, Roster roster)
        implements Members {

    /** Empty where the host tells of no cluster. */
    static Optional<Membership> of(Answers answers, Roster roster) {
        Optional<CorosyncConf> conf = answers.quietly(Answers.CONF, CorosyncConf::parse);
        Optional<Links> links = answers.raw(Answers.LINKS).flatMap(answer -> Links.parse(answer.text()));
        Optional<QuorumStatus> quorum =
                answers.raw(Answers.QUORUM).flatMap(answer -> QuorumStatus.parse(answer.text()));
        List<ClusterNode> told = new ArrayList<>();
        conf.ifPresent(one -> told.addAll(one.nodes()));
        quorum.ifPresent(one -> told.addAll(one.members()));
        boolean unnamed =
                told.isEmpty() || told.stream().anyMatch(node -> node.name().isEmpty());
        Optional<Cib> cib = unnamed || conf.flatMap(CorosyncConf::cluster).isEmpty()
                ? answers.quietly(Answers.CIB, Cib::parse)
                : Optional.empty();
        cib.ifPresent(one -> told.addAll(one.nodes()));
        if (unnamed && cib.isEmpty()) {
            told.addAll(monNodes(answers));
        }
        Map<String, ClusterNode> nodes = new LinkedHashMap<>();
        told.stream()
                .filter(node -> !node.id().isEmpty())
                .forEach(node -> nodes.merge(node.id(), node, ClusterNode::with));
        ElementId asked = answers.round().host();
        Optional<String> cluster = roster.clusterInSite(asked)
                .or(() -> conf.flatMap(CorosyncConf::cluster))
                .or(() -> cib.flatMap(Membership::name))
                .or(() -> roster.cluster(asked))
                .or(() -> fallback(nodes));
        Optional<String> local = links.map(Links::local).or(() -> quorum.map(QuorumStatus::local));
        return cluster.map(name -> new Membership(asked, name, local, nodes, roster).proven());
    }

    private static List<ClusterNode> monNodes(Answers answers) {
        return answers.raw(Answers.CRM_MON)
                .map(answer -> Mon.parse(answer.text()))
                .filter(Mon.Result.Read.class::isInstance)
                .map(read -> ((Mon.Result.Read) read)
                        .mon().members().stream().map(Mon.Member::node).toList())
                .orElse(List.of());
    }

    private static Optional<String> name(Cib cib) {
        return Optional.ofNullable(cib.properties().get("cluster-name")).flatMap(Limits::name);
    }

    /** A cluster without a name is called by the first of its nodes. */
    static Optional<String> fallback(Map<String, ClusterNode> nodes) {
        TreeSet<String> labels = new TreeSet<>();
        nodes.values().forEach(node -> labels.add(node.label()));
        return labels.isEmpty() ? Optional.empty() : Optional.of("cluster of " + labels.first());
    }

    private Membership proven() {
        local.map(nodes::get).ifPresent(node -> roster.prove(asked, cluster, node));
        return this;
    }

    @Override
    public ElementId id() {
        return new ElementId(ElementKind.CLUSTER, cluster);
    }

    /** The host that a node is, by its number as this cluster counts, else by what it is called. */
    @Override
    public Optional<ElementId> host(ClusterNode node) {
        if (local.isPresent() && node.id().equals(local.get())) {
            return Optional.of(asked);
        }
        ClusterNode known = Optional.ofNullable(nodes.get(node.id()))
                .map(before -> before.with(node))
                .orElse(node);
        return roster.host(cluster, known).filter(host -> local.isEmpty() || !host.equals(asked));
    }

    @Override
    public Optional<ElementId> host(String name) {
        return nodes.values().stream()
                .filter(node -> node.name().filter(name::equals).isPresent())
                .findFirst()
                .map(this::host)
                .orElseGet(() -> host(new ClusterNode("", Limits.name(name), List.of())));
    }
}
