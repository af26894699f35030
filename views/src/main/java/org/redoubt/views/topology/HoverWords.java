package org.redoubt.views.topology;

import static org.redoubt.topology.model.Attributes.ALLOW_MIGRATE;
import static org.redoubt.topology.model.Attributes.CPU_LOAD;
import static org.redoubt.topology.model.Attributes.DETAIL;
import static org.redoubt.topology.model.Attributes.LINK_DETAIL;
import static org.redoubt.topology.model.Attributes.MEMORY;
import static org.redoubt.topology.model.Attributes.MEMORY_FREE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.redoubt.topology.cluster.Ownership;
import org.redoubt.topology.heartbeat.Beat;
import org.redoubt.topology.model.Countdown;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.SplitBrain;
import org.redoubt.topology.model.Whereabouts;
import org.redoubt.topology.picture.HostCondition;
import org.redoubt.topology.picture.Lettering;
import org.redoubt.topology.picture.Picture;
import org.redoubt.topology.picture.Words;
import org.redoubt.views.words.Level;
import org.redoubt.views.words.Shown;
import org.redoubt.views.words.Status;

/** What is said of an element beside the pointer, and to a screen reader. */
final class HoverWords {

    private static final int NAME = 48;
    private static final int LONGEST = 64;

    private final Site site;
    private final Picture picture;
    private final Rhythms rhythms;
    private final Predicate<ElementId> far;

    /**
     * @param rhythms how hosts' hearts beat
     * @param far whether a host is too small now to be read
     */
    HoverWords(Site site, Picture picture, Rhythms rhythms, Predicate<ElementId> far) {
        this.site = site;
        this.picture = picture;
        this.rhythms = rhythms;
        this.far = far;
    }

    /** What stands on its card. */
    HoverCard.Words card(ElementId id) {
        Optional<Element> found = site.find(id);
        if (found.isEmpty()) {
            return new HoverCard.Words(Shown.text(id.key(), NAME), "not known", Level.UNKNOWN, List.of(), "");
        }
        return switch (found.get()) {
            case Element.Host host -> host(host);
            case Element.Vm vm -> vm(vm);
            case Element.Part part when id.kind() == ElementKind.CLUSTER -> cluster(part);
            case Element.Part part -> part(part);
        };
    }

    private HoverCard.Words host(Element.Host host) {
        HostCondition condition = HostCondition.of(host, site.now());
        List<String> lines = new ArrayList<>();
        host.value(LINK_DETAIL).filter(words -> !words.isBlank()).ifPresent(detail -> lines.add(shown(detail)));
        List<String> figures = new ArrayList<>();
        host.value(CPU_LOAD).ifPresent(load -> figures.add("load " + Words.share(load)));
        host.value(MEMORY)
                .ifPresent(memory -> figures.add(host.value(MEMORY_FREE)
                                .map(free -> Words.bytes(free) + " free of ")
                                .orElse("memory ")
                        + Words.bytes(memory)));
        if (!figures.isEmpty()) {
            lines.add(String.join(" · ", figures));
        }
        lines.add(vms(picture.vmsOf(host.id())));
        lines.addAll(heartbeat(host));
        host.value(DETAIL).ifPresent(detail -> lines.add(shown(detail)));
        String cluster = Regions.clusterOf(host)
                .map(id -> Shown.text(site.nameOf(id), NAME) + " / ")
                .orElse("");
        boolean well = condition.words().isEmpty();
        return new HoverCard.Words(
                cluster + Shown.text(host.name(), NAME),
                well ? "connected" : condition.words(),
                level(condition),
                lines,
                far.test(host.id()) ? "Enter to zoom in" : "");
    }

    /** The worst of its heartbeats by its own rhythm, and what runs out. */
    private List<String> heartbeat(Element.Host host) {
        List<String> lines = new ArrayList<>();
        rhythms.worst(host.id()).ifPresent(heart -> {
            Beat beat = heart.beat();
            String age = Words.age(beat.millis()) + (beat.level() == Beat.Level.SILENT ? "" : " ago");
            String word = beat.level() == Beat.Level.SILENT
                    ? "silent for "
                    : beat.level().abnormal() ? beat.level().word() + ", heard " : "heard ";
            lines.add(Shown.text(heart.way(), NAME) + " " + word + age + ", every "
                    + Words.time(Math.round(heart.rhythm().mean()))
                    + String.format(Locale.ROOT, " usual (φ %.1f)", beat.phi()));
        });
        if (lines.isEmpty()) {
            rhythms.last(host.id()).ifPresent(beat -> lines.add("heartbeat " + Words.age(site.now() - beat) + " ago"));
        }
        Countdown.of(host, site.now()).ifPresent(clock -> lines.add(shown(clock.words())));
        return lines;
    }

    private static Level level(HostCondition condition) {
        return switch (condition.tone()) {
            case CRITICAL -> Level.CRITICAL;
            case WARNING -> Level.WARNING;
            case DIM -> Level.UNKNOWN;
            default -> Level.NORMAL;
        };
    }

    private String vms(List<ElementId> vms) {
        long amiss = vms.stream()
                .flatMap(id -> site.vm(id).stream())
                .filter(vm -> Status.of(vm).level().compareTo(Level.WARNING) >= 0)
                .count();
        return Words.count(vms.size(), "VM", "VMs") + (amiss == 0 ? "" : ", " + amiss + " of them abnormal");
    }

    private HoverCard.Words cluster(Element cluster) {
        int hosts = 0;
        int amiss = 0;
        int vms = 0;
        for (ElementId id : picture.hosts()) {
            Optional<Element.Host> host =
                    site.host(id).filter(known -> Regions.clusterOf(known).equals(Optional.of(cluster.id())));
            if (host.isPresent()) {
                hosts++;
                vms += picture.vmsOf(id).size();
                amiss += HostCondition.of(host.get(), site.now()).words().isEmpty() ? 0 : 1;
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(Words.count(hosts, "host", "hosts") + " · " + Words.count(vms, "VM", "VMs"));
        Optional<SplitBrain> split = SplitBrain.of(cluster);
        split.ifPresent(parts -> lines.add(shown(parts.words(site))));
        cluster.value(DETAIL).ifPresent(detail -> lines.add(shown(detail)));
        return new HoverCard.Words(
                Shown.text(cluster.name(), NAME),
                split.isPresent() ? "split brain" : amiss == 0 ? "" : amiss + " abnormal",
                split.isPresent() ? Level.CRITICAL : amiss == 0 ? Level.NORMAL : Level.WARNING,
                lines,
                "Enter to zoom in");
    }

    private HoverCard.Words vm(Element.Vm vm) {
        List<String> lines = new ArrayList<>();
        lines.add(where(site, vm));
        List<String> figures = new ArrayList<>();
        vm.value(MEMORY).ifPresent(memory -> figures.add(Words.bytes(memory) + " memory"));
        vm.value(CPU_LOAD).ifPresent(load -> figures.add("CPU " + Words.share(load)));
        if (!figures.isEmpty()) {
            lines.add(String.join(" · ", figures));
        }
        vm.value(DETAIL).ifPresent(detail -> lines.add(shown(detail)));
        owner(vm).ifPresent(owner -> lines.add(shown(owner)));
        Status status = Status.of(vm);
        return new HoverCard.Words(
                Shown.text(vm.name(), NAME), status.word(), status.level(), lines, "drag it, or M, to move it");
    }

    /** Whose it is, where a cluster that was heard runs it or may run it. */
    private Optional<String> owner(Element.Vm vm) {
        return switch (Ownership.of(site, vm)) {
            case Ownership.Owned(Element resource) ->
                Optional.of("Pacemaker runs it as " + resource.name()
                        + (resource.value(ALLOW_MIGRATE).orElse(true) ? "" : ": a move is a stop and a start"));
            case Ownership.Doubtful(String why) -> Optional.of(why);
            case Ownership.Unclaimed() -> Optional.empty();
        };
    }

    private HoverCard.Words part(Element part) {
        Status status = Status.of(part);
        List<String> lines = new ArrayList<>();
        lines.add(part.id().kind().label().replace('-', ' '));
        part.value(DETAIL).ifPresent(detail -> lines.add(shown(detail)));
        boolean silent = status.level() == Level.UNKNOWN || status.level() == Level.NORMAL;
        return new HoverCard.Words(
                Shown.text(part.name(), NAME), silent ? "" : status.word(), status.level(), lines, "");
    }

    private static String shown(String words) {
        return Shown.text(words, LONGEST);
    }

    private static String where(Site site, Element.Vm vm) {
        String state = Status.of(vm.whereabouts().state()).word();
        return switch (vm.whereabouts()) {
            case Whereabouts.On(Whereabouts.Place place, var others) ->
                state + " on " + site.nameOf(place.host()) + (others.isEmpty() ? "" : ", held elsewhere too");
            case Whereabouts.Twice twice ->
                "RUNS TWICE: "
                        + String.join(
                                ", ",
                                twice.places().stream()
                                        .map(place -> site.nameOf(place.host()))
                                        .distinct()
                                        .toList());
            case Whereabouts.Nowhere nowhere -> state;
        };
    }

    /** The map in a sentence: what is chosen on it, else what it is of. */
    String spoken(Optional<ElementId> selected) {
        if (selected.isPresent()) {
            HoverCard.Words words = card(selected.get());
            List<String> all = new ArrayList<>(List.of(words.title(), words.state()));
            all.addAll(words.lines());
            all.removeIf(String::isEmpty);
            return Lettering.harmless(String.join(", ", all));
        }
        return "Map of " + Lettering.harmless(site.name()) + ": " + site.hosts().count() + " hosts, "
                + site.vms().count() + " virtual machines. Arrow keys choose, M moves a machine.";
    }
}
