package org.redoubt.agent.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Change;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Claims;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;

class SnapshotCodecTest {

    private static final Instant TAKEN = Instant.parse("2026-03-01T08:00:00.5Z");

    private static byte[] write(Snapshot snapshot) throws IOException {
        StringWriter out = new StringWriter();
        SnapshotCodec.write(snapshot, out);
        return out.toString().getBytes(UTF_8);
    }

    private static Snapshot read(byte[] bytes) throws SnapshotException {
        return SnapshotCodec.read(new ByteArrayInputStream(bytes));
    }

    /** Any chars, lone surrogates and controls among them. */
    private static String text(Random random) {
        return IntStream.range(0, 1 + random.nextInt(8))
                .mapToObj(i -> random.nextBoolean()
                        ? "" + (char) random.nextInt(0x10000)
                        : "ab\"\\\n/:@".charAt(random.nextInt(8)) + "")
                .reduce("", String::concat);
    }

    private static ElementId id(Random random) {
        return new ElementId(ElementKind.values()[random.nextInt(ElementKind.values().length)], text(random));
    }

    private static Object value(Attribute<?> attribute, Random random) {
        return switch (attribute.shape()) {
            case TEXT -> text(random);
            case TEXTS ->
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> text(random))
                        .toList();
            case AMOUNT -> random.nextLong();
            case DECIMAL ->
                switch (random.nextInt(4)) {
                    case 0 -> Double.longBitsToDouble(random.nextLong());
                    case 1 -> (double) random.nextInt(100);
                    case 2 ->
                        List.of(Double.NaN, -0.0, Double.NEGATIVE_INFINITY, Double.MIN_VALUE)
                                .get(random.nextInt(4));
                    default -> random.nextDouble();
                };
            case FLAG -> random.nextBoolean();
            case REF -> id(random);
            case REFS ->
                IntStream.range(0, random.nextInt(4)).mapToObj(i -> id(random)).toList();
            case CHOICE ->
                attribute.type()
                        .getEnumConstants()[random.nextInt(attribute.type().getEnumConstants().length)];
        };
    }

    private static <T> Claim<T> claim(Attribute<T> attribute, Random random, long now) {
        long since = now - random.nextInt(1000);
        Source source = new Source("kind" + random.nextInt(3), text(random));
        Object value = random.nextInt(5) == 0 ? null : value(attribute, random);
        return new Claim<>(
                attribute,
                source,
                random.nextLong(),
                since,
                since + random.nextLong(now - since + 1),
                value == null ? null : attribute.cast(value));
    }

    private static Site site(long seed) {
        Random random = new Random(seed);
        long now = random.nextInt(1_000_000);
        Site site = Site.empty(text(random));
        List<Attribute<?>> attributes = new ArrayList<>(Attributes.all());
        Collections.shuffle(attributes, random);
        for (int i = random.nextInt(20); i > 0; i--) {
            Claims claims = Claims.NONE;
            for (int j = random.nextInt(12); j > 0; j--) {
                claims = claims.with(claim(attributes.get(j), random, now));
            }
            site = site.apply(new Change.Put(Element.of(id(random), claims)));
        }
        return site.apply(new Change.Passed(now));
    }

    @Property(tries = 500)
    void whatIsWrittenIsRead(@ForAll long seed) throws Exception {
        Snapshot snapshot = new Snapshot(site(seed), TAKEN, seed % 2 == 0);
        byte[] bytes = write(snapshot);
        assertThat(read(bytes)).isEqualTo(snapshot);
        assertThat(write(read(bytes))).as("deterministic").isEqualTo(bytes);
    }

    @Property(tries = 100)
    void thePlacesWhereElementsWerePutDoNotShow(@ForAll long seed) throws Exception {
        Site site = site(seed);
        List<Element> elements = new ArrayList<>();
        for (ElementKind kind : ElementKind.values()) {
            site.stored(kind).forEach(elements::add);
        }
        Collections.shuffle(elements, new Random(seed));
        Site other = Site.empty(site.name());
        for (Element element : elements) {
            other = other.apply(new Change.Put(element));
        }
        other = other.apply(new Change.Passed(site.now()));
        assertThat(write(new Snapshot(other, TAKEN, true))).isEqualTo(write(new Snapshot(site, TAKEN, true)));
    }

    @Property(tries = 200)
    void aPieceOfASnapshotIsRefused(@ForAll long seed, @ForAll int cut) throws Exception {
        byte[] bytes = write(new Snapshot(site(seed), TAKEN, true));
        // without its last line feed it is whole
        byte[] piece = Arrays.copyOf(bytes, Math.floorMod(cut, bytes.length - 1));
        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(() -> read(piece))
                .withMessageMatching("(line [0-9]+: )?.+");
    }

    @Property(tries = 500)
    void junkIsRefusedAndNothingElse(@ForAll byte[] junk) {
        assertThatExceptionOfType(SnapshotException.class).isThrownBy(() -> read(junk));
    }

    @Property(tries = 500)
    void aSnapshotWithChangedBytesIsReadOrRefused(@ForAll long seed, @ForAll Random random) throws Exception {
        byte[] bytes = write(new Snapshot(site(seed), TAKEN, true));
        for (int i = 0; i < 3; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        try {
            assertThat(read(bytes).takenAt()).isNotNull();
        } catch (SnapshotException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private static Snapshot small() {
        ElementId host = ElementId.host("node-1");
        Source source = new Source("libvirt", "node-1");
        Claims claims = Claims.NONE
                .with(new Claim<>(Attributes.NAME, source, 3, 10, 40, "päivä \u202e"))
                .with(new Claim<>(Attributes.CPU_LOAD, source, 3, 40, 40, 0.25))
                .with(new Claim<>(
                        Attributes.OFFERS, source, 3, 40, 40, List.of(ElementId.parse("network:default"), host)))
                .with(new Claim<>(Attributes.DETAIL, source, 2, 20, 30, null));
        return new Snapshot(
                Site.empty("dc").apply(new Change.Put(Element.of(host, claims))).apply(new Change.Passed(50)),
                TAKEN,
                false);
    }

    @Example
    void theFormIsTheDocumentedOne() throws Exception {
        assertThat(new String(write(small()), UTF_8)).isEqualTo("""
                {"schema":"redoubt-snapshot/1","site":"dc","simulated":false,"now":50,"takenAt":"2026-03-01T08:00:00.500Z","elements":[
                {"kind":"host","id":"host:node-1","name":"p\\u00E4iv\\u00E4 \\u202E","claims":[
                {"attribute":"name","source":"libvirt@node-1","sequence":3,"since":10,"heard":40,"value":"p\\u00E4iv\\u00E4 \\u202E"},
                {"attribute":"detail","source":"libvirt@node-1","sequence":2,"since":20,"heard":30,"value":null},
                {"attribute":"cpu-load","source":"libvirt@node-1","sequence":3,"since":40,"heard":40,"value":0.25},
                {"attribute":"offers","source":"libvirt@node-1","sequence":3,"since":40,"heard":40,"value":["network:default","host:node-1"]}]}]}
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "redoubt-snapshot/1 | redoubt-snapshot/2 | its schema is redoubt-snapshot/2",
                "\"attribute\":\"name\" | \"attribute\":\"mood\" | line 3: nothing is known of the attribute mood",
                "\"attribute\":\"detail\" | \"attribute\":\"link\",\"x\":1 | nothing is known of x here",
                "\"value\":0.25 | \"value\":\"much\" | cpu-load does not have values like much",
                "\"value\":0.25 | \"value\":1e999 | too large",
                "\"value\":[\"network:default\",\"host:node-1\"] | \"value\":[\"nowhere\"] | kind:key",
                "\"value\":[\"network:default\",\"host:node-1\"] | \"value\":[[1]] | a list holds texts alone",
                "\"kind\":\"host\" | \"kind\":\"vm\" | is said to be a vm",
                "\"heard\":30 | \"heard\":19 | heard 19 before it was said 20",
                "\"now\":50 | \"now\":39 | after the moment of the snapshot",
                "\"now\":50 | \"now\":9e3 | now cannot be",
                "\"now\":50 | \"now\":9000000000000000000 | no desk runs for so long",
                "\"now\":50 | \"now\":50,\"now\":50 | this is not JSON",
                "\"now\":50, | '' | there is no now",
                "\"attribute\":\"detail\" | \"attribute\":\"name\" | have the same attribute and source",
                "\"name\":\"p | \"name\":\"q | but its claims call it",
                "}]}]} | }]}]} {} | stands behind the snapshot",
            })
    void whatIsWrongIsNamed(String what, String instead, String says) throws Exception {
        String text = new String(write(small()), UTF_8);
        assertThat(text).contains(what);
        byte[] changed = text.replace(what, instead == null ? "" : instead).getBytes(UTF_8);
        assertThatThrownBy(() -> read(changed))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining(says);
    }

    @Test
    void aFileIsReplacedAsAWhole(@TempDir Path temporary) throws Exception {
        Path file = Files.writeString(temporary.resolve("s.json"), "something older and longer than it");
        SnapshotCodec.write(small(), file);
        assertThat(SnapshotCodec.read(file)).isEqualTo(small());
        assertThat(Files.list(temporary)).containsExactly(file);
        assertThatThrownBy(() -> SnapshotCodec.read(Files.writeString(file, "{")))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining(file + ": line 1");
    }

    @Test
    void aSnapshotIsASiteWhoseTimeStandsStill() {
        try (SnapshotAgents agents = new SnapshotAgents(small())) {
            Site site = agents.initially();
            Site later = Folding.fold(site, new Fact.Tick(Long.MAX_VALUE / 1000));
            assertThat(later).isSameAs(site);
            Element host = site.find(ElementId.host("node-1")).orElseThrow();
            Claim<String> name = host.claims().about(Attributes.NAME).getFirst();
            assertThat(name.age(site.now())).isEqualTo(10);
            assertThat(name.heard() - name.since()).isEqualTo(30);
            assertThat(agents.name()).isEqualTo("dc");
            assertThat(agents.sources()).isEmpty();
            assertThat(agents.agent(ElementId.host("node-1"))).isEmpty();
            assertThat(agents.simulated()).isFalse();
        }
    }
}
