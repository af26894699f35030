/// Main, the command line, and the one place that chooses implementations and wires them by constructors.
module org.redoubt.app {
    requires info.picocli;
    requires org.redoubt.agent;
    requires org.redoubt.controllers;
    requires org.redoubt.topology;
    requires org.redoubt.views;
    requires org.slf4j;

    opens org.redoubt.app to
            info.picocli;
}
