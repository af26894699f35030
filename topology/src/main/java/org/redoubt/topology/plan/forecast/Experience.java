package org.redoubt.topology.plan.forecast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.Tuning;
import org.redoubt.topology.plan.forecast.Calibration.Pair;
import org.redoubt.topology.plan.forecast.Calibration.Seen;

/**
 * What the migrations of the past taught: about the ways between hosts, and about how each guest writes its memory.
 * Immutable; making one takes some milliseconds for each guest that was moved, asking it takes none.
 */
public final class Experience {

    /** Nothing was learned yet. */
    public static final Experience NONE = new Experience(List.of());

    /** So many are kept in mind; and so many of one guest, or of one pair of hosts, are learned from. */
    private static final int MOST = 400;

    private static final int MOST_ALIKE = 8;
    private static final int MOST_CALIBRATING = 24;

    /** The next older migration of a guest leans so much. */
    private static final double AGEING = 0.75;

    private final List<Run> runs;
    private final Map<ElementId, List<Run>> guests = new LinkedHashMap<>();
    private final Map<ElementId, Writing> writings = new HashMap<>();
    private final Map<Pair, Calibration> pairs = new HashMap<>();
    private final Calibration all;

    private Experience(List<Run> newestFirst) {
        runs = List.copyOf(newestFirst.subList(0, Math.min(MOST, newestFirst.size())));
        for (Run run : runs) {
            if (run.tells() && run.content() > 0) {
                List<Run> its = guests.computeIfAbsent(run.step().vm(), none -> new ArrayList<>());
                if (its.size() < MOST_ALIKE) {
                    its.add(run);
                }
            }
        }
        // What a guest writes is told apart from what the wire carries in two rounds: each is learned with the other.
        guests.forEach((vm, its) -> writings.put(vm, writing(its, List.of(), run -> Calibration.NONE)));
        Calibration first = calibration(Optional.empty());
        guests.forEach((vm, its) -> writings.put(vm, writing(its, List.of(), run -> first)));
        all = calibration(Optional.empty());
        for (Run run : runs) {
            Pair pair = new Pair(run.step().from(), run.step().to());
            if (!pairs.containsKey(pair)) {
                pairs.put(pair, calibration(Optional.of(pair)));
            }
        }
        guests.forEach((vm, its) -> writings.put(vm, writing(its, List.of(), run -> between(pair(run)))));
    }

    /** Of these migrations, the newest first. */
    public static Experience of(List<Run> newestFirst) {
        return newestFirst.isEmpty() ? NONE : new Experience(newestFirst);
    }

    /** All of them, the newest first. */
    public List<Run> runs() {
        return runs;
    }

    /** What was learned of the way between two hosts; what all ways have in common where none was gone between them. */
    public Calibration between(ElementId from, ElementId to) {
        return between(new Pair(from, to));
    }

    private Calibration between(Pair pair) {
        return pairs.getOrDefault(pair, elsewhere());
    }

    /** A link that was seen elsewhere says nothing of one here. */
    private Calibration elsewhere() {
        return new Calibration(
                OptionalDouble.empty(),
                all.last(),
                all.lastFree(),
                all.setup(),
                all.keeps(),
                all.overhead(),
                0,
                Math.max(all.spread(), 0.2),
                Math.max(all.pauseSpread(), 0.5));
    }

    /** How a guest writes; empty when none of its migrations was seen. */
    public Optional<Writing> writing(ElementId vm) {
        return Optional.ofNullable(writings.get(vm));
    }

    /** The same in the light of measurements: what it does now may differ from what it did then. */
    public Optional<Writing> writing(ElementId vm, List<Measured> measured) {
        List<Run> its = guests.getOrDefault(vm, List.of());
        return its.isEmpty() || writesAsBefore(vm, measured)
                ? writing(vm)
                : Optional.of(writing(its, measured, run -> between(pair(run))));
    }

    /** Whether measurements say no other of a guest than its migrations do; a sample tells little of what is known well. */
    public boolean writesAsBefore(ElementId vm, List<Measured> measured) {
        return writing(vm)
                .filter(known -> measured.stream().allMatch(one -> one.agrees(known.best())))
                .isPresent();
    }

    /** By how much a guest's own migrations lay beside what is reckoned of them now: most of all those with such a limit. */
    public Leaning leaning(ElementId vm, Tuning tuning) {
        Leaning.Sum sum = new Leaning.Sum();
        double weight = 1;
        for (Run run : guests.getOrDefault(vm, List.of())) {
            if (run.landed()) {
                Wire wire = reckoned(run);
                PreCopy.Course said = new Seen(run, writings.get(vm).best()).course(wire);
                double unlike =
                        Math.log(sending(tuning, wire) / sending(run.step().tuning(), wire));
                if (said.converges()) {
                    sum.add(
                            weight,
                            unlike,
                            Math.log(run.figures().elapsed() / (1_000 * said.seconds())),
                            run.figures().pause() <= 0
                                    ? 0
                                    : Math.log(run.figures().pause() / (1_000 * said.pause())));
                }
            }
            weight *= AGEING;
        }
        return sum.done();
    }

    /** The wire of a past migration as it would be predicted for it now. */
    private Wire reckoned(Run run) {
        Calibration way = between(pair(run));
        return way.link().isPresent()
                ? way.wire(way.link().getAsDouble(), run.step().tuning())
                : wire(way, run);
    }

    private static double sending(Tuning tuning, Wire wire) {
        return tuning.bandwidth() == 0 ? wire.link() : Math.min(tuning.bandwidth(), wire.link());
    }

    /** How good the newest predictions between two hosts were, at most so many. */
    public Score score(ElementId from, ElementId to, int most) {
        return Score.of(runs.stream()
                .filter(run -> run.step().from().equals(from) && run.step().to().equals(to))
                .limit(most)
                .toList());
    }

    /** How good the newest predictions of the whole site were, at most so many. */
    public Score score(int most) {
        return Score.of(runs.stream().limit(most).toList());
    }

    private static Pair pair(Run run) {
        return new Pair(run.step().from(), run.step().to());
    }

    private static Writing writing(List<Run> its, List<Measured> measured, Function<Run, Calibration> calibrations) {
        Run newest = its.getFirst();
        List<DirtyCurve> curves = new CurveSearch(
                        newest.figures().total(), measured, its, run -> wire(calibrations.apply(run), run))
                .found();
        return new Writing(
                curves.getFirst(),
                curves,
                its.size(),
                newest.content(),
                newest.figures().total());
    }

    /** The wire that a past migration went over: where nobody limited it, at the speed that it had itself. */
    private static Wire wire(Calibration calibration, Run run) {
        double seconds = Math.max(0.05, run.figures().elapsed() / 1_000.0 - calibration.setup());
        double sent = Math.max(run.content(), run.figures().content());
        double own = Math.max(1, sent / seconds);
        boolean free = run.step().tuning().bandwidth() == 0;
        return calibration.wire(
                free ? own : Math.max(own, CalibrationSearch.SOME_LINK),
                run.step().tuning());
    }

    private Calibration calibration(Optional<Pair> pair) {
        List<Seen> seen = runs.stream()
                .filter(run -> run.landed() && run.tells() && run.content() > 0)
                .sorted((one, other) -> Boolean.compare(
                        pair.isPresent() && pair.get().equals(pair(other)),
                        pair.isPresent() && pair.get().equals(pair(one))))
                .limit(MOST_CALIBRATING)
                .map(run -> new Seen(run, writings.get(run.step().vm()).best()))
                .toList();
        return Calibration.of(seen, pair);
    }
}
