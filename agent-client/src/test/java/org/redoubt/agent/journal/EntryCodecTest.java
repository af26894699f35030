package org.redoubt.agent.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.redoubt.agent.port.Entry;
import org.redoubt.agent.port.Intent;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.Foretold;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.topology.plan.Prediction;
import org.redoubt.topology.plan.Range;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.Tuning;
import org.redoubt.topology.plan.forecast.Run;

class EntryCodecTest {

    private static final String PREVIOUS = "ab".repeat(32);

    /** Any chars at all, lone surrogates and controls among them. */
    private static Arbitrary<String> texts() {
        return Arbitraries.strings().all().ofMaxLength(40);
    }

    private static Arbitrary<UUID> ids() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    }

    private static Arbitrary<Instant> moments() {
        return Combinators.combine(
                        Arbitraries.longs().between(-62167219200L, 253402300799L),
                        Arbitraries.longs().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    private static Arbitrary<Outcome> outcomes() {
        return Arbitraries.oneOf(
                texts().map(Outcome.Done::new),
                texts().map(Outcome.Unchanged::new),
                texts().list().ofMaxSize(5).map(Outcome.Refused::new),
                texts().map(Outcome.Unknown::new));
    }

    private static Arbitrary<Step> steps() {
        Arbitrary<String> keys = texts().filter(text -> !text.isEmpty());
        Arbitrary<Foretold> foretold = Combinators.combine(
                        Arbitraries.of(Foretold.Way.values()),
                        Combinators.combine(texts(), texts())
                                .as(Foretold.Other::new)
                                .list()
                                .ofMaxSize(5))
                .as(Foretold::new);
        Arbitrary<Step> clustered = Combinators.combine(keys, keys, keys, foretold)
                .as((vm, host, resource, said) -> new Step.ClusterMove(
                        ElementId.vm(vm), ElementId.host(host), ElementId.host(host + "x"), resource, said));
        return Arbitraries.oneOf(migrations(), clustered, clustered.map(step -> ((Step.ClusterMove) step).clear()));
    }

    private static Arbitrary<Step> migrations() {
        Arbitrary<String> keys = texts().filter(text -> !text.isEmpty());
        Arbitrary<Tuning> tunings = Combinators.combine(
                        Arbitraries.longs().greaterOrEqual(0),
                        Arbitraries.of(true, false),
                        Arbitraries.longs().greaterOrEqual(0))
                .as(Tuning::new);
        return Combinators.combine(keys, keys, tunings)
                .as((vm, host, tuning) ->
                        new Step.Migrate(ElementId.vm(vm), ElementId.host(host), ElementId.host(host + "x"), tuning));
    }

    private static Arbitrary<Run> runs() {
        Arbitrary<Long> figures = Arbitraries.longs().greaterOrEqual(-1);
        Arbitrary<Range> ranges = Combinators.combine(
                        Arbitraries.longs().between(0, 1L << 40),
                        Arbitraries.longs().between(0, 1L << 40))
                .as((low, more) -> new Range(low, low + more));
        Arbitrary<Prediction> predictions = Combinators.combine(
                        figures, figures, figures, Arbitraries.of(true, false), texts(), ranges, ranges)
                .as((millis, pause, bytes, ends, basis, total, still) ->
                        new Prediction(millis, pause, bytes, ends, basis, total, still, 20));
        Arbitrary<JobFigures> jobs = figures.list()
                .ofSize(11)
                .map(f -> new JobFigures(
                        f.get(0), f.get(1), f.get(2), f.get(3), f.get(4), f.get(5), f.get(6), f.get(7), f.get(8),
                        f.get(9), f.get(10)));
        return Combinators.combine(
                        migrations().map(Step.Migrate.class::cast),
                        predictions.optional(),
                        Arbitraries.of(true, false),
                        jobs,
                        figures,
                        figures)
                .as(Run::new);
    }

    @Provide
    Arbitrary<Entry> entries() {
        Arbitrary<Long> numbers = Arbitraries.longs().greaterOrEqual(1);
        Arbitrary<Set<String>> accepted = texts().set().ofMaxSize(4);
        return Arbitraries.oneOf(
                Combinators.combine(numbers, moments(), texts(), texts(), texts())
                        .as(Entry.Opened::new),
                Combinators.combine(numbers, moments(), texts(), texts()).as(Entry.Noted::new),
                Combinators.combine(numbers, moments(), texts(), ids(), runs()).as(Entry.Scored::new),
                Combinators.combine(numbers, moments(), texts(), ids(), outcomes())
                        .as(Entry.Concluded::new),
                Combinators.combine(numbers, moments(), texts(), ids(), texts(), texts(), steps(), accepted)
                        .as((number, at, desk, id, operator, title, step, rules) -> new Entry.Intended(
                                number, at, desk, new Intent(id, number, at, desk, operator, title, step, rules))));
    }

    @Property(tries = 500)
    void whatIsWrittenIsRead(@ForAll("entries") Entry entry) throws Exception {
        SealedLine line = EntryCodec.write(entry, PREVIOUS);
        SealedLine read = SealedLine.of(line.text().getBytes(UTF_8)).orElseThrow();
        assertThat(read.whole()).isTrue();
        assertThat(EntryCodec.read(read.json())).isEqualTo(new EntryCodec.Read(entry, PREVIOUS));
    }

    @Property(tries = 200)
    void aLineIsOneLineOfPrintableAscii(@ForAll("entries") Entry entry) {
        assertThat(EntryCodec.write(entry, PREVIOUS).text().chars()).allMatch(c -> c >= ' ' && c <= 0x7f);
    }

    @Property(tries = 500)
    void junkIsUnreadableAndNothingElse(@ForAll byte[] junk) {
        assertThatThrownBy(() -> EntryCodec.read(junk)).isInstanceOf(EntryCodec.UnreadableException.class);
    }

    @Property(tries = 500)
    void aPieceOfAnEntryIsUnreadableAndNothingElse(@ForAll("entries") Entry entry, @ForAll double share) {
        byte[] json = EntryCodec.json(entry, PREVIOUS).getBytes(UTF_8);
        byte[] piece = java.util.Arrays.copyOf(json, (int) Math.floorMod((long) (share * 1e6), (long) json.length));
        assertThatThrownBy(() -> EntryCodec.read(piece)).isInstanceOf(EntryCodec.UnreadableException.class);
    }

    @Example
    void whatIsNotAnEntryIsUnreadable() {
        for (String json : new String[] {
            "{}",
            "[]",
            "null",
            "{\"v\":1}",
            "{\"v\":2,\"n\":1}",
            "{\"v\":1,\"v\":1}",
            "[".repeat(100_000),
            "{\"v\":1,\"n\":1.5,\"prev\":\"\",\"at\":\"2026-01-01T00:00:00Z\",\"desk\":\"\",\"type\":\"opened\"}",
            "{\"v\":1,\"n\":1,\"prev\":\"\",\"at\":\"yesterday\",\"desk\":\"\",\"type\":\"noted\",\"text\":\"\"}",
            "{\"v\":1,\"n\":1,\"prev\":\"\",\"at\":\"2026-01-01T00:00:00Z\",\"desk\":\"\",\"type\":\"noted\",\"text\":7}",
            "{\"v\":1,\"n\":1,\"prev\":\"\",\"at\":\"2026-01-01T00:00:00Z\",\"desk\":\"\",\"type\":\"noted\",\"text\":\"\"} {}",
            "{\"@class\":\"java.lang.Runtime\",\"v\":1}",
        }) {
            assertThatThrownBy(() -> EntryCodec.read(json.getBytes(UTF_8)))
                    .as(json.substring(0, Math.min(40, json.length())))
                    .isInstanceOf(EntryCodec.UnreadableException.class);
        }
    }

    @Example
    void whatANewerRedoubtAddsIsPassedOver() throws Exception {
        String json = EntryCodec.json(new Entry.Noted(3, Desks.MORNING, "d", "t"), PREVIOUS);
        String more = json.replace("\"text\"", "\"mood\":{\"good\":[1,2]},\"text\"");
        assertThat(EntryCodec.read(more.getBytes(UTF_8)).entry())
                .isEqualTo(new Entry.Noted(3, Desks.MORNING, "d", "t"));
    }
}
