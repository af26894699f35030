package org.redoubt.agent.sim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import org.redoubt.agent.sim.plant.Keys;
import org.redoubt.agent.sim.plant.Page;
import org.redoubt.agent.sim.plant.Plant;
import org.redoubt.agent.sim.plant.SimCluster;
import org.redoubt.agent.sim.plant.SimHost;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.model.ElementId;

/**
 * Listens to the world as a desk would: each source is asked at its own beat, and events come at once. It advances the
 * world to each moment at which something is said, so what is heard does not depend on how often it is called.
 */
final class Reporter {

    /** Something heard, and from whom. */
    record Heard(Voice voice, Fact.Report report) {}

    /** Up to this many hosts every poll repeats everything; beyond, what hardly changes is repeated each 12th time. */
    private static final int SMALL = 100;

    private static final int SELDOM = 12;

    private static final class Feed {
        private final Voice voice;
        private final long phase;
        private long next;
        private long sequence;
        private long polls;

        Feed(Voice voice, long phase) {
            this.voice = voice;
            this.phase = phase;
        }
    }

    private final SimWorld world;
    private final LongUnaryOperator deskTime;
    private final boolean small;
    private final List<Voice> voices = new ArrayList<>();
    private final Map<Voice, Feed> feeds = new HashMap<>();
    private final PriorityQueue<Feed> due = new PriorityQueue<>(
            Comparator.<Feed>comparingLong(feed -> feed.next).thenComparing(feed -> feed.voice.source()));
    private final Queue<Feed> opened = new ArrayDeque<>();
    private final Map<SimHost, Voice> hypervisors = new HashMap<>();
    private final Map<SimHost, Voice> shells = new HashMap<>();
    private final Map<SimHost, Voice> boards = new HashMap<>();
    private final Map<SimCluster, Voice> clusters = new HashMap<>();
    private final List<Voice> devices = new ArrayList<>();

    /** @param deskTime the desk's milliseconds at a simulated one */
    Reporter(SimWorld world, LongUnaryOperator deskTime) {
        this.world = world;
        this.deskTime = deskTime;
        Plant plant = world.plant();
        small = plant.hosts().size() <= SMALL;
        voices.add(new PaperVoice(plant));
        for (SimCluster cluster : plant.clusters()) {
            clusters.put(cluster, add(new ClusterVoice(cluster, small ? 1_000 : 5_000)));
        }
        for (int i = 0; i < plant.devices().size(); i++) {
            devices.add(add(new DeviceVoice(plant.devices().get(i), i, small ? 5_000 : 30_000)));
        }
        for (SimHost host : plant.hosts()) {
            hypervisors.put(host, add(new HypervisorVoice(host, 5_000)));
            shells.put(host, add(new ShellVoice(host, small ? 5_000 : 30_000)));
            boards.put(host, add(new BoardVoice(host, small ? 5_000 : 60_000)));
        }
    }

    private Voice add(Voice voice) {
        voices.add(voice);
        return voice;
    }

    /** Every source there is, the site file first. */
    List<Voice> voices() {
        return voices;
    }

    /** Begins to listen to a source: it is heard in full the next time. */
    void open(Voice voice) {
        double share =
                world.chance().share(Keys.PHASE, voice.source().toString().hashCode());
        long phase = voice.period() == PaperVoice.NEVER ? PaperVoice.NEVER : (long) (voice.period() * share);
        Feed feed = new Feed(voice, phase);
        feeds.put(voice, feed);
        opened.add(feed);
    }

    void openAll() {
        voices.forEach(this::open);
    }

    void close(Voice voice) {
        Feed feed = feeds.remove(voice);
        if (feed != null) {
            due.remove(feed);
            opened.remove(feed);
        }
    }

    /** All that is said up to a moment. */
    List<Heard> hear(long to) {
        List<Heard> heard = new ArrayList<>();
        begin(heard);
        Queue<Story.Moment> moments = new ArrayDeque<>(world.story().moments(world.now(), to));
        while (true) {
            long poll = due.isEmpty() ? Long.MAX_VALUE : due.peek().next;
            long event = moments.isEmpty() ? Long.MAX_VALUE : moments.peek().at();
            long step = world.migrations().any() ? world.nextQuantum() : Long.MAX_VALUE;
            long next = Math.min(Math.min(poll, event), Math.min(step, to));
            world.advance(next);
            for (SimHost host : world.migrations().touched()) {
                say(hypervisors.get(host), heard, small);
            }
            if (next == to && poll > to && event > to) {
                return heard;
            }
            while (!moments.isEmpty() && moments.peek().at() <= next) {
                concerned(moments.poll().trouble()).forEach(voice -> say(voice, heard, true));
            }
            while (!due.isEmpty() && due.peek().next <= next) {
                poll(due.poll(), heard);
            }
        }
    }

    /** One source's turn to speak, in a span that is not told poll by poll. */
    private record Turn(long at, Voice voice, boolean all) {}

    /**
     * As {@link #hear}, for a span of which only the outcome matters: the events, what was said last before each,
     * and each source's last poll.
     */
    List<Heard> leap(long to) {
        List<Heard> heard = new ArrayList<>(hear(world.now()));
        List<Turn> turns = new ArrayList<>();
        boolean all = small || to - world.now() >= SELDOM * 5_000;
        for (Story.Moment moment : world.story().moments(world.now(), to)) {
            Trouble trouble = moment.trouble();
            boolean first = moment.at() == trouble.moments().getFirst();
            for (Voice voice : concerned(trouble)) {
                if (first) {
                    lastPoll(voice, trouble.from() - 1, turns, all);
                }
                turns.add(new Turn(moment.at(), voice, true));
            }
        }
        List<Feed> polled = List.copyOf(due);
        due.clear();
        for (Feed feed : polled) {
            lastPoll(feed.voice, to, turns, all);
            feed.next += polls(feed, to) * feed.voice.period();
            due.add(feed);
        }
        turns.sort(Comparator.comparingLong(Turn::at)
                .thenComparing(turn -> turn.voice().source()));
        for (Turn turn : turns) {
            world.advance(turn.at());
            say(turn.voice(), heard, turn.all());
        }
        world.advance(to);
        return heard;
    }

    private void lastPoll(Voice voice, long upTo, List<Turn> turns, boolean all) {
        Feed feed = feeds.get(voice);
        long polls = feed == null ? 0 : polls(feed, upTo);
        if (polls > 0) {
            turns.add(new Turn(feed.next + (polls - 1) * voice.period(), voice, all));
        }
    }

    /** How often a source would be asked from its next poll up to a moment. */
    private static long polls(Feed feed, long upTo) {
        return feed.next > upTo ? 0 : (upTo - feed.next) / feed.voice.period() + 1;
    }

    private void begin(List<Heard> heard) {
        while (!opened.isEmpty()) {
            Feed feed = opened.poll();
            say(feed.voice, heard, true);
            feed.next = world.now() + 1 + feed.phase;
            due.add(feed);
        }
    }

    private void poll(Feed feed, List<Heard> heard) {
        feed.polls++;
        say(feed.voice, heard, small || feed.polls % SELDOM == 0);
        feed.next += feed.voice.period();
        due.add(feed);
    }

    private void say(Voice voice, List<Heard> heard, boolean all) {
        Feed feed = feeds.get(voice);
        if (feed == null) {
            return;
        }
        Page page = new Page();
        voice.speak(world, page, all);
        if (!page.lines().isEmpty()) {
            long at = deskTime.applyAsLong(world.now());
            heard.add(new Heard(voice, new Fact.Report(voice.source(), ++feed.sequence, at, page.lines())));
        }
    }

    /** Who has something to say when a trouble changes. */
    private Set<Voice> concerned(Trouble trouble) {
        Set<Voice> voices = new LinkedHashSet<>();
        Plant plant = world.plant();
        switch (trouble.kind()) {
            case CONTROLLER_DOWN, REPLICA_LATE -> voices.add(devices.get(trouble.thing()));
            case VM_BUSY ->
                voices.add(hypervisors.get(plant.vms().get(trouble.thing()).host()));
            case SUPPLY_FAILED -> voices.add(boards.get(plant.hosts().get(trouble.thing())));
            default -> {
                SimHost host = plant.hosts().get(trouble.thing());
                if (trouble.kind().befallsAgent()) {
                    voices.add(hypervisors.get(host));
                }
                voices.add(shells.get(host));
                voices.add(clusters.get(host.cluster()));
                if (trouble.kind() == Trouble.Kind.NIC_LOST) {
                    // The switch sends a trap.
                    voices.add(switchAt(host.nics().get(trouble.part()).cabledTo()));
                }
            }
        }
        return voices;
    }

    private Voice switchAt(ElementId port) {
        List<Plant.Device> all = world.plant().devices();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).parts().contains(port)) {
                return devices.get(i);
            }
        }
        throw new IllegalStateException(port + " is a port of no switch");
    }
}
