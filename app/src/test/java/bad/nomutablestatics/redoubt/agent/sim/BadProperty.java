package bad.nomutablestatics.redoubt.agent.sim;

import javafx.beans.property.SimpleStringProperty;

final class BadProperty {
    static final SimpleStringProperty NAME = new SimpleStringProperty();
}
