package org.redoubt.agent.pacemaker.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a host shoots itself: the settings of its sbd, and the slots on its disks.
 *
 * @param timeout milliseconds until the watchdog bites, where the settings say
 * @param slots a line to each slot of each device: whose it is, and what was written into it
 */
public record Sbd(Optional<Long> timeout, List<String> slots) {

    private static final Pattern SETTING = Pattern.compile("(SBD_[A-Z_]+)=(.*)");
    private static final Pattern SLOT =
            Pattern.compile("[0-9]{1,5}\\s+(\\S{1,255})\\s+(\\S{1,64})(?:\\s+(\\S{1,255}))?");

    /** Empty when a line is not understood, or there is none. */
    public static Optional<Sbd> parse(String text) {
        Optional<Long> timeout = Optional.empty();
        List<String> slots = new ArrayList<>();
        String device = "";
        if (!text.endsWith("\n")) {
            return Optional.empty();
        }
        for (String line : text.split("\n")) {
            Matcher setting = SETTING.matcher(line.strip());
            Matcher slot = SLOT.matcher(line.strip());
            if (line.startsWith("== ")) {
                device = line.substring(3).strip();
            } else if (device.isEmpty() && setting.matches()) {
                if (setting.group(1).equals("SBD_WATCHDOG_TIMEOUT")) {
                    timeout = Limits.number(setting.group(2).replace("\"", "").strip())
                            .map(seconds -> Math.min(seconds, 86_400) * 1_000);
                }
            } else if (!device.isEmpty() && slot.matches()) {
                slots.add(device + ": " + slot.group(1) + " " + slot.group(2));
            } else if (!line.isBlank()) {
                return Optional.empty();
            }
        }
        return Optional.of(new Sbd(timeout, Limits.lines(slots)));
    }
}
