package org.redoubt.agent.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.libvirt.TestDesk;
import org.redoubt.agent.probe.Shell;
import org.redoubt.agent.probe.Shell.Said;
import org.redoubt.topology.model.ElementId;

/** A shell on a host for what acts there: its key is known, or nothing is sent. */
class SshShellTest {

    private static final SshPace QUICK = new SshPace(150, 2_000, 700, 1_000);

    @TempDir
    Path folder;

    private TestServer server;
    private SshSources sources;

    @BeforeEach
    void listen() {
        server = new TestServer();
    }

    @AfterEach
    void close() {
        if (sources != null) {
            sources.close();
        }
        server.close();
    }

    private Shell shell(String known) throws IOException {
        SshHost host = new SshHost(
                "node-1",
                new SshHost.Place("root", "127.0.0.1", server.port()),
                Optional.empty(),
                new SshHost.Keys(Optional.of(TestServer.operatorKey(folder)), List.of(), Optional.empty()),
                List.of(Files.writeString(folder.resolve("known_hosts"), known)));
        sources = new SshSources(List.of(host), List.of(), (_, _) -> true, List.of(), TestDesk.DESK, QUICK);
        assertThat(sources.shell(ElementId.host("node-2"))).isEmpty();
        return sources.shell(ElementId.host("node-1")).orElseThrow();
    }

    @Test
    void whatItWroteAndHowItEnded() throws IOException {
        Shell shell = shell(server.known() + "\n");
        assertThat(shell.run("echo \"it's $LC_ALL\"; exit 105", 5)).isEqualTo(new Said.Ended(105, "it's C\n"));
        assertThat(shell.run("cat", 5)).as("there is nothing to read").isEqualTo(new Said.Ended(0, ""));
        assertThat(shell.run("sleep 60", 1)).as("it is ended on the host").isEqualTo(new Said.Ended(124, ""));
    }

    @Test
    void aHostThatIsNotKnownIsToldNothing() throws IOException {
        String another = server.known()
                .replaceFirst("\\S+$", "AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                .replaceFirst(" \\S+ ", " ssh-ed25519 ");
        for (String known : List.of("", "@revoked " + server.known() + "\n" + server.known() + "\n", another + "\n")) {
            assertThat(shell(known).run("touch " + folder.resolve("told"), 5))
                    .as(known)
                    .isInstanceOf(Said.NotBegun.class);
            sources.close();
        }
        assertThat(server.commands()).isEmpty();
        assertThat(folder.resolve("told")).doesNotExist();
    }

    @Test
    void aClosedConsoleTellsNothing() throws IOException {
        Shell shell = shell(server.known() + "\n");
        sources.close();
        assertThat(shell.run("true", 5)).isEqualTo(new Said.NotBegun("the console is closing"));
    }
}
