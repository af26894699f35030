package org.redoubt.topology.plan.move;

import static org.redoubt.topology.model.Attributes.DIRTIED_LONGER;
import static org.redoubt.topology.model.Attributes.DIRTIED_SHORTLY;
import static org.redoubt.topology.model.Attributes.DIRTY_RATE;
import static org.redoubt.topology.model.Attributes.MEMORY_USED;
import static org.redoubt.topology.model.Attributes.MIGRATION_SPEED;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.Prediction;
import org.redoubt.topology.plan.Tuning;
import org.redoubt.topology.plan.forecast.Calibration;
import org.redoubt.topology.plan.forecast.Experience;
import org.redoubt.topology.plan.forecast.Forecast;
import org.redoubt.topology.plan.forecast.Leaning;
import org.redoubt.topology.plan.forecast.Measured;
import org.redoubt.topology.plan.forecast.Writing;

/** Predicts one VM's moves to many hosts: what it is asked twice it reckons once. For one thread. */
final class Predicting {

    /** The link that is assumed when no host says what it has: 1 Gbit/s. */
    static final long ASSUMED_SPEED = 125_000_000;

    private record Asked(Calibration way, Link link, int shared, Tuning tuning) {}

    /** What is known of a link, and how that is said. */
    private record Link(long speed, String words) {}

    private final Experience experience;
    private final Optional<Forecast.Guest> guest;
    private final Function<Tuning, Leaning> leaning;
    private final Map<Asked, Prediction> asked = new HashMap<>();

    /** @param memory what the VM may hold, bytes; when nobody says, nothing is predicted */
    Predicting(Element.Vm vm, long memory, Experience experience) {
        this.experience = experience;
        List<Measured> measured = measured(vm, memory);
        this.guest = memory <= 0 ? Optional.empty() : Optional.of(guest(vm, memory, measured, experience));
        // where it writes otherwise now, what it was like before says nothing of the rest either
        this.leaning = experience.writesAsBefore(vm.id(), measured)
                ? tuning -> experience.leaning(vm.id(), tuning)
                : tuning -> Leaning.NONE;
    }

    private static List<Measured> measured(Element.Vm vm, long memory) {
        List<Measured> measured = new ArrayList<>();
        vm.value(DIRTIED_SHORTLY).ifPresent(bytes -> measured.add(new Measured(1, Math.min(bytes, memory), memory)));
        vm.value(DIRTIED_LONGER).ifPresent(bytes -> measured.add(new Measured(4, Math.min(bytes, memory), memory)));
        if (measured.isEmpty()) {
            vm.value(DIRTY_RATE).ifPresent(rate -> measured.add(new Measured(1, Math.min(rate, memory), memory)));
        }
        return measured;
    }

    private static Forecast.Guest guest(Element.Vm vm, long memory, List<Measured> measured, Experience experience) {
        Optional<Writing> writing = experience.writing(vm.id(), measured);
        OptionalLong used = vm.value(MEMORY_USED).map(OptionalLong::of).orElse(OptionalLong.empty());
        return Forecast.Guest.of(memory, used, measured, writing);
    }

    /** The prediction for this move; empty when the VM's memory is not known. */
    Optional<Prediction> of(Move move, Tuning tuning) {
        return guest.map(known -> {
            Calibration way = move.source()
                    .map(from -> experience.between(from.id(), move.target().id()))
                    .orElse(Calibration.NONE);
            Asked question = new Asked(way, link(move), 1 + others(move), tuning);
            return asked.computeIfAbsent(question, now -> answer(known, now));
        });
    }

    private Prediction answer(Forecast.Guest guest, Asked asked) {
        String words = asked.way().link().isEmpty()
                ? asked.link().words()
                : Amounts.rate(Math.round(asked.way().link().getAsDouble())) + " as it was last";
        String shared = asked.shared() > 1 ? words + ", shared with " + (asked.shared() - 1) + " more" : words;
        return Forecast.of(
                guest,
                asked.way(),
                leaning.apply(asked.tuning()),
                asked.link().speed(),
                asked.shared(),
                asked.tuning(),
                shared);
    }

    private static int others(Move move) {
        Map<ElementId, Integer> migrations = move.ground().migrations();
        int here =
                move.source().map(host -> migrations.getOrDefault(host.id(), 0)).orElse(0);
        return Math.max(here, migrations.getOrDefault(move.target().id(), 0));
    }

    private static Link link(Move move) {
        Optional<Long> here = move.source().flatMap(host -> speed(host));
        Optional<Long> there = speed(move.target());
        if (here.isEmpty() && there.isEmpty()) {
            return new Link(ASSUMED_SPEED, Amounts.rate(ASSUMED_SPEED) + " assumed");
        }
        long link = Math.min(here.orElse(Long.MAX_VALUE), there.orElse(Long.MAX_VALUE));
        return new Link(link, Amounts.rate(link));
    }

    private static Optional<Long> speed(Element.Host host) {
        return host.value(MIGRATION_SPEED).filter(speed -> speed > 0);
    }
}
