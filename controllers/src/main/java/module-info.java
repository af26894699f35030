/// What the operator wants: one package per use case, tested without a toolkit.
module org.redoubt.controllers {
    requires transitive org.redoubt.topology;
    requires org.redoubt.agent;
    requires org.slf4j;
}
