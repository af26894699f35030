package bad.modules.redoubt.controllers.run;

final class BadControllerKnowsView {
    bad.modules.redoubt.views.fx.View view;
}
