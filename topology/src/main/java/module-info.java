/** What is true: values and pure functions. No I/O, clock, thread, toolkit or logging. */
module org.redoubt.topology {
    exports org.redoubt.topology.cluster;
    exports org.redoubt.topology.diff;
    exports org.redoubt.topology.fact;
    exports org.redoubt.topology.heartbeat;
    exports org.redoubt.topology.law;
    exports org.redoubt.topology.model;
    exports org.redoubt.topology.need;
    exports org.redoubt.topology.picture.layout;
    exports org.redoubt.topology.picture;
    exports org.redoubt.topology.plan.forecast;
    exports org.redoubt.topology.plan.move;
    exports org.redoubt.topology.plan;
}
