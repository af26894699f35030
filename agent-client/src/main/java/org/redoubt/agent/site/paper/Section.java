package org.redoubt.agent.site.paper;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redoubt.agent.site.text.Form;
import org.redoubt.agent.site.text.Node;
import org.redoubt.agent.site.text.Node.Mark;
import org.redoubt.agent.site.text.Shown;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;

/** One list of named things in a site file, and the place where its names are looked up. */
final class Section {

    /** @param keys what else is said of it */
    record Item(String name, ElementId id, Node.Mapping keys) {}

    private final Form form;
    private final String key;
    private final Map<String, Item> items = new LinkedHashMap<>();

    private Section(Form form, String key) {
        this.form = form;
        this.key = key;
    }

    /**
     * Reads the list {@code key} of {@code above}. An entry is a mapping with a {@code name}, or the name alone.
     *
     * @param known what may be said of an entry besides its name; {@code id} is what hosts call it
     * @param within of what the entries are parts; empty when they are none
     */
    static Section of(
            Form form,
            Node.Mapping above,
            String key,
            ElementKind kind,
            List<String> known,
            Optional<ElementId> within) {
        Section section = new Section(form, key);
        List<String> keys = new ArrayList<>(known);
        keys.add("name");
        for (Node node : form.list(above.get(key), key, "write " + key + ": and below it - name: … for each")) {
            Node.Mapping mapping = node instanceof Node.Mapping one ? one : new Node.Mapping(node.at(), List.of());
            form.known(mapping, keys);
            Optional<Node> called = node instanceof Node.Mapping ? mapping.get("name") : Optional.of(node);
            if (called.isEmpty()) {
                form.wrong(node.at(), "this entry of " + key + " has no name", "write name: …");
            }
            called.flatMap(form::name).ifPresent(name -> {
                String id = known.contains("id")
                        ? mapping.get("id").flatMap(form::name).orElse(name)
                        : name;
                ElementId element = within.map(whole -> whole.part(kind, id)).orElseGet(() -> new ElementId(kind, id));
                section.put(new Item(name, element, mapping), called.get().at());
            });
        }
        return section;
    }

    private void put(Item item, Mark at) {
        boolean idTwice = items.values().stream().anyMatch(other -> other.id().equals(item.id()));
        if (items.putIfAbsent(item.name(), item) != null || idTwice) {
            form.wrong(
                    at, "\"" + Shown.text(item.name()) + "\" stands in " + key + " already", "leave one of them out");
        }
    }

    Collection<Item> items() {
        return items.values();
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    Optional<ElementId> named(String name) {
        return Optional.ofNullable(items.get(name)).map(Item::id);
    }

    /** The thing that a node names; a name that the section does not have is a slip. */
    Optional<ElementId> find(Node node) {
        Optional<String> name = form.name(node);
        Optional<ElementId> found = name.flatMap(this::named);
        if (name.isPresent() && found.isEmpty()) {
            unknown(node.at(), name.get());
        }
        return found;
    }

    void unknown(Mark at, String name) {
        form.wrong(
                at,
                key + ": names no \"" + Shown.text(name) + "\"",
                items.isEmpty() ? "write it there: - name: …" : Form.instead(name, items.keySet()));
    }

    /** All that a node names: one, or a list of them. */
    List<ElementId> findAll(Optional<Node> nodes) {
        return each(nodes).stream()
                .flatMap(node -> find(node).stream())
                .distinct()
                .toList();
    }

    static List<Node> each(Optional<Node> nodes) {
        return switch (nodes.orElse(null)) {
            case null -> List.of();
            case Node.Sequence(Mark _, List<Node> many) -> many;
            case Node one -> List.of(one);
        };
    }
}
