package org.redoubt.views.heartbeat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.redoubt.topology.heartbeat.Beat;
import org.redoubt.topology.heartbeat.Heartbeats;
import org.redoubt.topology.heartbeat.Rhythm;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.LinkState;
import org.redoubt.views.words.Level;
import org.redoubt.views.words.Status;
import org.redoubt.views.words.Units;

/**
 * How one host is heard in one way: a shape, a word and the seconds, and what it was judged by.
 *
 * @param rank from what is well to what is worst
 * @param told for those who ask: φ, and the rhythm that was learned
 */
public record BeatCell(Level level, int rank, String text, String told) {

    static final BeatCell NONE = new BeatCell(Level.NORMAL, -1, "", "");

    private static final int DOWN = 8;
    private static final int LINK = 7;

    boolean abnormal() {
        return level.compareTo(Level.WARNING) >= 0;
    }

    boolean heard() {
        return rank == rank(Beat.Level.HEARD);
    }

    /** The cell of one heart as it is heard at {@code now}; empty when nothing is expected of it. */
    public static Optional<BeatCell> of(Element heart, Heartbeats learned, long now) {
        return learned.beat(heart, now)
                .flatMap(beat -> learned.rhythm(heart).map(rhythm -> of(heart, beat, rhythm, now)));
    }

    /** The text without its shape. */
    public String words() {
        return text.isEmpty() ? "" : text.substring(text.indexOf(' ') + 1);
    }

    private static BeatCell of(Element heart, Beat beat, Rhythm rhythm, long now) {
        String told = told(beat, rhythm);
        for (Claim<Boolean> up : heart.claims().about(Attributes.UP)) {
            if (!up.value()) {
                return new BeatCell(Level.CRITICAL, DOWN, "✕ down " + Units.age(now - up.since()), told);
            }
        }
        for (Claim<LinkState> link : heart.claims().about(Attributes.LINK)) {
            if (!link.value().connected() && link.value() != LinkState.CONNECTING) {
                Level level = Status.of(link.value()).level();
                String age = Units.age(Math.max(0, now - link.since()));
                return new BeatCell(level, LINK, mark(level) + word(link.value()) + " " + age, told);
            }
        }
        return new BeatCell(level(beat.level()), rank(beat.level()), words(beat), told);
    }

    /** As short as a cell wants it. */
    private static String word(LinkState link) {
        return switch (link) {
            case CONNECTED, CONNECTING -> "";
            case HANGS -> "hangs";
            case REFUSED -> "refused";
            case UNREACHABLE -> "unreachable";
            case LOST -> "link lost";
            case REJECTED -> "login rejected";
            case UNKNOWN_KEY -> "unknown key";
            case BAD_ADDRESS -> "bad address";
            case NO_LIBRARY -> "no library";
            case FAILED -> "failed";
        };
    }

    /** A silence is no cross: silent is not down. */
    private static String mark(Level level) {
        return level == Level.CRITICAL ? "○ " : level.shape() + " ";
    }

    /** Many hearts of one host in one way, as its guests are: the worst, and how many are as bad. */
    public static BeatCell worst(List<BeatCell> cells) {
        BeatCell worst = cells.getFirst();
        for (BeatCell cell : cells) {
            worst = cell.rank > worst.rank ? cell : worst;
        }
        if (cells.size() == 1) {
            return worst;
        }
        int rank = worst.rank;
        long as = cells.stream().filter(cell -> cell.rank == rank).count();
        String text =
                as == cells.size() ? worst.text + " · all " + as : worst.text + " · " + as + " of " + cells.size();
        return new BeatCell(worst.level, rank, text, worst.told);
    }

    /** As it is shown while this desk doubts its own link: said, and not held against anybody. */
    BeatCell doubted() {
        return abnormal()
                ? new BeatCell(Level.UNKNOWN, rank, text, "Not judged: this desk's own link is in doubt. " + told)
                : this;
    }

    static int rank(Beat.Level level) {
        return switch (level) {
            case HEARD -> 0;
            case LEARNING -> 1;
            case NOT_HEARD -> 2;
            case LATE -> 3;
            case SUSPECT -> 4;
            case SILENT -> 5;
        };
    }

    static Level level(Beat.Level level) {
        return switch (level) {
            case HEARD -> Level.NORMAL;
            case LEARNING, NOT_HEARD -> Level.UNKNOWN;
            case LATE, SUSPECT -> Level.WARNING;
            case SILENT -> Level.CRITICAL;
        };
    }

    /** Shape, word and seconds: of a beat that its own source says was late, how long that took. */
    static String words(Beat beat) {
        String word = beat.level().word();
        long millis = beat.level().abnormal() ? Math.max(beat.millis(), beat.last()) : beat.millis();
        String since = beat.millis() < 0 ? "" : " " + (beat.level().abnormal() ? seconds(millis) : Units.age(millis));
        return switch (beat.level()) {
            case HEARD -> "● " + word + since;
            case LEARNING, NOT_HEARD -> "◌ " + word + since;
            case LATE -> "▲ " + word + since;
            case SUSPECT -> "◆ " + word + since;
            case SILENT -> "○ " + word + since;
        };
    }

    private static String seconds(long millis) {
        return millis < 10_000 ? Units.millis(millis) : Units.age(millis);
    }

    private static String told(Beat beat, Rhythm rhythm) {
        String every = rhythm.learned() == 0
                ? "expected every " + Units.millis(beat.expected()) + ", nothing learned yet"
                : String.format(
                        Locale.ROOT,
                        "learned from %d beats: every %s ± %s",
                        rhythm.learned(),
                        Units.millis(Math.round(rhythm.mean())),
                        Units.millis(Math.round(rhythm.deviation())));
        return beat.millis() < 0 ? every : String.format(Locale.ROOT, "φ %.1f · %s", beat.phi(), every);
    }
}
