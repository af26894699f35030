package org.redoubt.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.journal.FileJournal;
import org.redoubt.agent.lab.Lab;
import org.redoubt.agent.lab.OnLab;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.Entry;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.app.SiteOpener;
import org.redoubt.app.console.ConsoleUnderTest;
import org.redoubt.controllers.migrate.Foreseeing;
import org.redoubt.controllers.migrate.Measuring;
import org.redoubt.controllers.migrate.MigrateVm;
import org.redoubt.controllers.run.PastRuns;
import org.redoubt.controllers.run.Phase;
import org.redoubt.controllers.run.Runner;
import org.redoubt.controllers.run.Work;
import org.redoubt.controllers.watch.Watch;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.plan.Approval;
import org.redoubt.topology.plan.Plan;
import org.redoubt.topology.plan.Prediction;
import org.redoubt.topology.plan.Tuning;
import org.redoubt.topology.plan.forecast.Run;
import org.redoubt.topology.plan.forecast.Score;

/**
 * Predictions held against real migrations in the lab, made and scored the way the console does it. The first round is
 * for learning and told apart. It measures, and asserts only that enough was scored; not part of {@code ./test}
 * (docs/benchmarks.md).
 */
@OnLab
class PredictionBench {

    private static final int ROUNDS = Integer.getInteger("redoubt.bench.rounds", 2);
    private static final List<String> HOSTS = List.of("node-1", "node-2", "node-3");
    /** What each host's network card carries. */
    private static final String LINK = "1gbit";

    private static final long MIB = 1 << 20;
    /** One that was said to end is given up after so many times the longest that was said, and no sooner than the other. */
    private static final int PATIENCE = 3;

    private static final long VAIN_MILLIS = 20_000;
    /** Longer than any of those takes that end. */
    private static final long MOST_MILLIS = 60_000;

    /** A guest, and the limits that it is moved under: MiB a second, 0 for none. */
    private record Case(String vm, List<Integer> limits) {}

    private static final List<Case> CASES = List.of(
            new Case("web-01", List.of(0, 20, 60)),
            new Case("slow-writer", List.of(0, 15, 40, 60)),
            new Case("fast-small", List.of(0, 15, 40, 60)),
            new Case("fast-large", List.of(0, 40, 112, 150)));

    @TempDir
    Path folder;

    private Watch watch;
    private MigrateVm migrate;
    private Runner runner;
    private FileJournal journal;
    private PastRuns past;

    @Test
    void predictedAndReal(Lab lab) throws Exception {
        Lab.up(Lab.Guests.WRITERS);
        // a veth is as fast as the processors have time for: the guests are to write above and below something
        HOSTS.forEach(host -> lab.host(host)
                .exec(
                        "tc", "qdisc", "replace", "dev", "eth0", "root", "tbf", "rate", LINK, "burst", "256kb",
                        "latency", "50ms"));
        Desk desk = ConsoleUnderTest.desk();
        List<Run> learning = new ArrayList<>();
        List<Run> scored = new ArrayList<>();
        try (SiteAgents agents = SiteOpener.open(lab.site().toString(), desk, true);
                FileJournal opened = FileJournal.open(folder.resolve("journal"), desk, "bench");
                Watch watching = new Watch(Site.empty(agents.name()), agents.sources(), desk);
                Runner running = new Runner(watching::newest, agents, opened, desk);
                PastRuns learned = new PastRuns(opened, desk);
                Measuring measuring = new Measuring(watching::newest, agents, desk)) {
            watch = watching;
            runner = running;
            journal = opened;
            past = learned;
            migrate = new MigrateVm(watch::newest, past::now, measuring::interest, new Foreseeing(agents));
            watch.start();
            for (int round = 0; round <= ROUNDS; round++) {
                for (Case one : CASES) {
                    if (round == 0) {
                        measure(one.vm());
                    }
                    for (int limit : one.limits()) {
                        move(one.vm(), limit).ifPresent((round == 0 ? learning : scored)::add);
                    }
                }
            }
        }
        List<String> lines = new ArrayList<>(List.of(HEAD));
        learning.forEach(run -> lines.add("learning\t" + row(run)));
        scored.forEach(run -> lines.add("scored\t" + row(run)));
        lines.add("learning: " + words(Score.of(learning)));
        lines.add("scored: " + words(Score.of(scored)));
        lines.add("scored, of those with a limit: "
                + words(Score.of(scored.stream()
                        .filter(run -> run.step().tuning().bandwidth() > 0)
                        .toList())));
        lines.forEach(System.out::println);
        Files.write(Path.of("target", "prediction-bench.tsv"), lines);
        assertThat(scored).hasSizeGreaterThan(12 * ROUNDS);
    }

    private Optional<Run> move(String name, int limit) {
        await("all is heard", () -> watch.heardOnce().containsAll(watch.sources()));
        await(name + " is on one host", () -> where(name).isPresent());
        ElementId vm = vm(name).orElseThrow();
        String from = watch.newest().nameOf(where(name).orElseThrow());
        ElementId to = host(HOSTS.get((HOSTS.indexOf(from) + 1) % HOSTS.size()));
        Tuning tuning = new Tuning(limit * MIB, false, 0);
        await("it can be planned", () -> migrate.plan(vm, to, tuning).possible());
        Plan plan = migrate.plan(vm, to, tuning);
        long before = journal.latest(1).getFirst().number();
        long longest = plan.prediction()
                .filter(Prediction::converges)
                .map(said -> Math.clamp(PATIENCE * said.total().high(), VAIN_MILLIS, MOST_MILLIS))
                .orElse(VAIN_MILLIS);
        Work work = runner.start(new Approval(plan, "bench", Set.of()));
        long end = System.nanoTime() + longest * 1_000_000;
        while (!ended(work)) {
            if (System.nanoTime() > end) {
                runner.cancel(work.id());
            }
            LockSupport.parkNanos(50_000_000);
        }
        Optional<Entry.Scored> score = journal.latest(4).stream()
                .filter(entry -> entry.number() > before)
                .filter(Entry.Scored.class::isInstance)
                .map(Entry.Scored.class::cast)
                .findFirst();
        int known = past.now().runs().size();
        score.ifPresent(written ->
                await("it is learned", () -> past.now().runs().contains(written.run()) || known < 0));
        System.out.println(score.map(written -> row(written.run()))
                .orElse(name + " at " + limit + ": nothing to score: "
                        + runner.works().getFirst().outcome()));
        return score.map(Entry.Scored::run);
    }

    /** What an operator's looking at it does. */
    private void measure(String name) {
        await(
                "its host is connected",
                () -> where(name)
                        .flatMap(watch.newest()::host)
                        .flatMap(host -> host.value(Attributes.LINK))
                        .filter(LinkState.CONNECTED::equals)
                        .isPresent());
        ElementId vm = vm(name).orElseThrow();
        migrate.interest(vm);
        await(
                name + " is measured",
                () -> watch.newest()
                        .vm(vm)
                        .flatMap(known -> known.value(Attributes.DIRTIED_LONGER))
                        .isPresent());
        watch.newest()
                .vm(vm)
                .ifPresent(known -> System.out.println(name + " dirties "
                        + known.value(Attributes.DIRTIED_SHORTLY).orElse(-1L) / MIB + " MiB in a second, "
                        + known.value(Attributes.DIRTIED_LONGER).orElse(-1L) / MIB + " MiB in four"));
    }

    private boolean ended(Work work) {
        return runner.works().stream().anyMatch(one -> one.id().equals(work.id()) && one.phase() == Phase.ENDED);
    }

    private static void await(String what, BooleanSupplier holds) {
        Lab.await(what, holds);
    }

    private Optional<ElementId> vm(String name) {
        return watch.newest()
                .vms()
                .filter(vm -> vm.name().equals(name))
                .map(vm -> vm.id())
                .findFirst();
    }

    private Optional<ElementId> where(String name) {
        return vm(name).flatMap(watch.newest()::vm)
                .flatMap(vm -> vm.whereabouts().host());
    }

    private ElementId host(String name) {
        return watch.newest()
                .hosts()
                .filter(host -> host.name().equals(name))
                .map(host -> host.id())
                .findFirst()
                .orElseThrow();
    }

    private static final String HEAD = "\tguest\tlimit MiB/s\tsaid to end\tended\tpredicted ms\tfrom\tto\treal ms"
            + "\tpredicted pause ms\tfrom\tto\treal pause ms\tQEMU expected ms\tpasses\tmemory\tzeroes\tcopied\tpeak";

    private String row(Run run) {
        Prediction said = run.predicted().orElseThrow();
        return String.join(
                "\t",
                watch.newest().nameOf(run.step().vm()),
                Long.toString(run.step().tuning().bandwidth() / MIB),
                said.converges() ? "yes" : "no",
                run.landed() ? "yes" : "no",
                Long.toString(said.millis()),
                Long.toString(said.total().low()),
                Long.toString(said.total().high()),
                Long.toString(run.figures().elapsed()),
                Long.toString(said.pauseMillis()),
                Long.toString(said.pause().low()),
                Long.toString(said.pause().high()),
                Long.toString(run.figures().pause()),
                Long.toString(run.expectedPause()),
                Long.toString(run.figures().iteration()),
                Long.toString(run.figures().total()),
                Long.toString(run.figures().zero()),
                Long.toString(run.figures().content()),
                Long.toString(run.peak()));
    }

    private static String words(Score score) {
        return String.format(
                Locale.ROOT,
                "%d landed; total: median error %.1f %%, nine of ten within %.1f %%; in the range %d;"
                        + " pause: median |ln| %.2f, QEMU's own %.2f, %.1f times smaller; verdicts right %d of %d",
                score.runs(),
                100 * (Math.exp(score.total().orElse(0)) - 1),
                100 * (Math.exp(score.totalWorst().orElse(0)) - 1),
                score.within(),
                score.pause().orElse(0),
                score.hypervisor().orElse(0),
                score.hypervisor().orElse(0) / score.pause().orElse(1),
                score.right(),
                score.verdicts());
    }
}
