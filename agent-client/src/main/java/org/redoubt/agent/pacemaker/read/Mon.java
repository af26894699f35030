package org.redoubt.agent.pacemaker.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redoubt.agent.xml.Xml;
import org.redoubt.topology.model.NodeState;

/**
 * What crm_mon's XML says of a cluster, with either of its roots: {@code crm_mon} (Pacemaker 1.1) and
 * {@code pacemaker-result} (2.0 and later).
 *
 * @param coordinator the member that decides; empty where there is none at the moment
 * @param quorate empty where there is no coordinator to say so
 * @param options the cluster's options as it names them, {@code name=value}
 * @param events fencings, where it tells of them
 * @param odd how many nodes or resources lack what is needed to say anything of them
 */
public record Mon(
        Optional<ClusterNode> coordinator,
        Optional<Boolean> quorate,
        Options options,
        List<Member> members,
        List<Running> resources,
        List<Failure> failures,
        List<FenceEvent> events,
        int odd) {

    /** Options of the whole cluster, each empty where it is not told. */
    public record Options(Optional<Boolean> fencing, Optional<Boolean> maintenance, List<String> all) {}

    /**
     * A node.
     *
     * @param state empty where what is said of it makes no sense
     * @param remote whether it is no member itself, but is looked after by one: a remote node
     * @param guest whether it is a VM of this cluster, looked after like a node
     * @param health the colour of its health attributes where that is not green
     */
    public record Member(
            ClusterNode node, Optional<NodeState> state, boolean remote, boolean guest, Optional<String> health) {}

    /**
     * A resource, or one instance of a clone.
     *
     * @param agent such as {@code ocf:heartbeat:VirtualDomain}
     * @param within the clone, group or bundle that it is in, outermost first
     * @param role what the cluster makes of it
     * @param target what somebody asked the cluster to make of it, where that is something else than running
     * @param nodes the names of the nodes where it is active
     */
    public record Running(
            String id,
            String agent,
            List<String> within,
            String role,
            Optional<String> target,
            boolean active,
            boolean failed,
            boolean blocked,
            boolean managed,
            Optional<String> pending,
            List<String> nodes) {

        public boolean fences() {
            return agent.startsWith("stonith:");
        }
    }

    /** An action that failed and was not cleaned up. */
    public record Failure(String resource, String node, String words) {}

    private static final int DEEPEST = 6;

    /** Why it could not be read, where it could not. */
    public sealed interface Result {
        record Read(Mon mon) implements Result {}

        /** Pacemaker does not run where it was asked. */
        record Disconnected(String words) implements Result {}

        record Unreadable(String why) implements Result {}
    }

    public static Result parse(String text) {
        Optional<Xml> parsed = Xml.parse(text);
        if (parsed.isEmpty()) {
            return new Result.Unreadable("not well-formed XML, or too large");
        }
        Xml root = parsed.get();
        if (!root.name().equals("crm_mon") && !root.name().equals("pacemaker-result")) {
            return new Result.Unreadable("neither crm_mon nor pacemaker-result");
        }
        Optional<String> code = root.at("status").flatMap(status -> status.attribute("code"));
        boolean away = root.child("crm-mon-disconnected").isPresent()
                || code.filter("102"::equals).isPresent();
        if (away) {
            return new Result.Disconnected("Pacemaker does not run here");
        }
        if (code.filter(is -> !is.equals("0")).isPresent()) {
            return new Result.Unreadable("crm_mon ended with a failure of its own");
        }
        if (root.name().equals("pacemaker-result") && code.isEmpty()) {
            return new Result.Unreadable("it does not say how crm_mon ended");
        }
        return root.child("nodes").isEmpty() || root.child("summary").isEmpty()
                ? new Result.Unreadable("no summary, or no nodes")
                : new Result.Read(of(root));
    }

    private static Mon of(Xml root) {
        Xml summary = root.child("summary").orElseThrow();
        Optional<Xml> dc = summary.child("current_dc").filter(one -> flag(one, "present", false));
        List<Xml> all = root.at("nodes").orElseThrow().all("node");
        List<Member> members =
                all.stream().flatMap(node -> member(node).stream()).toList();
        List<Running> resources = new ArrayList<>();
        int[] odd = {all.size() - members.size()};
        odd[0] += (int)
                members.stream().filter(member -> member.state().isEmpty()).count();
        root.child("resources").ifPresent(list -> collect(list, List.of(), resources, odd));
        return new Mon(
                dc.flatMap(one -> one.attribute("name").map(name -> node(one, name))),
                dc.flatMap(one -> told(one, "with_quorum")),
                options(summary),
                members,
                List.copyOf(resources),
                failures(root),
                root.at("fence_history").map(Xml::children).orElse(List.of()).stream()
                        .flatMap(event -> FenceEvent.of(event).stream())
                        .toList(),
                odd[0]);
    }

    private static ClusterNode node(Xml element, String name) {
        return ClusterNode.named(element.attribute("id").flatMap(Limits::name).orElse(""), name);
    }

    private static Options options(Xml summary) {
        Optional<Xml> told = summary.child("cluster_options");
        List<String> all = told.map(Xml::attributes).orElse(Map.of()).entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue())
                .sorted()
                .toList();
        return new Options(
                told.flatMap(one -> told(one, "fencing-enabled").or(() -> told(one, "stonith-enabled"))),
                told.flatMap(one -> told(one, "maintenance-mode")),
                Limits.lines(all));
    }

    private static Optional<Member> member(Xml element) {
        return element.attribute("name")
                .filter(name -> Limits.name(name).isPresent())
                .map(name -> new Member(
                        node(element, name),
                        state(element),
                        element.attribute("type").filter("remote"::equals).isPresent(),
                        element.attribute("id_as_resource")
                                .or(() -> element.attribute("container_id"))
                                .isPresent(),
                        element.attribute("health").filter(colour -> colour.equals("red") || colour.equals("yellow"))));
    }

    /** Empty where a flag is neither true nor false, or it is not said whether the node is online. */
    private static Optional<NodeState> state(Xml node) {
        for (String flag : List.of("standby", "standby_onfail", "maintenance", "pending", "unclean")) {
            if (node.attributes().containsKey(flag) && told(node, flag).isEmpty()) {
                return Optional.empty();
            }
        }
        return told(node, "online").map(online -> {
            if (flag(node, "unclean", false)) {
                return NodeState.UNCLEAN;
            }
            if (flag(node, "pending", false)) {
                return NodeState.PENDING;
            }
            if (!online) {
                return NodeState.OFFLINE;
            }
            if (flag(node, "standby", false) || flag(node, "standby_onfail", false)) {
                return NodeState.STANDBY;
            }
            return flag(node, "maintenance", false) ? NodeState.MAINTENANCE : NodeState.ONLINE;
        });
    }

    private static void collect(Xml list, List<String> within, List<Running> found, int[] odd) {
        for (Xml child : list.children()) {
            switch (child.name()) {
                case "resource" -> running(child, within).ifPresentOrElse(found::add, () -> odd[0]++);
                case "clone", "group", "bundle" -> {
                    List<String> inner = new ArrayList<>(within);
                    child.attribute("id").flatMap(Limits::name).ifPresent(inner::add);
                    if (within.size() < DEEPEST) {
                        collect(child, List.copyOf(inner), found, odd);
                    }
                }
                case "replica" -> collect(child, within, found, odd);
                default -> {}
            }
        }
    }

    private static Optional<Running> running(Xml one, List<String> within) {
        Optional<String> id = one.attribute("id").flatMap(Limits::name);
        Optional<String> agent = one.attribute("resource_agent").flatMap(Limits::name);
        Optional<Boolean> active = told(one, "active");
        Optional<Boolean> failed = told(one, "failed");
        if (id.isEmpty() || agent.isEmpty() || active.isEmpty() || failed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Running(
                id.get(),
                agent.get(),
                within,
                Limits.sentence(one.attribute("role").orElse("Unknown")),
                one.attribute("target_role").map(Limits::sentence).filter(role -> !role.equals("Started")),
                active.get(),
                failed.get(),
                flag(one, "blocked", false),
                flag(one, "managed", true),
                one.attribute("pending").map(Limits::sentence),
                one.all("node").stream()
                        .flatMap(node -> node.attribute("name").flatMap(Limits::name).stream())
                        .toList()));
    }

    private static List<Failure> failures(Xml root) {
        return root.child("failures").map(list -> list.all("failure")).orElse(List.of()).stream()
                .map(Mon::failure)
                .toList();
    }

    private static Failure failure(Xml one) {
        String key = one.attribute("op_key").or(() -> one.attribute("id")).orElse("?");
        String node = one.attribute("node").orElse("?");
        String reason = one.attribute("exitreason").map(words -> ": " + words).orElse("");
        String task = one.attribute("task").orElse("action");
        String words = task + " on " + node + " " + one.attribute("exitstatus").orElse("failed")
                + one.attribute("exitcode").map(code -> " (" + code + ")").orElse("")
                + one.attribute("last-rc-change").map(when -> " at " + when).orElse("") + reason;
        // RESOURCE_TASK_INTERVAL, or RESOURCE:INSTANCE_TASK_INTERVAL; the id itself may hold underscores
        String resource = key.replaceFirst("_(migrate_to|migrate_from|[a-z-]+)_[0-9]+$", "");
        return new Failure(resource.replaceFirst(":[0-9]+$", ""), node, Limits.sentence(words));
    }

    private static boolean flag(Xml element, String name, boolean otherwise) {
        return told(element, name).orElse(otherwise);
    }

    /** Empty where it is neither true nor false. */
    private static Optional<Boolean> told(Xml element, String name) {
        return switch (element.attributes().getOrDefault(name, "")) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
