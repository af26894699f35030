package org.redoubt.agent.ssh.read.storage;

import static org.redoubt.topology.model.Attributes.CAPACITY;
import static org.redoubt.topology.model.Attributes.DETAIL;
import static org.redoubt.topology.model.Attributes.HEALTH;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.RAID;
import static org.redoubt.topology.model.Attributes.SPARES;
import static org.redoubt.topology.model.Attributes.UP;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redoubt.agent.probe.Reader;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.agent.ssh.read.text.Asked;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Health;

/** Says which disk arrays a host's kernel keeps, how many members each lacks and has to spare, from {@code /proc/mdstat}. */
public final class RaidSets implements Reader {

    private static final String QUESTION = "mdstat";
    private static final Pattern HEAD =
            Pattern.compile("(md[A-Za-z0-9_]{0,28}) : (active|inactive|broken)(?: \\([a-z-]+\\))*((?: [^ ]+)*) *");
    private static final Pattern LIKE_HEAD = Pattern.compile("md[^ ]* : .*");
    private static final Pattern LEVEL = Pattern.compile("raid[0-9]{1,2}|linear|multipath|faulty");
    private static final Pattern BLOCKS = Pattern.compile("\\s+([0-9]{1,15}) blocks .*");
    private static final Pattern MEMBERS = Pattern.compile("\\[([0-9]{1,4})/([0-9]{1,4})]");
    private static final Pattern PROGRESS = Pattern.compile("(recovery|resync|reshape|check) = +([0-9]{1,3}\\.[0-9])%");
    private static final String LAST = "unused devices:";

    @Override
    public void read(Round round, Reading reading) {
        Asked asked = new Asked(round, reading);
        Optional<String> text = asked.ofWhatMayBeAbsent().text(QUESTION);
        if (text.isEmpty()) {
            return;
        }
        if (!text.get().endsWith("\n") || text.get().lines().noneMatch(line -> line.startsWith(LAST))) {
            reading.unreadable(QUESTION, "it is cut off");
            return;
        }
        int strange = 0;
        List<String> set = new ArrayList<>();
        for (String line : (text.get() + LAST).split("\n")) {
            boolean head = LIKE_HEAD.matcher(line).matches();
            if (head || line.startsWith(LAST)) {
                strange += set.isEmpty() || say(set, round.host(), reading) ? 0 : 1;
                set.clear();
            }
            if (head || !set.isEmpty()) {
                set.add(line);
            }
        }
        asked.strange(QUESTION, strange);
    }

    private static boolean say(List<String> lines, ElementId host, Reading reading) {
        Matcher head = HEAD.matcher(lines.getFirst());
        if (!head.matches()) {
            return false;
        }
        String rest = String.join("\n", lines.subList(1, lines.size()));
        if (rest.contains(" super external:") && head.group(2).equals("inactive")) {
            // the container that firmware keeps its arrays in; those are told of by themselves
            return true;
        }
        List<String> words = List.of(head.group(3).strip().split(" "));
        Optional<String> level =
                words.stream().filter(word -> LEVEL.matcher(word).matches()).findFirst();
        ElementId id = host.part(ElementKind.RAID_SET, head.group(1));
        boolean active = head.group(2).equals("active");
        if (active && level.isEmpty()) {
            return false;
        }
        reading.say(id, NAME, head.group(1))
                .say(id, PART_OF, host)
                .say(id, RAID, level.map(name -> name.toUpperCase(Locale.ROOT)))
                .say(id, CAPACITY, blocks(lines))
                .say(id, UP, active);
        if (active) {
            reading.say(
                    id,
                    SPARES,
                    words.stream().filter(word -> word.endsWith("(S)")).count());
        }
        return condition(id, active ? level.orElse("") : "", words, rest, reading);
    }

    private static Optional<Long> blocks(List<String> lines) {
        for (String line : lines) {
            Matcher blocks = BLOCKS.matcher(line);
            if (blocks.matches()) {
                return Optional.of(Long.parseLong(blocks.group(1)) << 10);
            }
        }
        return Optional.empty();
    }

    private static boolean condition(ElementId id, String level, List<String> words, String rest, Reading reading) {
        if (level.isEmpty()) {
            reading.say(id, HEALTH, Health.FAILED).say(id, DETAIL, "it is not started");
            return true;
        }
        Matcher members = MEMBERS.matcher(rest);
        boolean counted = members.find();
        if (!counted && !level.equals("raid0") && !level.equals("linear")) {
            return false;
        }
        long of = counted ? Long.parseLong(members.group(1)) : 0;
        long missing = counted ? of - Long.parseLong(members.group(2)) : 0;
        List<String> matters = new ArrayList<>();
        if (missing > 0) {
            matters.add(missing + " of " + of + " members missing");
        }
        words.stream()
                .filter(word -> word.endsWith("(F)"))
                .map(word -> word.replaceFirst("\\[.*", ""))
                .filter(word -> word.matches("[!-~]{1,32}"))
                .forEach(word -> matters.add(word + " failed"));
        boolean lost = missing > spared(level, of);
        Health health = lost ? Health.FAILED : matters.isEmpty() ? Health.OK : Health.DEGRADED;
        Matcher progress = PROGRESS.matcher(rest);
        if (progress.find()) {
            matters.add(progress.group(1) + " " + progress.group(2) + " %");
        }
        reading.say(id, HEALTH, health);
        if (!matters.isEmpty()) {
            reading.say(id, DETAIL, String.join("; ", matters));
        }
        return true;
    }

    /** How many members it can do without, at best. */
    private static long spared(String level, long of) {
        return switch (level) {
            case "raid1" -> of - 1;
            case "raid4", "raid5" -> 1;
            case "raid6" -> 2;
            case "raid10" -> of / 2;
            default -> 0;
        };
    }
}
