package org.redoubt.agent.ssh.read.host;

import static org.redoubt.topology.model.Attributes.START_LOCK;

import java.util.Map;
import java.util.Optional;
import org.redoubt.agent.probe.Reader;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.agent.ssh.read.text.Asked;
import org.redoubt.agent.ssh.read.text.Lines;

/**
 * Says what keeps a VM from being started here while it runs elsewhere: libvirt's lock manager, and whether its daemon is
 * there. Without one in its configuration libvirt has none; while that cannot be read, nothing is known.
 */
public final class StartLock implements Reader {

    private static final String QUESTION = "lock";

    @Override
    public void read(Round round, Reading reading) {
        Optional<Lines> lines = new Asked(round, reading).lines(QUESTION);
        if (lines.isEmpty()) {
            return;
        }
        Map<String, String> facts = lines.get().unnamed();
        String manager = facts.getOrDefault("lock_manager", "")
                .replace("\"", "")
                .replace("'", "")
                .strip();
        String file = facts.getOrDefault("qemu.conf", "");
        if (!file.equals("read") && !file.equals("absent")) {
            reading.unreadable(QUESTION, "libvirt's configuration could not be read");
            return;
        }
        switch (manager) {
            case "", "nop" -> reading.say(round.host(), START_LOCK, "none");
            case "lockd" -> daemon("virtlockd", facts, round, reading);
            case "sanlock" -> daemon("sanlock", facts, round, reading);
            default -> reading.unreadable(QUESTION, "a lock manager of which nothing is known");
        }
    }

    private static void daemon(String name, Map<String, String> facts, Round round, Reading reading) {
        reading.say(round.host(), START_LOCK, facts.containsKey(name) ? name : name + ", not running");
    }
}
