package org.redoubt.agent.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The name by which journals know this desk, kept in a small file: the machine's name and six digits of chance, so that
 * two desks on machines of one name, or two people at one machine, are told apart. It is read from no network.
 */
public final class DeskIdFile {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    private DeskIdFile() {}

    /**
     * The id that stands in {@code file}; when there is none, or none that can be used, one is made and kept.
     *
     * @throws IOException when it can neither be read nor kept
     */
    public static String read(Path file, RandomGenerator random) throws IOException {
        try {
            String kept = new String(begin(file), StandardCharsets.UTF_8).strip();
            if (FORM.matcher(kept).matches()) {
                return kept;
            }
        } catch (NoSuchFileException none) {
            // the first start of this desk
        }
        byte[] digits = new byte[3];
        random.nextBytes(digits);
        String id = machine() + "-" + HexFormat.of().formatHex(digits);
        Replacing.file(file, out -> out.write((id + "\n").getBytes(StandardCharsets.UTF_8)));
        return id;
    }

    private static byte[] begin(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(1000);
        }
    }

    private static String machine() {
        try {
            String name =
                    new String(begin(HOST_NAME), StandardCharsets.UTF_8).strip().toLowerCase(Locale.ROOT);
            String plain = name.replaceAll("[^a-z0-9._-]+", "-").replaceFirst("^[._-]+", "");
            return plain.isEmpty() ? "desk" : plain.substring(0, Math.min(plain.length(), 60));
        } catch (IOException notLinux) {
            return "desk";
        }
    }
}
