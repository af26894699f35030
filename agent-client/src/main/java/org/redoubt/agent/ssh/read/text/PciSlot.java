package org.redoubt.agent.ssh.read.text;

import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.SLOT;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redoubt.agent.probe.Reading;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;

/**
 * Where a device sits on a host's PCI bus. Functions of one slot are ports of one card.
 *
 * @param slot domain, bus and device, such as {@code 0000:3b:00}
 * @param function its number in the slot
 */
public record PciSlot(String slot, int function) {

    private static final Pattern ADDRESS = Pattern.compile("([0-9a-f]{4,8}:[0-9a-f]{2}:[0-1][0-9a-f])\\.([0-7])");
    private static final Pattern FIRST_DOMAIN = Pattern.compile("^0000:");

    /** Reads {@code 0000:3b:00.1}. */
    public static Optional<PciSlot> of(String address) {
        Matcher matcher = ADDRESS.matcher(address);
        return matcher.matches()
                ? Optional.of(new PciSlot(matcher.group(1), matcher.group(2).charAt(0) - '0'))
                : Optional.empty();
    }

    public String address() {
        return slot + "." + function;
    }

    public ElementId card(ElementId host) {
        return host.part(ElementKind.ADAPTER_CARD, slot);
    }

    /** Says what a port in this slot is a part of, and where it sits. */
    public void say(ElementId port, ElementId host, Reading reading) {
        ElementId card = card(host);
        reading.say(card, NAME, "slot " + FIRST_DOMAIN.matcher(slot).replaceFirst(""))
                .say(card, PART_OF, host)
                .say(card, SLOT, slot)
                .say(port, PART_OF, card)
                .say(port, SLOT, address());
    }
}
