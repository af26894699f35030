package bad.topologyispure.redoubt.topology.model;

final class BadToolkit {
    javafx.scene.Node node;
}
