/** Every wire and file that leaves the process: the ports, and one package per vendor or format behind them. */
module org.redoubt.agent {
    requires transitive org.redoubt.topology;
    requires com.h2database;
    requires com.hierynomus.sshj;
    requires com.sun.jna;
    requires java.sql;
    requires java.xml;
    requires libvirt;
    // SSHJ looks for it by name, and an automatic module draws in nothing that has a descriptor
    requires org.bouncycastle.provider;
    requires org.slf4j;
    requires org.snakeyaml.engine;
    requires tools.jackson.core;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.yaml;

    exports org.redoubt.agent.journal to
            org.redoubt.app;
    exports org.redoubt.agent.libvirt to
            org.redoubt.app;
    exports org.redoubt.agent.pacemaker to
            org.redoubt.app;
    exports org.redoubt.agent.port;
    exports org.redoubt.agent.preferences to
            org.redoubt.app;
    exports org.redoubt.agent.probe to
            org.redoubt.app;
    exports org.redoubt.agent.record to
            org.redoubt.app;
    exports org.redoubt.agent.sim to
            org.redoubt.app;
    exports org.redoubt.agent.site to
            org.redoubt.app;
    exports org.redoubt.agent.site.paper to
            org.redoubt.app;
    exports org.redoubt.agent.ssh to
            org.redoubt.app;
    exports org.redoubt.agent.ssh.read to
            org.redoubt.app;
}
