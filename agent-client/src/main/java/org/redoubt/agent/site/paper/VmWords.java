package org.redoubt.agent.site.paper;

import java.util.List;
import java.util.Optional;
import org.redoubt.topology.model.Criticality;
import org.redoubt.topology.model.ElementId;

/**
 * What a site file says of a VM.
 *
 * @param vm its name, which several may have, or its UUID
 * @param people whose it is
 * @param tags words to find it by
 * @param groups what it is a member of
 */
public record VmWords(
        String vm, Optional<Criticality> criticality, List<String> people, List<String> tags, List<ElementId> groups) {

    public VmWords {
        people = List.copyOf(people);
        tags = List.copyOf(tags);
        groups = List.copyOf(groups);
    }

    /** Whether it speaks of the VM of this UUID that is called so. */
    public boolean means(ElementId id, String name) {
        return vm.equals(name) || vm.equalsIgnoreCase(id.key());
    }
}
