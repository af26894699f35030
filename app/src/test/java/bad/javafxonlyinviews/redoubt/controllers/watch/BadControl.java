package bad.javafxonlyinviews.redoubt.controllers.watch;

final class BadControl {
    org.controlsfx.control.SearchableComboBox<String> box;
}
