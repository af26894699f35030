package org.redoubt.views.table;

import java.util.Locale;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Job;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Whereabouts;
import org.redoubt.views.words.Level;
import org.redoubt.views.words.Shown;
import org.redoubt.views.words.Status;
import org.redoubt.views.words.Values;

/**
 * A VM as a line of the table.
 *
 * @param slot a number that it keeps, and that no other VM ever has
 * @param memory bytes, or -1
 * @param cpus how many it has, or -1
 * @param load share of one, or -1
 * @param heard desk milliseconds when anything was last heard of it, or -1
 */
record VmRow(
        int slot,
        ElementId id,
        String name,
        String host,
        Status state,
        String job,
        long memory,
        long cpus,
        double load,
        long heard) {

    static VmRow of(int slot, Element.Vm vm, Site site) {
        return new VmRow(
                slot,
                vm.id(),
                Shown.text(vm.name()),
                host(vm.whereabouts(), site),
                Status.of((Element) vm),
                vm.value(Attributes.JOB)
                        .filter(job -> job != Job.NONE)
                        .map(job -> Values.word(job.name()))
                        .orElse(""),
                vm.value(Attributes.MEMORY).orElse(-1L),
                vm.value(Attributes.CPUS).orElse(-1L),
                vm.value(Attributes.CPU_LOAD).orElse(-1.0),
                heard(vm));
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

    private static long heard(Element.Vm vm) {
        long heard = -1;
        for (Claim<?> claim : vm.claims().all()) {
            heard = claim.gone() ? heard : Math.max(heard, claim.heard());
        }
        return heard;
    }

    /** Milliseconds since anything was last heard of it, or -1. */
    long age(long now) {
        return heard < 0 ? -1 : Math.max(0, now - heard);
    }

    /** Whether it holds every word, each in lower case, in its name, host, state or key. */
    boolean matches(String... words) {
        String all = (name + " " + host + " " + state.word() + " " + job + " " + id.key()).toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** Its state with what is being done with it: {@code running, migrating out}. */
    String stateWords() {
        String mark = state.level() == Level.NORMAL ? "" : state.level().shape() + " ";
        return mark + state.word() + (job.isEmpty() ? "" : ", " + job);
    }
}
