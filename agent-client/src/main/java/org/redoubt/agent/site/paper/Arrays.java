package org.redoubt.agent.site.paper;

import static org.redoubt.topology.model.Attributes.CABLED_TO;
import static org.redoubt.topology.model.Attributes.CAPACITY;
import static org.redoubt.topology.model.Attributes.MEMBER_OF;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.POOL;
import static org.redoubt.topology.model.Attributes.RAID;
import static org.redoubt.topology.model.Attributes.REPLICA_OF;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.redoubt.agent.site.text.Form;
import org.redoubt.agent.site.text.LinkSpeed;
import org.redoubt.agent.site.text.Node;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;

/** The storage arrays of a site file with their controllers and volumes. */
final class Arrays {

    private static final List<String> KEYS =
            List.of("id", "power", "raid", "capacity", "replica-of", "controllers", "volumes");
    private static final List<String> CONTROLLER_KEYS = List.of("id", "power", "cables");
    private static final List<String> VOLUME_KEYS = List.of("id", "capacity", "pool", "controllers");

    private final Form form;
    private final Feeds feeds;
    private final Devices devices;
    private final Page page;
    private final Section section;

    Arrays(Form form, Node.Mapping site, Feeds feeds, Devices devices, Page page) {
        this.form = form;
        this.feeds = feeds;
        this.devices = devices;
        this.page = page;
        section = Section.of(form, site, "arrays", ElementKind.STORAGE_ARRAY, KEYS, Optional.empty());
        section.items().forEach(this::array);
    }

    Section section() {
        return section;
    }

    private void array(Section.Item array) {
        page.say(array.id(), NAME, array.name());
        feeds.feed(array);
        array.keys().get("raid").flatMap(form::name).ifPresent(raid -> page.say(array.id(), RAID, raid));
        capacity(array);
        array.keys().get("replica-of").ifPresent(node -> original(array, node));
        Section controllers = Section.of(
                form,
                array.keys(),
                "controllers",
                ElementKind.STORAGE_CONTROLLER,
                CONTROLLER_KEYS,
                Optional.of(array.id()));
        for (Section.Item controller : controllers.items()) {
            controller(array, controller);
        }
        Section volumes =
                Section.of(form, array.keys(), "volumes", ElementKind.VOLUME, VOLUME_KEYS, Optional.of(array.id()));
        for (Section.Item volume : volumes.items()) {
            volume(array, controllers, volume);
        }
    }

    private void original(Section.Item array, Node node) {
        section.find(node).ifPresent(original -> {
            if (original.equals(array.id())) {
                form.wrong(node.at(), "an array is no replica of itself", "name the array that it replicates");
            } else {
                page.say(array.id(), REPLICA_OF, original);
            }
        });
    }

    private void controller(Section.Item array, Section.Item controller) {
        page.say(controller.id(), NAME, controller.name()).say(controller.id(), PART_OF, array.id());
        feeds.feed(controller);
        List<ElementId> cables = devices.fabrics(controller.keys().get("cables"));
        if (!cables.isEmpty()) {
            page.say(controller.id(), CABLED_TO, cables);
        } else if (!devices.fabrics().isEmpty()) {
            page.gap(array.id(), "controller " + controller.name() + " of " + array.name() + " is cabled nowhere");
        }
    }

    /** A volume is known to hosts by its id alone, whichever array it is in. */
    private void volume(Section.Item array, Section controllers, Section.Item item) {
        ElementId id = item.keys()
                .get("id")
                .flatMap(form::name)
                .map(wwid -> new ElementId(ElementKind.VOLUME, wwid))
                .orElse(item.id());
        Section.Item volume = new Section.Item(item.name(), id, item.keys());
        List<ElementId> named = controllers.findAll(volume.keys().get("controllers"));
        List<ElementId> behind = volume.keys().get("controllers").isPresent()
                ? named
                : controllers.items().stream().map(Section.Item::id).toList();
        page.say(volume.id(), NAME, volume.name()).say(volume.id(), PART_OF, array.id());
        if (!behind.isEmpty()) {
            page.say(volume.id(), MEMBER_OF, behind);
        }
        volume.keys().get("pool").flatMap(form::name).ifPresent(pool -> page.say(volume.id(), POOL, pool));
        capacity(volume);
    }

    private void capacity(Section.Item item) {
        form.value(item.keys(), "capacity", Arrays::bytes, "write how much it holds like 40TiB or 500GB")
                .ifPresent(bytes -> page.say(item.id(), CAPACITY, bytes));
    }

    private static Optional<Long> bytes(String text) {
        OptionalLong bytes = text.endsWith("B") ? LinkSpeed.parse(text) : OptionalLong.empty();
        return bytes.isPresent() ? Optional.of(bytes.getAsLong()) : Optional.empty();
    }
}
