package org.redoubt.agent.ssh.read.host;

import static org.redoubt.topology.model.Attributes.DETAIL;
import static org.redoubt.topology.model.Attributes.HEALTH;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.UP;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.ssh.read.text.Names;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Health;

/**
 * A host's power supplies as its BMC's sensors tell of them ({@code ipmitool sdr type "Power Supply"}). Several sensors may
 * tell of one supply; those of all together, such as their redundancy, are of none.
 */
final class PowerSupplies {

    private static final Pattern LINE = Pattern.compile(
            "([^|]{1,64})\\|\\s*[0-9A-Fa-f]{2}h\\s*\\|\\s*(\\S+)\\s*\\|\\s*([0-9]+)\\.([0-9]+)\\s*\\|(.*)");
    private static final Pattern NUMBERED =
            Pattern.compile("(?i)(?:ps|psu|pwr|power|supply|pws)[ _]?(?:unit|supply)?[ _#]?([0-9]{1,2})(?![0-9]).*");
    private static final Pattern BROKEN = Pattern.compile(
            "(?i).*(?:failure detected|predictive failure|ac lost|out-of-range|config error|input lost|inactive).*");
    private static final Pattern PRESENT = Pattern.compile("(?i).*presence detected.*");
    private static final Pattern TOGETHER = Pattern.compile("(?i).*redundan.*");

    /** The sensors' entity: a power supply, as IPMI numbers the things of a machine. */
    private static final int SUPPLY = 10;

    /** What is told of one supply so far. */
    private static final class Told {
        private boolean present;
        private boolean silent;
        private final List<String> matters = new ArrayList<>();
    }

    private PowerSupplies() {}

    /** Says how each supply is; false when a line is not as expected. */
    static boolean say(String sensors, ElementId host, Reading reading) {
        Map<String, Told> supplies = new TreeMap<>();
        boolean whole = true;
        for (String line : sensors.split("\n")) {
            Matcher sensor = LINE.matcher(line.strip());
            if (sensor.matches()) {
                hear(sensor, supplies);
            } else {
                whole &= line.isBlank();
            }
        }
        supplies.forEach((name, told) -> say(host.part(ElementKind.POWER_SUPPLY, name), name, told, host, reading));
        return whole;
    }

    private static void hear(Matcher sensor, Map<String, Told> supplies) {
        String name = sensor.group(1).strip();
        String states = sensor.group(5).strip();
        boolean numbered = NUMBERED.matcher(name).matches();
        boolean entity =
                Names.number(sensor.group(3)).filter(id -> id == SUPPLY).isPresent();
        if (!entity && !numbered || TOGETHER.matcher(name + states).matches()) {
            return;
        }
        Matcher number = NUMBERED.matcher(name);
        String key = "psu" + (number.matches() ? Integer.parseInt(number.group(1)) : sensor.group(4));
        if (key.length() > 12) {
            return;
        }
        Told told = supplies.computeIfAbsent(key, none -> new Told());
        told.present |= PRESENT.matcher(states).matches();
        boolean critical = sensor.group(2).equals("cr") || sensor.group(2).equals("nr");
        if (BROKEN.matcher(states).matches() || critical) {
            Names.label(name + ": " + states).ifPresent(told.matters::add);
        }
        told.silent |= sensor.group(2).equals("ns");
    }

    private static void say(ElementId id, String name, Told told, ElementId host, Reading reading) {
        reading.say(id, NAME, name).say(id, PART_OF, host);
        if (!told.matters.isEmpty()) {
            reading.say(id, UP, false).say(id, HEALTH, Health.FAILED).say(id, DETAIL, String.join("; ", told.matters));
        } else if (told.present && !told.silent) {
            reading.say(id, UP, true).say(id, HEALTH, Health.OK);
        } else {
            Optional<String> why =
                    Optional.of(told.present ? "a sensor has no reading" : "no supply is told to be there");
            reading.say(id, DETAIL, why);
        }
    }
}
