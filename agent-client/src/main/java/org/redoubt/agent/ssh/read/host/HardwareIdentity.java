package org.redoubt.agent.ssh.read.host;

import static org.redoubt.topology.model.Attributes.HARDWARE_UUID;
import static org.redoubt.topology.model.Attributes.MODEL;
import static org.redoubt.topology.model.Attributes.SERIAL;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.redoubt.agent.probe.Reader;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.agent.ssh.read.text.Asked;
import org.redoubt.agent.ssh.read.text.Lines;
import org.redoubt.agent.ssh.read.text.Names;

/**
 * Says which machine a host is, by its firmware (DMI). The UUID is written as libvirt writes it, for the two have to
 * agree; where libvirt was told another one, or the firmware has none of its own, nothing is said of it.
 */
public final class HardwareIdentity implements Reader {

    private static final String QUESTION = "dmi";
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern ALL_THE_SAME = Pattern.compile("([0-9a-f-])(?:\\1|-)*");
    /** What a maker of boards left in all of them. */
    private static final String NEVER_SET = "03000200-0400-0500-0006-000700080009";

    private static final Set<String> PLACEHOLDERS = Set.of(
            "to be filled by o.e.m.",
            "not specified",
            "not available",
            "system serial number",
            "system product name",
            "system manufacturer",
            "default string",
            "none",
            "unknown",
            "0",
            "n/a");

    @Override
    public void read(Round round, Reading reading) {
        Optional<Lines> lines = new Asked(round, reading).lines(QUESTION);
        if (lines.isEmpty()) {
            return;
        }
        Map<String, String> dmi = lines.get().unnamed();
        String configured = dmi.getOrDefault("host_uuid", "").replace("\"", "").replace("'", "");
        if (configured.isBlank()) {
            reading.say(round.host(), HARDWARE_UUID, uuid(dmi.getOrDefault("product_uuid", "")));
        }
        reading.say(round.host(), SERIAL, words(dmi, "product_serial"));
        String vendor = words(dmi, "sys_vendor").orElse("");
        String product = words(dmi, "product_name").orElse("");
        reading.say(round.host(), MODEL, Names.label(vendor + " " + product));
    }

    /** A UUID as libvirt writes it; empty when it is none, or one that many machines have. */
    static Optional<String> uuid(String text) {
        String uuid = text.strip().toLowerCase(Locale.ROOT);
        return UUID.matcher(uuid).matches() && !ALL_THE_SAME.matcher(uuid).matches() && !uuid.equals(NEVER_SET)
                ? Optional.of(uuid)
                : Optional.empty();
    }

    private static Optional<String> words(Map<String, String> dmi, String key) {
        return Names.label(dmi.getOrDefault(key, ""))
                .filter(words -> !PLACEHOLDERS.contains(words.toLowerCase(Locale.ROOT)));
    }
}
