package org.redoubt.agent.ssh.read.host;

import static org.redoubt.topology.model.Attributes.HARDWARE_UUID;
import static org.redoubt.topology.model.Attributes.MODEL;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.UP;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redoubt.agent.probe.Reader;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.agent.ssh.read.text.Asked;
import org.redoubt.agent.ssh.read.text.Names;
import org.redoubt.agent.ssh.read.text.Sections;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;

/**
 * Says what a host hears of its own BMC: which machine that believes to be in, and how the power supplies are. A host
 * without a BMC says nothing.
 */
public final class Board implements Reader {

    private static final String QUESTION = "psu";
    private static final Pattern GUID = Pattern.compile("(?m)^System GUID +: ([0-9A-Fa-f-]{36})$");
    private static final Pattern MAKER = Pattern.compile("(?m)^Manufacturer Name +: (.{1,100})$");
    private static final Pattern PRODUCT = Pattern.compile("(?m)^Product Name +: (.{1,100})$");

    @Override
    public void read(Round round, Reading reading) {
        Optional<Sections> sections =
                new Asked(round, reading).ofWhatMayBeAbsent().sections(QUESTION);
        if (sections.isEmpty()) {
            return;
        }
        Optional<String> sensors = sections.get().text("sdr");
        if (sensors.isEmpty() || !PowerSupplies.say(sensors.get(), round.host(), reading)) {
            reading.unreadable(QUESTION, sensors.isEmpty() ? "no sensor answers" : "of some sensors nothing is known");
        }
        Optional<String> guid = sections.get().text("guid");
        Optional<String> info = sections.get().text("info");
        if (guid.isEmpty() && info.isEmpty()) {
            reading.unreadable(QUESTION, "the BMC does not tell what it is");
            return;
        }
        ElementId bmc = round.host().part(ElementKind.BMC, "bmc");
        reading.say(bmc, NAME, "bmc")
                .say(bmc, PART_OF, round.host())
                .say(bmc, UP, true)
                .say(bmc, HARDWARE_UUID, guid.flatMap(text -> found(GUID, text)).flatMap(HardwareIdentity::uuid))
                .say(bmc, MODEL, info.flatMap(Board::model));
    }

    private static Optional<String> model(String info) {
        String maker = found(MAKER, info).filter(Board::known).orElse("");
        String product = found(PRODUCT, info).filter(Board::known).orElse("");
        return Names.label(maker + " " + product);
    }

    /** ipmitool writes the number of what it has no name for. */
    private static boolean known(String name) {
        return !name.startsWith("Unknown");
    }

    private static Optional<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }
}
