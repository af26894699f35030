package org.redoubt.controllers.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.port.HostKeys;
import org.redoubt.controllers.fake.MemoryJournal;
import org.redoubt.controllers.trust.AcceptHostKey.Answer;
import org.redoubt.topology.model.ElementId;

class AcceptHostKeyTest {

    private static final ElementId NODE = ElementId.host("node-1");
    private static final String SHOWN = "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU";

    private final MemoryJournal journal = new MemoryJournal();
    private final List<HostKeys.Offered> accepted = new ArrayList<>();
    private boolean changes;
    private boolean full;

    private final AcceptHostKey use = new AcceptHostKey(
            new HostKeys() {
                @Override
                public List<Offered> offered() {
                    return List.of(new Offered(NODE, "10.0.0.1", SHOWN));
                }

                @Override
                public boolean accept(Offered key) throws IOException {
                    if (full) {
                        throw new IOException("no space");
                    }
                    assertThat(journal.notes())
                            .as("noted before it is believed")
                            .hasSize(1);
                    accepted.add(key);
                    return !changes;
                }
            },
            journal);

    @Test
    void aKeyIsAcceptedByTheFingerprintThatWasReadAtTheHost() {
        assertThat(use.waiting()).containsExactly(NODE);
        assertThat(use.accept(NODE, " " + SHOWN.substring(7) + "\n")).isEqualTo(new Answer.Accepted(SHOWN));
        assertThat(accepted).containsExactly(new HostKeys.Offered(NODE, "10.0.0.1", SHOWN));
        assertThat(journal.notes().getFirst()).contains("node-1", "10.0.0.1", SHOWN);
    }

    @Test
    void anotherFingerprintIsToldAndNothingIsBelieved() {
        for (String typed : List.of(
                "",
                "SHA256:",
                SHOWN.substring(0, SHOWN.length() - 1),
                SHOWN + "x",
                SHOWN.toLowerCase(java.util.Locale.ROOT))) {
            assertThat(use.accept(NODE, typed)).isEqualTo(new Answer.Differs(SHOWN));
        }
        assertThat(accepted).isEmpty();
        assertThat(journal.notes()).isEmpty();
    }

    @Test
    void aHostThatShowsNothingNewOrNoLongerTheSameIsNotAccepted() {
        assertThat(use.accept(ElementId.host("node-2"), SHOWN)).isEqualTo(new Answer.NotOffered());
        changes = true;
        assertThat(use.accept(NODE, SHOWN)).isEqualTo(new Answer.NotOffered());
    }

    @Test
    void whatCannotBeNotedOrKeptIsNotBelieved() {
        full = true;
        assertThat(use.accept(NODE, SHOWN)).isEqualTo(new Answer.NotKept("no space"));
        journal.full();
        assertThat(use.accept(NODE, SHOWN)).isInstanceOf(Answer.NotKept.class);
        assertThat(accepted).isEmpty();
    }
}
