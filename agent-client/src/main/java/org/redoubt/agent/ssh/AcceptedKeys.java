package org.redoubt.agent.ssh;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redoubt.agent.port.HostKeys;
import org.redoubt.agent.ssh.wire.OfferedKey;

/**
 * The known_hosts file of this desk, beside those of the operator's ssh, which it never touches. A key that is accepted is a
 * line more at its end, on the disk before it is believed.
 */
final class AcceptedKeys implements HostKeys {

    private final List<SshSource> sources;
    private final Path file;

    AcceptedKeys(List<SshSource> sources, Path file) {
        this.sources = List.copyOf(sources);
        this.file = file;
    }

    @Override
    public List<Offered> offered() {
        List<Offered> offered = new ArrayList<>();
        for (SshSource source : sources) {
            source.offered().ifPresent(key -> offered.add(of(source, key)));
        }
        return offered;
    }

    private static Offered of(SshSource source, OfferedKey key) {
        return new Offered(source.host(), key.host(), key.fingerprint());
    }

    @Override
    public synchronized boolean accept(Offered accepted) throws IOException {
        for (SshSource source : sources) {
            Optional<OfferedKey> key =
                    source.offered().filter(shown -> of(source, shown).equals(accepted));
            if (key.isPresent()) {
                write(key.get().line() + " accepted-by-redoubt\n");
                source.retry();
                return true;
            }
        }
        return false;
    }

    private void write(String line) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
            // a line that a crash cut off must not swallow this one
            String begin = endsWithLine(channel) ? "" : "\n";
            ByteBuffer bytes = ByteBuffer.wrap((begin + line).getBytes(StandardCharsets.US_ASCII));
            channel.position(channel.size());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static boolean endsWithLine(FileChannel channel) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return channel.size() == 0 || channel.read(last, channel.size() - 1) == 1 && last.get(0) == '\n';
    }
}
