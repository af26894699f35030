package org.redoubt.controllers.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.port.Entry;
import org.redoubt.agent.port.Intent;
import org.redoubt.agent.port.JournalException;
import org.redoubt.controllers.fake.MemoryJournal;
import org.redoubt.controllers.run.Logbook.Kind;
import org.redoubt.controllers.run.Logbook.Line;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.Tuning;

class LogbookTest {

    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");

    private final MemoryJournal journal = new MemoryJournal();
    private final Logbook logbook = new Logbook(journal);

    @Test
    void everyKindOfEntryIsALine() throws JournalException {
        UUID id = UUID.randomUUID();
        Step step = new Step.Migrate(ElementId.vm("a"), ElementId.host("one"), ElementId.host("two"), Tuning.DEFAULT);
        Intent intent = new Intent(id, 2, AT, "desk-1", "ada", "a: one → two", step, Set.of());
        journal.write(new Entry.Opened(1, AT, "desk-1", "0.1", ""));
        journal.write(new Entry.Intended(2, AT, "desk-1", intent));
        journal.write(new Entry.Concluded(3, AT, "desk-1", id, new Outcome.Unknown("no answer")));
        journal.write(new Entry.Concluded(4, AT, "desk-1", id, new Outcome.Done("running on two")));
        journal.write(new Entry.Concluded(5, AT, "desk-1", id, new Outcome.Unchanged("cancelled")));
        journal.write(new Entry.Concluded(6, AT, "desk-1", id, new Outcome.Refused(List.of("x", "y"))));
        journal.write(new Entry.Noted(7, AT, "desk-1", "shift handed over"));
        journal.write(new Entry.Opened(8, AT, "desk-1", "0.1", "a torn last line"));
        Optional<UUID> its = Optional.of(id);
        assertThat(logbook.latest(100).reversed())
                .containsExactly(
                        new Line(1, AT, "desk-1", "", Kind.OPENED, "console 0.1 started", Optional.empty()),
                        new Line(2, AT, "desk-1", "ada", Kind.INTENDED, "a: one → two", its),
                        new Line(3, AT, "desk-1", "", Kind.UNKNOWN, "no answer", its),
                        new Line(4, AT, "desk-1", "", Kind.DONE, "running on two", its),
                        new Line(5, AT, "desk-1", "", Kind.UNCHANGED, "cancelled", its),
                        new Line(6, AT, "desk-1", "", Kind.REFUSED, "x; y", its),
                        new Line(7, AT, "desk-1", "", Kind.NOTED, "shift handed over", Optional.empty()),
                        new Line(
                                8,
                                AT,
                                "desk-1",
                                "",
                                Kind.OPENED,
                                "console 0.1 started; journal mended: a torn last line",
                                Optional.empty()));
        assertThat(logbook.latest(1)).extracting(Line::number).containsExactly(8L);
    }

    @Test
    void itTellsOfEachLineAndOfWhatWasWrong() throws JournalException {
        AtomicInteger lines = new AtomicInteger();
        logbook.onChange(lines::incrementAndGet);
        journal.note("one");
        journal.note("two");
        assertThat(lines).hasValue(2);
        assertThat(logbook.complaints()).containsExactly("line 3 was torn");
    }
}
