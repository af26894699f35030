package bad.modules.redoubt.controllers.run;

public final class Controller {
    private Controller() {}
}
