package org.redoubt.agent.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** Runs what it is given by this machine's own shell, as sshd does. */
final class ShellCommand implements Command {

    private final ProcessBuilder builder;
    private InputStream in;
    private OutputStream out;
    private ExitCallback ended;
    private Process process;

    ShellCommand(String shell, String command) {
        this.builder = new ProcessBuilder(shell, "-c", command).redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    @Override
    public void setInputStream(InputStream from) {
        in = from;
    }

    @Override
    public void setOutputStream(OutputStream to) {
        out = to;
    }

    @Override
    public void setErrorStream(OutputStream to) {
        // nobody reads it
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
        ended = callback;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) throws IOException {
        process = builder.start();
        Thread.ofPlatform().daemon().start(() -> {
            try (OutputStream to = process.getOutputStream()) {
                for (int each = in.read(); each >= 0; each = in.read()) {
                    to.write(each);
                    to.flush();
                }
            } catch (IOException hungUp) {
                process.destroyForcibly();
            }
        });
        Thread.ofPlatform().daemon().start(() -> {
            try (InputStream from = process.getInputStream()) {
                byte[] buffer = new byte[1 << 14];
                for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                    out.write(buffer, 0, count);
                    out.flush();
                }
                ended.onExit(process.waitFor());
            } catch (IOException | InterruptedException hungUp) {
                process.destroyForcibly();
            }
        });
    }

    @Override
    public void destroy(ChannelSession channel) {
        if (process == null) {
            return;
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
