package org.redoubt.views.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Whereabouts;
import org.redoubt.views.words.Shown;
import org.redoubt.views.words.Status;
import org.redoubt.views.words.Values;

/**
 * A VM as a line of the table.
 *
 * @param memory bytes, or -1
 * @param cpus how many it has, or -1
 * @param load share of one, or -1
 * @param age milliseconds since anything was last heard of it
 */
record VmRow(
        ElementId id,
        String name,
        String host,
        Status state,
        String job,
        long memory,
        long cpus,
        double load,
        long age) {

    static List<VmRow> of(Site site) {
        return site.vms().map(vm -> of(vm, site)).toList();
    }

    private static VmRow of(Element.Vm vm, Site site) {
        return new VmRow(
                vm.id(),
                Shown.text(vm.name()),
                host(vm.whereabouts(), site),
                Status.of((Element) vm),
                vm.value(Attributes.JOB)
                        .filter(job -> job != org.redoubt.topology.model.Job.NONE)
                        .map(job -> Values.word(job.name()))
                        .orElse(""),
                vm.value(Attributes.MEMORY).orElse(-1L),
                vm.value(Attributes.CPUS).orElse(-1L),
                vm.value(Attributes.CPU_LOAD).orElse(-1.0),
                age(vm, site.now()));
    }

    private static String host(Whereabouts where, Site site) {
        return switch (where) {
            case Whereabouts.On(Whereabouts.Place place, var _) -> Values.name(place.host(), site);
            case Whereabouts.Twice twice ->
                String.join(
                        " and ",
                        twice.places().stream()
                                .map(place -> Values.name(place.host(), site))
                                .toList());
            case Whereabouts.Nowhere _ -> "";
        };
    }

    private static long age(Element.Vm vm, long now) {
        Optional<Long> newest = vm.claims().all().stream()
                .filter(claim -> !claim.gone())
                .map((Claim<?> claim) -> claim.age(now))
                .min(Long::compare);
        return newest.orElse(-1L);
    }

    /** Whether it holds every word of {@code filter}, in its name, host or state. */
    boolean matches(String filter) {
        String all = (name + " " + host + " " + state.word() + " " + job + " " + id.key()).toLowerCase(Locale.ROOT);
        for (String word : filter.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** Its state with what is being done with it: {@code running, migrating out}. */
    String stateWords() {
        String mark = state.level() == org.redoubt.views.words.Level.NORMAL
                ? ""
                : state.level().shape() + " ";
        return mark + state.word() + (job.isEmpty() ? "" : ", " + job);
    }
}
