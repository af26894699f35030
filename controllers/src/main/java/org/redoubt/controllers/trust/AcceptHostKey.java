package org.redoubt.controllers.trust;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.redoubt.agent.port.HostKeys;
import org.redoubt.agent.port.HostKeys.Offered;
import org.redoubt.agent.port.Journal;
import org.redoubt.agent.port.JournalException;
import org.redoubt.topology.model.ElementId;

/**
 * An operator accepts a host's key, by the fingerprint that they read at the host itself: what the host showed over the
 * network is never enough. It is noted in the journal before it is believed.
 */
public final class AcceptHostKey {

    private static final String PREFIX = "SHA256:";

    /** What became of it. */
    public sealed interface Answer {
        /** The desk knows the host by this key from now on. */
        record Accepted(String fingerprint) implements Answer {}

        /** The host shows another key than the one whose fingerprint was typed: one of the two is not that host. */
        record Differs(String shown) implements Answer {}

        /** The host shows no key that is unknown, or no longer the same. */
        record NotOffered() implements Answer {}

        /** It could not be noted or kept; nothing is believed. */
        record NotKept(String why) implements Answer {}
    }

    private final HostKeys keys;
    private final Journal journal;

    @SuppressWarnings("exports") // only app wires, and it reads the ports; views shall not be able to
    public AcceptHostKey(HostKeys keys, Journal journal) {
        this.keys = keys;
        this.journal = journal;
    }

    /** The hosts whose keys wait for somebody. */
    public List<ElementId> waiting() {
        return keys.offered().stream().map(Offered::host).toList();
    }

    /** @param typed the fingerprint as it was read at the host, with or without {@code SHA256:} */
    public Answer accept(ElementId host, String typed) {
        Optional<Offered> offered =
                keys.offered().stream().filter(key -> key.host().equals(host)).findFirst();
        if (offered.isEmpty()) {
            return new Answer.NotOffered();
        }
        String shown = offered.get().fingerprint();
        if (!plain(shown).equals(plain(typed))) {
            return new Answer.Differs(shown);
        }
        try {
            journal.note("accepted the SSH host key of " + host.key() + " at "
                    + offered.get().address() + ": " + shown);
            return keys.accept(offered.get()) ? new Answer.Accepted(shown) : new Answer.NotOffered();
        } catch (JournalException | IOException unkept) {
            return new Answer.NotKept(String.valueOf(unkept.getMessage()));
        }
    }

    private static String plain(String fingerprint) {
        String stripped = fingerprint.strip();
        return stripped.startsWith(PREFIX) ? stripped.substring(PREFIX.length()) : stripped;
    }
}
