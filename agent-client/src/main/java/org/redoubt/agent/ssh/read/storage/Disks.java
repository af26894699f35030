package org.redoubt.agent.ssh.read.storage;

import static org.redoubt.topology.model.Attributes.CAPACITY;
import static org.redoubt.topology.model.Attributes.DETAIL;
import static org.redoubt.topology.model.Attributes.HEALTH;
import static org.redoubt.topology.model.Attributes.MODEL;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.SERIAL;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redoubt.agent.probe.Reader;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.agent.ssh.read.text.Asked;
import org.redoubt.agent.ssh.read.text.Json;
import org.redoubt.agent.ssh.read.text.Names;
import org.redoubt.agent.ssh.read.text.Sections;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Health;

/**
 * Says which disks a host has and what each one thinks of itself (SMART). A disk that is not asked, or has no opinion, has
 * no health.
 */
public final class Disks implements Reader {

    private static final String QUESTION = "smart";
    private static final Pattern DEVICE =
            Pattern.compile("/dev/([!-~&&[^ /]]{1,32}|bus/[0-9]{1,3})(?: ([!-~]{1,32}))?");

    /** Bits of smartctl's exit code. */
    private static final long NOT_OPENED = 0b11;

    private static final long AT_THRESHOLD = 0b1_0000;

    @Override
    public void read(Round round, Reading reading) {
        Asked asked = new Asked(round, reading);
        if (asked.absent(QUESTION) && diskless(asked.quietly())) {
            return;
        }
        Optional<Sections> sections = asked.sections(QUESTION);
        if (sections.isEmpty()) {
            return;
        }
        int strange = 0;
        for (Map.Entry<String, String> disk : sections.get().byName().entrySet()) {
            Matcher device = DEVICE.matcher(disk.getKey());
            Optional<Json> answer = Json.parse(disk.getValue())
                    .filter(json -> json.at("smartctl").object());
            if (device.matches() && answer.isPresent()) {
                say(name(device), answer.get(), round.host(), reading);
            } else {
                strange++;
            }
        }
        if (strange > 0) {
            reading.unreadable(QUESTION, "what " + strange + " disks say is no whole answer of smartctl");
        }
    }

    /** Whether it is known that the host has no disk, about which smartctl could have told. */
    private static boolean diskless(Asked asked) {
        return asked.lines(ScsiDisk.QUESTION)
                        .filter(lines -> ScsiDisk.all(lines).isEmpty())
                        .isPresent()
                && asked.lines(Adapter.QUESTION)
                        .filter(lines -> lines.in("nvme").isEmpty())
                        .isPresent();
    }

    /** A disk behind a RAID controller is known by its number there, the device being the controller. */
    private static String name(Matcher device) {
        String type = device.group(2);
        return type != null && type.indexOf(',') > 0 ? type.replace('/', '-') : device.group(1);
    }

    private static void say(String name, Json answer, ElementId host, Reading reading) {
        ElementId id = host.part(ElementKind.DISK, name);
        reading.say(id, NAME, name)
                .say(id, PART_OF, host)
                .say(id, MODEL, model(answer))
                .say(id, SERIAL, answer.at("serial_number").text().flatMap(Names::label))
                .say(id, CAPACITY, answer.at("user_capacity").at("bytes").number());
        long exit = answer.at("smartctl").at("exit_status").number().orElse(NOT_OPENED);
        Optional<Boolean> passed = answer.at("smart_status").at("passed").flag();
        if ((exit & NOT_OPENED) != 0) {
            reading.say(id, DETAIL, "SMART: it could not be asked");
        } else if (passed.isEmpty()) {
            reading.say(id, DETAIL, "SMART: it does not tell how it is");
        } else if (!passed.get()) {
            reading.say(id, HEALTH, Health.FAILED).say(id, DETAIL, "SMART: it says that it is failing");
        } else if ((exit & AT_THRESHOLD) != 0) {
            reading.say(id, HEALTH, Health.DEGRADED).say(id, DETAIL, "SMART: worn to a threshold");
        } else {
            reading.say(id, HEALTH, Health.OK);
        }
    }

    private static Optional<String> model(Json answer) {
        return answer.at("model_name")
                .text()
                .or(() -> answer.at("scsi_model_name").text())
                .or(() -> answer.at("scsi_product").text())
                .flatMap(Names::label);
    }
}
