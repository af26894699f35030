package org.redoubt.controllers.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.port.Preferences;

class SettingsTest {

    private static final class Kept implements Preferences {
        private String text;
        private boolean broken;

        @Override
        public Optional<String> load() throws IOException {
            fail();
            return Optional.ofNullable(text);
        }

        @Override
        public void store(String changed) throws IOException {
            fail();
            text = changed;
        }

        private void fail() throws IOException {
            if (broken) {
                throw new IOException("preferences: permission denied");
            }
        }
    }

    private final Kept kept = new Kept();

    @Provide
    Arbitrary<Settings> settings() {
        Arbitrary<Bounds> bounds = Combinators.combine(
                        Arbitraries.doubles().between(-4_000, 4_000),
                        Arbitraries.doubles().between(1, 4_000))
                .as((at, size) -> new Bounds(at, -at, size, size + 1));
        return Combinators.combine(
                        Arbitraries.of(Theme.class),
                        Arbitraries.doubles().between(Settings.LEAST_SCALE, Settings.MOST_SCALE),
                        Arbitraries.of("network", "storage", "power", "rings").set(),
                        Arbitraries.of(true, false),
                        bounds.optional(),
                        Arbitraries.of(true, false))
                .as(Settings::new);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void whatIsWrittenIsReadAgain(@ForAll("settings") Settings settings) {
        assertThat(SettingsText.read(SettingsText.write(settings)))
                .isEqualTo(new SettingsText.Read(settings, List.of()));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.MIXIN)
    void nothingThatIsReadBreaksIt(@ForAll String text) {
        assertThat(SettingsText.read(text).settings()).isNotNull();
    }

    @Test
    void aBadValueKeepsItsDefaultAndIsComplainedOf() {
        SettingsText.Read read = SettingsText.read("""
                theme = purple
                scale = NaN
                scale = 9
                utc = maybe
                window = 1,2,3
                window = 0,0,-5,10
                nonsense
                panel = off
                of-a-newer-version = 7
                """);
        assertThat(read.settings()).isEqualTo(Settings.DEFAULT.withPanel(false));
        assertThat(read.complaints())
                .hasSize(7)
                .contains("not understood, the default is used: theme = purple", "not a setting: nonsense");
    }

    @Test
    void aLayerGoesOnAndOff() {
        Settings on = Settings.DEFAULT.withLayer("rings", true);
        assertThat(on.layers()).contains("rings", "network");
        assertThat(on.withLayer("rings", false)).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void aScaleStaysWithinItsLimits() {
        assertThat(Settings.DEFAULT.withScale(9).scale()).isEqualTo(Settings.MOST_SCALE);
        assertThat(Settings.DEFAULT.withScale(0).scale()).isEqualTo(Settings.LEAST_SCALE);
        assertThat(Settings.DEFAULT.withScale(Double.NaN).scale()).isEqualTo(1.0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settings(Theme.DARK, 3, Set.of(), true, Optional.empty(), true));
    }

    @Test
    void whatIsChangedIsKept() {
        SettingsStore store = new SettingsStore(kept);
        assertThat(store.now()).isEqualTo(Settings.DEFAULT);
        AtomicInteger changes = new AtomicInteger();
        store.onChange(changes::incrementAndGet);
        store.change(is -> is.withTheme(Theme.LIGHT));
        store.change(is -> is.withTheme(Theme.LIGHT));
        assertThat(changes).hasValue(1);
        assertThat(new SettingsStore(kept).now().theme()).isEqualTo(Theme.LIGHT);
    }

    @Test
    void aStoreThatFailsStopsNothingAndIsComplainedOf() {
        kept.broken = true;
        SettingsStore store = new SettingsStore(kept);
        store.change(is -> is.withUtc(false));
        store.change(is -> is.withPanel(false));
        assertThat(store.now().utc()).isFalse();
        assertThat(store.complaints())
                .containsExactly(
                        "the settings could not be read, the defaults are used: preferences: permission denied",
                        "the settings could not be kept: preferences: permission denied");
    }
}
