/// What the operator sees: the only module, besides Main, that knows JavaFX.
module org.redoubt.views {
    requires transitive javafx.graphics;
    requires transitive org.redoubt.controllers;
    requires transitive org.redoubt.topology;
    requires atlantafx.base;
    requires javafx.controls;
    requires org.slf4j;

    exports org.redoubt.views.console;
    exports org.redoubt.views.fx;
    exports org.redoubt.views.topology;
}
