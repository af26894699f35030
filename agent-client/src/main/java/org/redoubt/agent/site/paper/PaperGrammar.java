package org.redoubt.agent.site.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redoubt.agent.site.text.Form;
import org.redoubt.agent.site.text.Node;
import org.redoubt.topology.model.ElementId;

/** Reads what a site file says that no host reports. */
public final class PaperGrammar {

    /** The keys of a site file that are read here. */
    public static final List<String> SITE_KEYS = List.of(
            "racks", "power", "switches", "fabrics", "network-roots", "arrays", "failure-domains", "vms", "groups");

    /** The keys of each of its hosts that are read here. */
    public static final List<String> HOST_KEYS = List.of("rack", "bmc", "power", "cables");

    /**
     * A host of the file.
     *
     * @param name what messages call it
     * @param asked whether it is asked itself what its ports are parts of
     */
    public record Entry(ElementId id, String name, Optional<String> cluster, boolean asked, Node.Mapping keys) {}

    private PaperGrammar() {}

    /** What {@code site} says; what is wrong with it is told to {@code form}. */
    public static Paper read(Form form, Node.Mapping site, List<Entry> entries) {
        Page page = new Page();
        Feeds feeds = new Feeds(form, site, page);
        Devices devices = new Devices(form, site, feeds, page);
        Arrays arrays = new Arrays(form, site, feeds, devices, page);
        Racks racks = new Racks(form, site, feeds, page);
        Hosts hosts = new Hosts(form, racks, feeds, devices, page);
        List<Gaps.Host> told = new ArrayList<>();
        Map<String, ElementId> byName = new LinkedHashMap<>();
        for (Entry entry : entries) {
            told.add(hosts.host(entry));
            byName.put(entry.name(), entry.id());
        }
        Map<String, Section> sections = Map.of(
                "switches", devices.switches(),
                "fabrics", devices.fabrics(),
                "arrays", arrays.section(),
                "power", feeds.section());
        racks.domains(site, sections, byName);
        List<VmWords> vms = new Vms(form, page).read(site);
        Gaps gaps = new Gaps(page);
        gaps.find(told);
        gaps.unused(feeds.unused(), " feeds nothing");
        gaps.unused(racks.empty(), " holds no host");
        gaps.unused(devices.unreached(), " is cabled to nothing");
        return new Paper(page.lines(), vms);
    }
}
