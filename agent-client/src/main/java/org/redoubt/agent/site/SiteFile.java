package org.redoubt.agent.site;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.redoubt.agent.site.paper.Paper;
import org.redoubt.agent.site.text.Node;
import org.redoubt.agent.site.text.NodeReader;
import org.redoubt.agent.site.text.Problem;
import org.redoubt.agent.site.text.Shown;
import org.redoubt.topology.model.Owner;

/**
 * What a site file says (docs/site-file.md): whom to connect to, and what no host tells.
 *
 * @param hosts in the order of the file, no two with the same key
 * @param clusters the names of all clusters, those that only a host names included
 * @param ssh how its hosts are logged in to
 * @param paper what no host reports
 */
public record SiteFile(String name, List<Host> hosts, List<String> clusters, SshDefaults ssh, Paper paper) {

    static final int LONGEST = NodeReader.LONGEST;

    public SiteFile {
        hosts = List.copyOf(hosts);
        clusters = List.copyOf(clusters);
    }

    /**
     * A host of the file.
     *
     * @param key its identity in the site; its name, or else what its URI calls it
     * @param uri how this desk reaches its libvirt
     * @param name what the file calls it, where it does
     * @param owner who moves its VMs, where the file says so
     * @param peer how the other hosts reach its libvirt for a migration, where that is not {@code uri}
     * @param migrationSpeed bytes per second
     * @param tags words to find it by
     * @param ssh where this desk logs in to ask it; empty where it does not
     */
    public record Host(
            String key,
            String uri,
            Optional<String> name,
            Optional<Owner> owner,
            Optional<String> peer,
            Optional<String> cluster,
            OptionalLong migrationSpeed,
            List<String> tags,
            Optional<SshAddress> ssh) {

        public Host {
            tags = List.copyOf(tags);
        }

        /** The URI without the options of this desk's own connection. */
        public String address() {
            return HostUri.of(uri).address();
        }
    }

    /**
     * Reads a site file: JSON when its name ends so, else YAML.
     *
     * @throws SiteFileException when it cannot be used, with everything that is wrong with it
     * @throws IOException when it cannot be read at all
     */
    public static SiteFile read(Path file) throws SiteFileException, IOException {
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LONGEST + 1);
        }
        String shown = String.valueOf(file.getFileName());
        return parse(shown, bytes);
    }

    /** Whether what an operator typed is meant as a libvirt URI, and not as the name of a file. */
    public static boolean namesUri(String text) {
        return text.matches("[a-zA-Z][a-zA-Z0-9+.-]*:/.*");
    }

    /** The name or address of the machine that a libvirt URI leads to; empty where it is this one. */
    public static Optional<String> machine(String uri) {
        return HostUri.wrong(uri).isPresent()
                ? Optional.empty()
                : HostUri.of(uri).machine();
    }

    /**
     * The site that is one host, named by a libvirt URI.
     *
     * @throws SiteFileException when it is none that could be opened
     */
    public static SiteFile ofUri(String uri) throws SiteFileException {
        Optional<HostUri.Wrong> wrong = HostUri.wrong(uri);
        if (wrong.isPresent()) {
            Problem problem = new Problem(0, 0, wrong.get().wrong(), wrong.get().instead());
            throw new SiteFileException(Shown.text(uri), List.of(problem));
        }
        HostUri host = HostUri.of(uri);
        String key = host.machine().orElse(host.address());
        return new SiteFile(
                host.address(),
                List.of(new Host(
                        key,
                        uri,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        List.of(),
                        SshAddress.of(host))),
                List.of(),
                SshDefaults.NONE,
                Paper.NONE);
    }

    /** @param file its name, for messages; without its ending it is the site's name, unless the file gives one */
    static SiteFile parse(String file, byte[] bytes) throws SiteFileException {
        if (bytes.length > LONGEST) {
            throw new SiteFileException(
                    file, List.of(new Problem(0, 0, "it is longer than 8 MiB", "is it the right file?")));
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new SiteFileException(
                    file, List.of(new Problem(0, 0, "it is not UTF-8 text", "is it the right file?")));
        }
        List<Problem> problems = new ArrayList<>();
        boolean json = file.toLowerCase(Locale.ROOT).endsWith(".json");
        Node root = NodeReader.read(text.startsWith("\ufeff") ? text.substring(1) : text, json, problems);
        SiteFile site =
                root == null ? null : new SiteFileGrammar(problems).site(root, file.replaceFirst("\\.[^.]*$", ""));
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
            throw new SiteFileException(file, problems);
        }
        return site;
    }
}
