/** Every wire and file that leaves the process: the ports, and one package per vendor or format behind them. */
module org.redoubt.agent {
    requires transitive org.redoubt.topology;
    requires com.sun.jna;
    requires java.xml;
    requires libvirt;
    requires org.slf4j;

    exports org.redoubt.agent.port;
    exports org.redoubt.agent.libvirt to
            org.redoubt.app;
}
