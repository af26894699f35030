package org.redoubt.agent.ssh.read.storage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redoubt.agent.ssh.read.text.Lines;

/**
 * A SCSI disk as the kernel has it: one path to a volume.
 *
 * @param adapter the SCSI host that it hangs on
 * @param identity of the volume at its end, written as multipath does
 * @param state {@code running}, {@code offline} …; empty where it is not told
 */
record ScsiDisk(String name, Optional<String> adapter, Optional<String> identity, String state) {

    static final String QUESTION = "scsi-disk";
    private static final Pattern NAME = Pattern.compile("sd[a-z]{1,8}");
    private static final Pattern ADDRESS = Pattern.compile("([0-9]{1,9}):[0-9]+:[0-9]+:[0-9]+");
    private static final Pattern IDENTITY = Pattern.compile("(naa|eui)\\.([0-9a-f]{8,64})");

    static Map<String, ScsiDisk> all(Lines lines) {
        Map<String, ScsiDisk> all = new LinkedHashMap<>();
        lines.byName().forEach((name, facts) -> {
            if (NAME.matcher(name).matches()) {
                Matcher address = ADDRESS.matcher(facts.getOrDefault("hctl", ""));
                all.put(
                        name,
                        new ScsiDisk(
                                name,
                                address.matches() ? Optional.of("host" + address.group(1)) : Optional.empty(),
                                identity(facts.getOrDefault("wwid", "")),
                                facts.getOrDefault("state", "")));
            }
        });
        return all;
    }

    /** As scsi_id writes it: a figure for the kind of the name, and the name. */
    private static Optional<String> identity(String wwid) {
        Matcher known = IDENTITY.matcher(wwid);
        return known.matches()
                ? Optional.of((known.group(1).equals("naa") ? "3" : "2") + known.group(2))
                : Optional.empty();
    }
}
