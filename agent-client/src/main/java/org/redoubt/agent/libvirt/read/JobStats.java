package org.redoubt.agent.libvirt.read;

import java.util.Map;
import org.redoubt.topology.model.Job;
import org.redoubt.topology.plan.JobFigures;

/** Reads what virDomainGetJobStats answered: which job it is, and a migration's figures in our units. Pure. */
public final class JobStats {

    /** The key under which the job's type stands, besides libvirt's own names. */
    public static final String TYPE = "job-type";

    private static final long BOUNDED = 1;
    private static final long UNBOUNDED = 2;
    private static final long COMPLETED = 3;
    private static final long MIGRATION_IN = 4;
    private static final long MIGRATION_OUT = 5;

    private JobStats() {}

    /** Which job is under way; {@link Job#OTHER} for one that is not a migration or does not say. */
    public static Job job(Map<String, ?> stats) {
        long type = number(stats, TYPE);
        if (type != BOUNDED && type != UNBOUNDED) {
            return Job.NONE;
        }
        long operation = number(stats, "operation");
        if (operation == MIGRATION_OUT) {
            return Job.MIGRATING_OUT;
        }
        return operation == MIGRATION_IN ? Job.MIGRATING_IN : Job.OTHER;
    }

    /** Whether these are the figures of a migration that has ended well. */
    public static boolean landed(Map<String, ?> stats) {
        long operation = number(stats, "operation");
        return number(stats, TYPE) == COMPLETED && (operation == MIGRATION_OUT || operation == MIGRATION_IN);
    }

    /** The memory figures; -1 where the driver does not say. The dirty rate comes in pages and leaves in bytes. */
    public static JobFigures figures(Map<String, ?> stats) {
        long pages = number(stats, "memory_dirty_rate");
        long told = number(stats, "memory_page_size");
        long page = told > 0 ? told : 4096;
        long zeroes = number(stats, "memory_constant");
        return new JobFigures(
                number(stats, "memory_total"),
                number(stats, "memory_processed"),
                number(stats, "memory_remaining"),
                number(stats, "memory_bps"),
                pages < 0 ? -1 : times(pages, page),
                number(stats, "memory_iteration"),
                number(stats, "time_elapsed"),
                number(stats, "downtime"),
                zeroes < 0 ? -1 : times(zeroes, page),
                number(stats, "memory_normal_bytes"),
                number(stats, "auto_converge_throttle"));
    }

    private static long times(long pages, long size) {
        return pages > Long.MAX_VALUE / size ? Long.MAX_VALUE : pages * size;
    }

    private static long number(Map<String, ?> stats, String name) {
        return stats.get(name) instanceof Number value && value.longValue() >= 0 ? value.longValue() : -1;
    }
}
