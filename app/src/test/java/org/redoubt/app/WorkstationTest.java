package org.redoubt.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.port.Desk;

class WorkstationTest {

    @TempDir
    Path temporary;

    private Workstation workstation() {
        return new Workstation(Map.of("XDG_STATE_HOME", temporary.toString()));
    }

    @Test
    void aDeskKeepsItsIdAndKnowsItsOperator() {
        Desk desk = workstation().desk();
        assertThat(workstation().desk().id()).isEqualTo(desk.id());
        assertThat(desk.operator()).isEqualTo(System.getProperty("user.name"));
        assertThat(temporary.resolve("redoubt/desk-id")).hasContent(desk.id());
    }

    @Test
    void itsThreadsAreNamedPlatformDaemons() {
        Thread thread = workstation().desk().thread("poller", () -> {});
        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.isVirtual()).isFalse();
        assertThat(thread.getName()).isEqualTo("poller");
        assertThat(thread.getState()).isEqualTo(Thread.State.NEW);
    }

    @Test
    void itsMonotonicClockNeverGoesBack() {
        Desk desk = workstation().desk();
        long before = desk.clock().millis();
        for (int i = 0; i < 10_000; i++) {
            long now = desk.clock().millis();
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
        }
    }

    /** Otherwise what takes less than a millisecond, such as a host's answer over a LAN, is said to take no time. */
    @Test
    void itsClockTellsWhatTakesLessThanAMillisecond() {
        Desk desk = workstation().desk();
        long begin = desk.clock().micros();
        long now = begin;
        while (now == begin) {
            now = desk.clock().micros();
        }
        assertThat(now).isGreaterThan(begin);
        assertThat(now % 1_000 + begin % 1_000)
                .as("not both whole milliseconds")
                .isPositive();
        assertThat(now / 1_000).isLessThanOrEqualTo(desk.clock().millis());
    }

    @Test
    void aDeskWhoseIdCannotBeKeptSaysWhatToDo() throws Exception {
        Path file = Files.writeString(temporary.resolve("file"), "x");
        assertThatThrownBy(() -> new Workstation(Map.of("XDG_STATE_HOME", file.toString())).desk())
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("XDG_STATE_HOME");
    }

    @Test
    void everySiteHasAJournalFolderOfItsOwnWhateverItIsCalled() {
        assertThat(Workstation.folderName("dc-west")).isEqualTo("dc-west");
        Path journals = workstation().journal("dc-west").getParent();
        assertThat(journals).isEqualTo(temporary.resolve("redoubt/journal"));
        Set<Path> folders = new HashSet<>();
        List<String> names = List.of(
                "",
                ".",
                "..",
                "../../etc",
                "/etc",
                "a/b",
                "a_b",
                "a:b",
                "\0",
                "ä",
                "x".repeat(300),
                "x".repeat(301),
                "-o");
        for (String name : names) {
            Path folder = workstation().journal(name);
            assertThat(folder.normalize().getParent()).as(name).isEqualTo(journals);
            assertThat(folder.getFileName().toString().length()).isBetween(1, 120);
            folders.add(folder);
        }
        assertThat(folders).hasSameSizeAs(names);
    }
}
