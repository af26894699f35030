package bad.javafxonlyinviews.redoubt.topology.picture;

final class BadIcon {
    org.kordamp.ikonli.javafx.FontIcon icon;
}
