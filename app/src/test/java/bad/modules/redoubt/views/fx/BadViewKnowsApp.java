package bad.modules.redoubt.views.fx;

final class BadViewKnowsApp {
    bad.modules.redoubt.app.Wiring wiring;
}
