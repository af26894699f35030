package bad.javafxonlyinviews.redoubt.views.topology;

final class FineView {
    javafx.scene.Node node;
}
