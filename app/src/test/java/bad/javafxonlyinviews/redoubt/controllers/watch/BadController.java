package bad.javafxonlyinviews.redoubt.controllers.watch;

final class BadController {
    javafx.beans.property.StringProperty name;
}
