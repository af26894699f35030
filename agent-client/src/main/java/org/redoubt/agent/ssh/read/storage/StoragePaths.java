package org.redoubt.agent.ssh.read.storage;

import static org.redoubt.topology.model.Attributes.ADDRESS;
import static org.redoubt.topology.model.Attributes.CABLED_TO;
import static org.redoubt.topology.model.Attributes.DETAIL;
import static org.redoubt.topology.model.Attributes.HEALTH;
import static org.redoubt.topology.model.Attributes.MEMBER_OF;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.UP;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redoubt.agent.probe.Reader;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.agent.ssh.read.storage.MultipathMap.Condition;
import org.redoubt.agent.ssh.read.text.Asked;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Health;

/**
 * Says over which paths a host reaches which volume: each path with the port it leaves through and the array's port at its
 * end, and each multipath map of them. A map is a path made of paths; the volume at its end is one for all hosts.
 */
public final class StoragePaths implements Reader {

    static ElementId path(ElementId host, String name) {
        return host.part(ElementKind.STORAGE_PATH, name);
    }

    private static ElementId volume(String identity) {
        return new ElementId(ElementKind.VOLUME, identity);
    }

    @Override
    public void read(Round round, Reading reading) {
        new Walk(round, reading).run();
    }

    /** One reading: the answers to three questions belong together. */
    private static final class Walk {
        private final ElementId host;
        private final Reading reading;
        private final Map<String, Adapter> adapters;
        private final Map<String, ScsiDisk> disks;
        private final List<MultipathMap> maps;
        /** Whether it is known which disks are in no map. */
        private final boolean mapsKnown;

        Walk(Round round, Reading reading) {
            Asked asked = new Asked(round, reading);
            this.host = round.host();
            this.reading = reading;
            this.adapters =
                    asked.quietly().lines(Adapter.QUESTION).map(Adapter::all).orElse(Map.of());
            this.disks = asked.lines(ScsiDisk.QUESTION).map(ScsiDisk::all).orElse(Map.of());
            MultipathMap.All all = MultipathMap.read(asked);
            this.maps = all.maps();
            this.mapsKnown = all.complete();
        }

        void run() {
            Set<String> mapped = new HashSet<>();
            for (MultipathMap map : maps) {
                map.paths().forEach(path -> {
                    mapped.add(path.device());
                    say(map, path);
                });
                say(map);
            }
            for (ScsiDisk disk : disks.values()) {
                if (!mapped.contains(disk.name()) && towardsStorage(disk)) {
                    say(disk);
                }
            }
        }

        private boolean towardsStorage(ScsiDisk disk) {
            return disk.adapter().map(adapters::get).filter(one -> !one.local()).isPresent();
        }

        /** A disk that is in no map. */
        private void say(ScsiDisk disk) {
            ElementId id = path(host, disk.name());
            reading.say(id, NAME, disk.name())
                    .say(id, PART_OF, host)
                    .say(id, CABLED_TO, disk.adapter().map(adapter -> List.of(Adapter.id(host, adapter))))
                    .say(
                            id,
                            MEMBER_OF,
                            disk.identity().map(StoragePaths::volume).map(List::of));
            switch (disk.state()) {
                case "running" -> {
                    // in a map that could not be read it may have failed all the same
                    if (mapsKnown) {
                        HbaPorts.works(id, reading);
                    }
                }
                case "offline", "transport-offline", "cancel", "deleted" ->
                    HbaPorts.failed(id, "device " + disk.state(), reading);
                default -> {}
            }
        }

        private void say(MultipathMap map, MultipathMap.Path path) {
            ElementId id = path(host, path.device());
            List<ElementId> ends = new ArrayList<>();
            adapter(path).ifPresent(adapter -> ends.add(Adapter.id(host, adapter)));
            controller(path).ifPresent(ends::add);
            reading.say(id, NAME, path.device())
                    .say(id, PART_OF, path(host, map.identity()))
                    .say(id, CABLED_TO, Optional.of(ends).filter(some -> !some.isEmpty()));
            switch (path.condition()) {
                case WORKS -> HbaPorts.works(id, reading);
                case SHAKY -> HbaPorts.degraded(id, path.words(), reading);
                case FAILED -> HbaPorts.failed(id, "path checker: " + path.words(), reading);
                case UNKNOWN -> reading.say(id, DETAIL, "path checker: " + path.words());
            }
        }

        private Optional<String> adapter(MultipathMap.Path path) {
            return Optional.ofNullable(disks.get(path.device())).flatMap(ScsiDisk::adapter);
        }

        private static Optional<ElementId> controller(MultipathMap.Path path) {
            return path.array()
                    .map(Adapter::array)
                    .flatMap(array -> path.controller().map(port -> Adapter.controller(array, port)));
        }

        private void say(MultipathMap map) {
            ElementId id = path(host, map.identity());
            ElementId volume = volume(map.identity());
            reading.say(id, NAME, map.name()).say(id, PART_OF, host).say(id, MEMBER_OF, List.of(volume));
            condition(map, id);
            reading.say(volume, NAME, map.title());
            // by this path libvirt knows it, and hosts may disagree about which volume that is
            reading.say(volume("/dev/mapper/" + map.name()), PART_OF, volume);
            arrays(map, volume);
        }

        private void condition(MultipathMap map, ElementId id) {
            List<String> failed = in(map, Condition.FAILED);
            List<String> shaky = in(map, Condition.SHAKY);
            int of = map.paths().size();
            if (of == 0 || failed.size() == of) {
                HbaPorts.failed(id, of == 0 ? "no path is left" : "all " + of + " paths failed", reading);
            } else if (map.suspended()) {
                reading.say(id, HEALTH, Health.DEGRADED).say(id, DETAIL, "its I/O is suspended");
            } else if (!failed.isEmpty()) {
                String words = failed.size() + " of " + of + " paths failed: " + String.join(", ", failed);
                boolean works = failed.size() + in(map, Condition.UNKNOWN).size() < of;
                reading.say(id, UP, works ? Optional.of(true) : Optional.empty())
                        .say(id, HEALTH, Health.DEGRADED)
                        .say(id, DETAIL, words);
            } else if (!in(map, Condition.UNKNOWN).isEmpty()) {
                reading.say(id, DETAIL, "of some paths the state is not known");
            } else if (!shaky.isEmpty()) {
                HbaPorts.degraded(id, "not steady: " + String.join(", ", shaky), reading);
            } else if (of == 1) {
                single(map.paths().getFirst(), id);
            } else {
                HbaPorts.works(id, reading);
            }
        }

        private static List<String> in(MultipathMap map, Condition condition) {
            return map.paths().stream()
                    .filter(path -> path.condition() == condition)
                    .map(MultipathMap.Path::device)
                    .toList();
        }

        /** To a disk in the host itself there cannot be more; where that is not known, nothing is. */
        private void single(MultipathMap.Path path, ElementId id) {
            Optional<Adapter> adapter = adapter(path).map(adapters::get);
            if (adapter.filter(Adapter::local).isPresent()) {
                HbaPorts.works(id, reading);
            } else if (adapter.isPresent()) {
                HbaPorts.degraded(id, "only one path: " + path.device(), reading);
            } else {
                reading.say(id, DETAIL, "only one path: " + path.device());
            }
        }

        private void arrays(MultipathMap map, ElementId volume) {
            Set<ElementId> arrays = new LinkedHashSet<>();
            Set<ElementId> controllers = new LinkedHashSet<>();
            for (MultipathMap.Path path : map.paths()) {
                path.array().map(Adapter::array).ifPresent(array -> {
                    arrays.add(array);
                    reading.say(array, NAME, map.product().orElse(array.key())).say(array, ADDRESS, path.array());
                });
                controller(path).ifPresent(controller -> {
                    controllers.add(controller);
                    reading.say(controller, NAME, path.controller().orElseThrow())
                            .say(controller, PART_OF, path.array().map(Adapter::array))
                            .say(controller, CABLED_TO, fabric(path).map(List::of));
                });
            }
            if (arrays.size() == 1) {
                reading.say(volume, PART_OF, arrays.iterator().next());
            }
            if (!controllers.isEmpty()) {
                reading.say(volume, MEMBER_OF, List.copyOf(controllers));
            }
        }

        private Optional<ElementId> fabric(MultipathMap.Path path) {
            return adapter(path).map(adapters::get).flatMap(Adapter::fabric);
        }
    }
}
