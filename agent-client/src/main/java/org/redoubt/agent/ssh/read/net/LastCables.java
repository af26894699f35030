package org.redoubt.agent.ssh.read.net;

import static org.redoubt.topology.model.Attributes.CABLED_TO;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.UP;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redoubt.agent.probe.Reading;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;

/**
 * Remembers where a host's cables lead. A port without light hears nobody at the other end, and one that has it again hears
 * nobody for a while: until then its cable is told as it was last heard, and grows old. One thread at a time.
 */
public final class LastCables {

    /** Switches speak every half a minute, and hosts are not asked each time for what they heard. */
    private static final long PATIENCE = 120_000;

    /** An HBA without light is on no fabric either. */
    private static final Set<ElementKind> PORTS = Set.of(ElementKind.NETWORK_PORT, ElementKind.HBA_PORT);

    /** @param known desk milliseconds when it was heard, or its port was dark */
    private record Cable(long known, List<Assertion<?>> lines) {}

    private final Map<ElementId, Cable> cables = new LinkedHashMap<>();

    /**
     * Adds to a reading the cables that it does not tell of.
     *
     * @param at desk milliseconds of the round
     */
    public void keep(long at, Reading reading) {
        Map<ElementId, Map<Attribute<?>, Assertion<?>>> told = new LinkedHashMap<>();
        for (Assertion<?> line : reading.lines()) {
            told.computeIfAbsent(line.element(), none -> new HashMap<>()).put(line.attribute(), line);
        }
        told.forEach((element, lines) -> {
            if (!PORTS.contains(element.kind())) {
                return;
            }
            if (lines.containsKey(CABLED_TO)) {
                cables.put(element, new Cable(at, about(element, told)));
            } else if (cables.containsKey(element) && value(lines, UP).equals(Optional.of(false))) {
                cables.put(element, new Cable(at, cables.get(element).lines()));
            }
        });
        cables.values().removeIf(cable -> at - cable.known() > PATIENCE);
        cables.forEach((port, cable) -> {
            Map<Attribute<?>, Assertion<?>> lines = told.get(port);
            if (lines != null && !lines.containsKey(CABLED_TO)) {
                cable.lines().stream()
                        .filter(line ->
                                !told.getOrDefault(line.element(), Map.of()).containsKey(line.attribute()))
                        .forEach(reading::say);
            }
        });
    }

    /** Where a port's cable leads, and what is said of what is there. */
    private static List<Assertion<?>> about(ElementId port, Map<ElementId, Map<Attribute<?>, Assertion<?>>> told) {
        List<Assertion<?>> lines = new ArrayList<>(List.of(told.get(port).get(CABLED_TO)));
        for (ElementId end : value(told.get(port), CABLED_TO).orElse(List.of())) {
            Map<Attribute<?>, Assertion<?>> ofEnd = told.getOrDefault(end, Map.of());
            lines.addAll(ofEnd.values());
            value(ofEnd, PART_OF)
                    .ifPresent(whole ->
                            lines.addAll(told.getOrDefault(whole, Map.of()).values()));
        }
        return List.copyOf(lines);
    }

    private static <T> Optional<T> value(Map<Attribute<?>, Assertion<?>> lines, Attribute<T> attribute) {
        return Optional.ofNullable(lines.get(attribute)).map(line -> attribute.cast(line.value()));
    }
}
