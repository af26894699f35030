package org.redoubt.agent.ssh.read.host;

import static org.redoubt.topology.model.Attributes.UPTIME;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redoubt.agent.probe.Reader;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.agent.ssh.read.text.Asked;

/** Says for how long a host has been running. One that was started again has been running for less. */
public final class Uptime implements Reader {

    private static final String QUESTION = "uptime";
    private static final Pattern FIRST = Pattern.compile("([0-9]{1,15})\\.[0-9]{2} [0-9]{1,18}\\.[0-9]{2}\n(?s:.*)");

    @Override
    public void read(Round round, Reading reading) {
        Optional<String> text = new Asked(round, reading).text(QUESTION);
        if (text.isEmpty()) {
            return;
        }
        Matcher first = FIRST.matcher(text.get());
        if (first.matches()) {
            reading.say(round.host(), UPTIME, Long.parseLong(first.group(1)));
        } else {
            reading.unreadable(QUESTION, "it does not begin as /proc/uptime does");
        }
    }
}
