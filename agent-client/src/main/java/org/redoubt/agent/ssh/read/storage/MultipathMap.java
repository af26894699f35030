package org.redoubt.agent.ssh.read.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.redoubt.agent.ssh.read.text.Asked;
import org.redoubt.agent.ssh.read.text.Json;
import org.redoubt.agent.ssh.read.text.Names;

/**
 * A map of multipathd: several paths to one volume.
 *
 * @param identity the volume's own, the same on every host
 * @param suspended whether device-mapper holds its I/O back
 * @param product who made what it is on, and what that is called
 */
record MultipathMap(String name, String identity, boolean suspended, Optional<String> product, List<Path> paths) {

    static final String QUESTION = "multipath";
    private static final Pattern LETTERED = Pattern.compile("mpath[a-z]{1,8}");

    /** How a path is, as the checker and device-mapper say it. */
    enum Condition {
        WORKS,
        SHAKY,
        FAILED,
        UNKNOWN
    }

    /**
     * One of its paths.
     *
     * @param words what the checker says
     * @param array the node name of the array at its end
     * @param controller the port name of the array's port
     */
    record Path(
            String device, Condition condition, String words, Optional<String> array, Optional<String> controller) {}

    /** What its volume is to be called by all hosts alike: each may have given it another letter of its own. */
    String title() {
        return LETTERED.matcher(name).matches()
                ? product.map(maker -> maker + " " + identity).orElse(identity)
                : name;
    }

    /**
     * All maps of a host.
     *
     * @param complete whether a disk that is in none of these is in no map
     */
    record All(List<MultipathMap> maps, boolean complete) {}

    /** One that is incomplete is left out, and said to be. */
    static All read(Asked asked) {
        Optional<Json> json = asked.ofWhatMayBeAbsent().json(QUESTION);
        if (json.isEmpty()) {
            return new All(List.of(), asked.absent(QUESTION));
        }
        if (!json.get().at("maps").list()) {
            asked.reading().unreadable(QUESTION, "it has no list of maps");
            return new All(List.of(), false);
        }
        List<MultipathMap> maps = new ArrayList<>();
        int incomplete = 0;
        for (Json map : json.get().at("maps").items()) {
            Optional<MultipathMap> one = parse(map);
            one.ifPresent(maps::add);
            incomplete += one.isPresent() ? 0 : 1;
        }
        if (incomplete > 0) {
            asked.reading().unreadable(QUESTION, incomplete + " of its maps are incomplete");
        }
        return new All(maps, incomplete == 0);
    }

    private static Optional<MultipathMap> parse(Json map) {
        Optional<String> name = map.at("name").text().filter(Names::plain);
        Optional<String> identity = map.at("uuid").text().flatMap(Names::identity);
        Optional<Long> count = map.at("paths").number();
        if (name.isEmpty() || identity.isEmpty() || !map.at("path_groups").list()) {
            return Optional.empty();
        }
        List<Path> paths = new ArrayList<>();
        for (Json group : map.at("path_groups").items()) {
            for (Json path : group.at("paths").items()) {
                Optional<String> device = path.at("dev").text().filter(Names::plain);
                if (device.isEmpty()) {
                    return Optional.empty();
                }
                paths.add(path(device.get(), path));
            }
        }
        // only those that work are counted, though all are listed
        if (count.isPresent() && count.get() > paths.size()) {
            return Optional.empty();
        }
        String product = defined(map.at("vend")).orElse("") + " "
                + defined(map.at("prod")).orElse("");
        return Optional.of(new MultipathMap(
                name.get(), identity.get(), map.at("dm_st").says("suspend"), Names.label(product), paths));
    }

    private static Path path(String device, Json path) {
        String check = defined(path.at("chk_st")).orElse("");
        String mapped = defined(path.at("dm_st")).orElse("");
        boolean offline = path.at("dev_st").says("offline");
        boolean marginal = path.at("marginal_st").says("marginal");
        Condition condition = Condition.UNKNOWN;
        if (mapped.equals("failed") || check.equals("faulty") || offline) {
            condition = Condition.FAILED;
        } else if (mapped.equals("active") && (check.equals("shaky") || marginal)) {
            condition = Condition.SHAKY;
        } else if (mapped.equals("active") && (check.equals("ready") || check.equals("ghost"))) {
            condition = Condition.WORKS;
        }
        String words = offline ? "offline" : marginal ? "marginal" : check.isEmpty() ? mapped : check;
        return new Path(
                device,
                condition,
                Names.label(words).orElse("unknown"),
                worldWide(path.at("target_wwnn")),
                worldWide(path.at("target_wwpn")));
    }

    /** multipathd writes what it does not know in brackets. */
    private static Optional<String> defined(Json value) {
        return value.text().filter(text -> !text.equals("[undef]") && !text.equals("undef") && !text.isBlank());
    }

    /** A Fibre Channel name, or an iSCSI target's. */
    private static Optional<String> worldWide(Json value) {
        return defined(value).flatMap(name -> name.startsWith("0x") ? Adapter.worldWide(name) : Names.identity(name));
    }
}
