package org.redoubt.agent.ssh.read.host;

import static org.redoubt.topology.model.Attributes.INSTALLED;
import static org.redoubt.topology.model.Attributes.KERNEL;
import static org.redoubt.topology.model.Attributes.OPERATING_SYSTEM;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redoubt.agent.probe.Reader;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.agent.ssh.read.text.Asked;
import org.redoubt.agent.ssh.read.text.Names;

/**
 * Says which kernel a host runs, which system it is, and which libvirt and QEMU are installed. What runs may be older than
 * what is installed: of that only libvirt itself can tell.
 */
public final class Software implements Reader {

    private static final String KERNEL_QUESTION = "uname";
    private static final String SYSTEM_QUESTION = "os-release";
    private static final String VERSIONS_QUESTION = "versions";
    private static final Pattern KERNEL_NAME = Pattern.compile("Linux [!-~]{1,255} ([0-9][!-~]{0,120}) [!-~]{1,20}");
    private static final Pattern PRETTY_NAME = Pattern.compile("PRETTY_NAME=(?:\"(.*)\"|'(.*)'|([^\"' ]*))");
    private static final Pattern LIBVIRT = Pattern.compile("[a-z]+ \\(libvirt\\) ([0-9][0-9.]{0,20})");
    private static final Pattern QEMU = Pattern.compile("QEMU emulator version ([0-9][0-9.]{0,20})");

    @Override
    public void read(Round round, Reading reading) {
        Asked asked = new Asked(round, reading);
        asked.text(KERNEL_QUESTION)
                .ifPresent(text -> whole(text, KERNEL_NAME)
                        .ifPresentOrElse(
                                kernel -> reading.say(round.host(), KERNEL, kernel),
                                () -> reading.unreadable(KERNEL_QUESTION, "it names no version of Linux")));
        asked.text(SYSTEM_QUESTION)
                .ifPresent(text -> whole(text, PRETTY_NAME)
                        .flatMap(Names::label)
                        .ifPresentOrElse(
                                system -> reading.say(round.host(), OPERATING_SYSTEM, system),
                                () -> reading.unreadable(SYSTEM_QUESTION, "it does not name the system")));
        asked.lines(VERSIONS_QUESTION).ifPresent(lines -> versions(lines.unnamed(), round, reading));
    }

    /** What the pattern's group is in the one line that it matches; a line without its end may go on. */
    private static Optional<String> whole(String text, Pattern pattern) {
        for (String line : text.split("(?<=\n)")) {
            Matcher matcher = pattern.matcher(line.stripTrailing());
            if (line.endsWith("\n") && matcher.matches()) {
                for (int group = 1; group <= matcher.groupCount(); group++) {
                    if (matcher.group(group) != null) {
                        return Optional.of(matcher.group(group));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static void versions(Map<String, String> lines, Round round, Reading reading) {
        Set<String> installed = new LinkedHashSet<>();
        version(lines, "libvirtd", LIBVIRT, reading).ifPresent(version -> installed.add("libvirt " + version));
        version(lines, "virtqemud", LIBVIRT, reading).ifPresent(version -> installed.add("libvirt " + version));
        version(lines, "qemu", QEMU, reading).ifPresent(version -> installed.add("QEMU " + version));
        reading.say(round.host(), INSTALLED, List.copyOf(installed));
    }

    private static Optional<String> version(Map<String, String> lines, String name, Pattern pattern, Reading reading) {
        Optional<String> line = Optional.ofNullable(lines.get(name)).filter(text -> !text.isEmpty());
        Optional<String> version =
                line.map(pattern::matcher).filter(Matcher::find).map(found -> found.group(1));
        if (line.isPresent() && version.isEmpty()) {
            reading.unreadable(VERSIONS_QUESTION, "it names no version of " + name);
        }
        return version;
    }
}
