package org.redoubt.agent.ssh.read.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redoubt.agent.probe.Reader;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.agent.ssh.read.text.Asked;
import org.redoubt.agent.ssh.read.text.Json;
import org.redoubt.agent.ssh.read.text.Names;
import org.redoubt.agent.ssh.read.text.Sections;

/** Says which ports teamd binds together, from {@code teamdctl … state dump}. A team is a bond by another program. */
public final class Teams implements Reader {

    private static final String QUESTION = "team";

    @Override
    public void read(Round round, Reading reading) {
        for (Bundle team : read(new Asked(round, reading))) {
            team.say(round.host(), reading);
        }
    }

    static List<Bundle> read(Asked asked) {
        List<Bundle> teams = new ArrayList<>();
        Map<String, String> sections = asked.ofWhatMayBeAbsent()
                .sections(QUESTION)
                .map(Sections::byName)
                .orElse(Map.of());
        sections.forEach((name, text) -> {
            Optional<Bundle> team =
                    Names.plain(name) ? Json.parse(text).flatMap(json -> parse(name, json)) : Optional.empty();
            team.ifPresentOrElse(
                    teams::add, () -> asked.reading().unreadable(QUESTION, "what is told of one team is incomplete"));
        });
        return teams;
    }

    private static Optional<Bundle> parse(String name, Json state) {
        Optional<String> runner = state.at("setup").at("runner_name").text().flatMap(Names::label);
        List<Bundle.Leg> legs = new ArrayList<>();
        for (Map.Entry<String, Json> port : state.at("ports").members().entrySet()) {
            Optional<Boolean> link = port.getValue().at("link").at("up").flag();
            if (!Names.plain(port.getKey()) || link.isEmpty()) {
                return Optional.empty();
            }
            legs.add(leg(port.getKey(), link.get(), port.getValue()));
        }
        return runner.map(mode -> new Bundle(
                name,
                mode.equals("activebackup") ? Bundle.ACTIVE_BACKUP : mode,
                legs.stream().anyMatch(Bundle.Leg::works),
                state.at("runner").at("active_port").text().filter(Names::plain),
                legs));
    }

    private static Bundle.Leg leg(String name, boolean link, Json port) {
        String matter = "";
        if (!link) {
            matter = "its link is down";
        } else if (no(port.at("link_watches").at("up"))) {
            matter = "its link watch says down";
        } else if (no(port.at("runner").at("selected"))) {
            matter = "LACP did not select it";
        }
        Optional<Long> speed = port.at("link")
                .at("speed")
                .number()
                .filter(megabits -> megabits > 0 && megabits < 100_000_000)
                .map(megabits -> megabits * Interface.MEGABIT);
        return new Bundle.Leg(name, matter, speed);
    }

    private static boolean no(Json flag) {
        return flag.flag().filter(yes -> !yes).isPresent();
    }
}
