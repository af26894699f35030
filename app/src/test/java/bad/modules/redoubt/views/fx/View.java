package bad.modules.redoubt.views.fx;

public final class View {
    private View() {}
}
