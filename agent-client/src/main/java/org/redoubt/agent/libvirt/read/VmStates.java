package org.redoubt.agent.libvirt.read;

import java.util.List;
import java.util.Set;
import org.redoubt.topology.model.RunState;

/** libvirt's numbers for a domain's state and its reason (virDomainState and the enums of reasons), in words. */
public final class VmStates {

    private static final List<String> NO_REASONS = List.of();
    private static final List<List<String>> REASONS = List.of(
            NO_REASONS,
            List.of(
                    "",
                    "booted",
                    "migrated here",
                    "restored",
                    "from snapshot",
                    "unpaused",
                    "migration cancelled",
                    "save cancelled",
                    "woken up",
                    "crashed",
                    "post-copy",
                    "post-copy failed"),
            NO_REASONS,
            List.of(
                    "",
                    "by operator",
                    "migrating",
                    "saving",
                    "dumping",
                    "disk error",
                    "watchdog",
                    "from snapshot",
                    "shutting down",
                    "taking a snapshot",
                    "crashed",
                    "starting",
                    "post-copy",
                    "post-copy failed",
                    "api error"),
            List.of("", "by operator"),
            List.of(
                    "",
                    "shut down",
                    "destroyed",
                    "crashed",
                    "migrated away",
                    "saved",
                    "failed",
                    "from snapshot",
                    "daemon restarted"),
            List.of("", "panicked"),
            NO_REASONS);

    /** The reasons to be paused that are a job's: migrating, saving, dumping, snapshot, starting. */
    private static final Set<Integer> JOBS = Set.of(2, 3, 4, 9, 11);

    private static final int PAUSED = 3;

    private VmStates() {}

    /** Whether a VM in this state has a job that put it there. */
    public static boolean byJob(int state, int reason) {
        return state == PAUSED && JOBS.contains(reason);
    }

    /** A number that this version does not know is {@link RunState#UNKNOWN}. */
    public static RunState state(int number) {
        return switch (number) {
            case 1 -> RunState.RUNNING;
            case 2 -> RunState.BLOCKED;
            case 3 -> RunState.PAUSED;
            case 4 -> RunState.SHUTTING_DOWN;
            case 5 -> RunState.SHUT_OFF;
            case 6 -> RunState.CRASHED;
            case 7 -> RunState.SUSPENDED;
            default -> RunState.UNKNOWN;
        };
    }

    /** The reason in words, or empty when libvirt gives none. */
    public static String reason(int state, int reason) {
        if (state < 0 || state >= REASONS.size()) {
            return "";
        }
        List<String> reasons = REASONS.get(state);
        return reason < 0 || reason >= reasons.size() ? "" : reasons.get(reason);
    }
}
