/// What the operator wants: one package per use case, tested without a toolkit.
module org.redoubt.controllers {
    requires transitive org.redoubt.topology;
    requires org.redoubt.agent;
    requires org.slf4j;

    exports org.redoubt.controllers.migrate;
    exports org.redoubt.controllers.run;
    exports org.redoubt.controllers.settings;
    exports org.redoubt.controllers.trust;
    exports org.redoubt.controllers.watch;
}
