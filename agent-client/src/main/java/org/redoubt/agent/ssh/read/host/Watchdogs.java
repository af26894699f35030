package org.redoubt.agent.ssh.read.host;

import static org.redoubt.topology.model.Attributes.WATCHDOGS;
import static org.redoubt.topology.model.Attributes.WATCHDOG_ARMED;
import static org.redoubt.topology.model.Attributes.WATCHDOG_TIMEOUT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.redoubt.agent.probe.Reader;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.agent.ssh.read.text.Asked;
import org.redoubt.agent.ssh.read.text.Lines;
import org.redoubt.agent.ssh.read.text.Names;

/**
 * Says which watchdogs a host has, whether one is armed, and after how many seconds without a sign of life that one resets
 * the host. An empty list says that there is none.
 */
public final class Watchdogs implements Reader {

    private static final String QUESTION = "watchdog";
    private static final Pattern DEVICE = Pattern.compile("watchdog[0-9]{0,4}");

    @Override
    public void read(Round round, Reading reading) {
        Optional<Lines> lines = new Asked(round, reading).lines(QUESTION);
        if (lines.isEmpty()) {
            return;
        }
        List<String> words = new ArrayList<>();
        Optional<Boolean> armed = Optional.of(false);
        Optional<Long> timeout = Optional.empty();
        for (Map.Entry<String, Map<String, String>> device :
                lines.get().byName().entrySet()) {
            Map<String, String> facts = device.getValue();
            if (!DEVICE.matcher(device.getKey()).matches()) {
                continue; // its node in /dev
            }
            words.add(words(device.getKey(), facts));
            switch (facts.getOrDefault("state", "")) {
                case "active" -> {
                    armed = Optional.of(true);
                    timeout = timeout.or(() -> Names.number(facts.getOrDefault("timeout", "")));
                }
                case "inactive" -> {}
                // unless another one is armed, nobody knows
                default -> armed = armed.filter(known -> known);
            }
        }
        boolean nodes = lines.get().byName().keySet().stream().anyMatch(name -> name.startsWith("/dev/"));
        if (words.isEmpty() && nodes) {
            reading.unreadable(QUESTION, "there is one of which the kernel tells nothing");
            return;
        }
        reading.say(round.host(), WATCHDOGS, words);
        if (!words.isEmpty()) {
            reading.say(round.host(), WATCHDOG_ARMED, armed).say(round.host(), WATCHDOG_TIMEOUT, timeout);
        }
    }

    private static String words(String name, Map<String, String> facts) {
        return Names.label(facts.getOrDefault("identity", ""))
                .map(identity -> name + ": " + identity)
                .orElse(name);
    }
}
