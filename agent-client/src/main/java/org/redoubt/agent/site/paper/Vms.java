package org.redoubt.agent.site.paper;

import static org.redoubt.topology.model.Attributes.MODE;
import static org.redoubt.topology.model.Attributes.NAME;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.redoubt.agent.site.text.Form;
import org.redoubt.agent.site.text.Node;
import org.redoubt.agent.site.text.Shown;
import org.redoubt.topology.model.Criticality;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;

/** The VMs of which a site file says whose they are and how much hangs on them, and the groups that they form. */
final class Vms {

    private static final List<String> KEYS = List.of("vm", "criticality", "people", "tags");
    private static final List<String> GROUP_KEYS = List.of("kind", "vms");
    private static final List<String> KINDS = List.of("guest-cluster", "anti-affinity", "fault-tolerant-pair");

    private final Form form;
    private final Page page;
    private final Map<String, VmWords> words = new LinkedHashMap<>();

    Vms(Form form, Page page) {
        this.form = form;
        this.page = page;
    }

    List<VmWords> read(Node.Mapping site) {
        for (Node node : form.list(site.get("vms"), "vms", "write vms: and below it - vm: erp-db for each")) {
            if (node instanceof Node.Mapping keys) {
                vm(keys);
            } else {
                form.wrong(node.at(), "a VM is a mapping here, this is " + node.what(), "write vm: erp-db");
            }
        }
        Section groups = Section.of(form, site, "groups", ElementKind.VM_GROUP, GROUP_KEYS, Optional.empty());
        groups.items().forEach(this::group);
        return List.copyOf(words.values());
    }

    private void vm(Node.Mapping keys) {
        form.known(keys, KEYS);
        if (keys.get("vm").isEmpty()) {
            form.wrong(keys.at(), "this entry of vms says of no VM", "write vm: and its name or UUID");
        }
        Optional<Criticality> criticality =
                form.value(keys, "criticality", Vms::criticality, "write criticality: low, normal, high or critical");
        List<String> people = names(keys.get("people"));
        List<String> tags = names(keys.get("tags"));
        keys.get("vm")
                .ifPresent(node -> form.name(node).ifPresent(name -> {
                    if (words.putIfAbsent(name, new VmWords(name, criticality, people, tags, List.of())) != null) {
                        form.wrong(
                                node.at(),
                                "\"" + Shown.text(name) + "\" stands in vms already",
                                "write all that is said of it into one entry");
                    }
                }));
    }

    private List<String> names(Optional<Node> node) {
        return Section.each(node).stream()
                .flatMap(each -> form.name(each).stream())
                .distinct()
                .toList();
    }

    private static Optional<Criticality> criticality(String text) {
        for (Criticality each : Criticality.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private void group(Section.Item group) {
        page.say(group.id(), NAME, group.name());
        form.value(
                        group.keys(),
                        "kind",
                        text -> Optional.of(text).filter(KINDS::contains),
                        "write kind: " + String.join(", ", KINDS.subList(0, 2)) + " or " + KINDS.getLast())
                .ifPresent(kind -> page.say(group.id(), MODE, kind));
        List<String> members = names(group.keys().get("vms"));
        members.forEach(vm -> words.merge(
                vm,
                new VmWords(vm, Optional.empty(), List.of(), List.of(), List.of(group.id())),
                (before, more) -> member(before, group.id())));
        if (members.size() < 2) {
            page.gap(group.id(), "group " + group.name() + " has fewer than two VMs");
        }
    }

    private static VmWords member(VmWords vm, ElementId group) {
        List<ElementId> groups = new ArrayList<>(vm.groups());
        groups.add(group);
        return new VmWords(vm.vm(), vm.criticality(), vm.people(), vm.tags(), groups);
    }
}
