package bad.javafxonlyinviews.redoubt.app;

final class FineApp {
    javafx.stage.Stage stage;
}
