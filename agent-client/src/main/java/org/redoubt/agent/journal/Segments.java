package org.redoubt.agent.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that hold the lines: {@code journal-000001.jsonl} and on, each going on with the chain of the one before. */
final class Segments {

    /** A segment that is there. */
    record Segment(int number, Path file) {
        String name() {
            return Segments.name(number);
        }
    }

    private static final Pattern NAME = Pattern.compile("journal-(\\d{6})\\.jsonl");

    private Segments() {}

    static String name(int number) {
        return "journal-%06d.jsonl".formatted(number);
    }

    static Path file(Path directory, int number) {
        return directory.resolve(name(number));
    }

    /** Those in the directory, in order; what is called like one and is not a plain file is an error. */
    static List<Segment> in(Path directory) throws IOException {
        List<Segment> segments = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                Matcher matcher = NAME.matcher(file.getFileName().toString());
                if (matcher.matches()) {
                    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                        throw new IOException(file + " is not a plain file");
                    }
                    segments.add(new Segment(Integer.parseInt(matcher.group(1)), file));
                }
            }
        }
        return segments;
    }

    /** The files that are missing between the first and the last one. */
    static List<Finding> gaps(List<Segment> segments) {
        List<Finding> findings = new ArrayList<>();
        int expected = 1;
        for (Segment segment : segments) {
            for (; expected < segment.number(); expected++) {
                findings.add(Finding.damage(name(expected), 0, "this file is missing"));
            }
            expected = segment.number() + 1;
        }
        return findings;
    }
}
