package org.redoubt.agent.sim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.redoubt.agent.sim.plant.Plant;

/**
 * Which simulated site: {@code sim:demo}, or {@code sim:?hosts=2500&vms=40000&seed=7&t=60}. The same one always gives
 * the same site.
 *
 * @param demo the small, told site that {@code ./run} opens; its hosts and VMs are fixed
 * @param t the simulated second at which it is looked at, or begins
 */
public record SimSpec(boolean demo, int hosts, int vms, long seed, long t) {

    public static final int MOST_HOSTS = 10_000;
    /** As many as a host's card could still show, and more than any host was seen to run. */
    public static final int MOST_VMS_PER_HOST = 200;

    private static final String SCHEME = "sim:";
    private static final long MOST_SECONDS = 10L * 366 * 24 * 3600;
    private static final Set<String> KNOWN = Set.of("hosts", "vms", "seed", "t");

    public SimSpec {
        within("hosts", hosts, 1, MOST_HOSTS);
        within("vms", vms, 0, (long) hosts * MOST_VMS_PER_HOST);
        within("t", t, 0, MOST_SECONDS);
    }

    /** The site that is told as a story. */
    public static SimSpec demo(long seed) {
        return new SimSpec(true, Plant.DEMO_HOSTS, Plant.DEMO_VMS, seed, 0);
    }

    /** A site of this size. */
    public static SimSpec sized(int hosts, int vms, long seed) {
        return new SimSpec(false, hosts, vms, seed, 0);
    }

    public static boolean names(String text) {
        return text.startsWith(SCHEME);
    }

    /**
     * Reads what an operator typed.
     *
     * @throws IllegalArgumentException naming the parameter that is wrong, and what it may be
     */
    public static SimSpec parse(String text) {
        if (!names(text)) {
            throw new IllegalArgumentException("a simulated site begins with sim: (" + text + ")");
        }
        String rest = text.substring(SCHEME.length());
        int question = rest.indexOf('?');
        String which = question < 0 ? rest : rest.substring(0, question);
        Map<String, String> given = question < 0 ? Map.of() : parameters(rest.substring(question + 1));
        long seed = number(given, "seed", 7, Long.MIN_VALUE, Long.MAX_VALUE);
        long t = number(given, "t", 0, 0, MOST_SECONDS);
        if (which.equals("demo")) {
            for (String fixed : new String[] {"hosts", "vms"}) {
                if (given.containsKey(fixed)) {
                    throw new IllegalArgumentException(
                            fixed + ": the demo site has its own; write sim:?" + fixed + "=" + given.get(fixed));
                }
            }
            return demo(seed).at(t);
        }
        if (!which.isEmpty() || question < 0) {
            throw new IllegalArgumentException(
                    "a simulated site is sim:demo or sim:?hosts=12&vms=200&seed=7&t=60, not " + text);
        }
        int hosts = (int) number(given, "hosts", 12, 1, MOST_HOSTS);
        int vms = (int) number(given, "vms", hosts * 16L, 0, (long) hosts * MOST_VMS_PER_HOST);
        return sized(hosts, vms, seed).at(t);
    }

    public SimSpec at(long seconds) {
        return new SimSpec(demo, hosts, vms, seed, seconds);
    }

    /** The moment {@link #t} in simulated milliseconds. */
    public long millis() {
        return t * 1000;
    }

    /** What the site is called: the same for every moment of it. */
    public String name() {
        if (demo) {
            return seed == 7 ? "demo" : "demo?seed=" + seed;
        }
        return "sim:?hosts=" + hosts + "&vms=" + vms + "&seed=" + seed;
    }

    /** As an operator would type it. */
    @Override
    public String toString() {
        String moment = t == 0 ? "" : "t=" + t;
        if (demo) {
            return "sim:demo?seed=" + seed + (t == 0 ? "" : "&" + moment);
        }
        return name() + (t == 0 ? "" : "&" + moment);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException(name + ": no such parameter; there are hosts, vms, seed and t");
            }
            if (equals < 0) {
                throw new IllegalArgumentException(name + ": needs a number, as in " + name + "=12");
            }
            if (given.put(name, pair.substring(equals + 1)) != null) {
                throw new IllegalArgumentException(name + ": given twice");
            }
        }
        return given;
    }

    private static long number(Map<String, String> given, String name, long otherwise, long least, long most) {
        String text = given.get(name);
        if (text == null) {
            return otherwise;
        }
        long value;
        try {
            value = Long.parseLong(text);
        } catch (NumberFormatException notOne) {
            throw new IllegalArgumentException(name + ": not a whole number: " + text, notOne);
        }
        within(name, value, least, most);
        return value;
    }

    private static void within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + ": " + value + " is not between " + least + " and " + most);
        }
    }
}
