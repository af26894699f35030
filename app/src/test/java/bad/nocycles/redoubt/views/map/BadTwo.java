package bad.nocycles.redoubt.views.map;

public final class BadTwo {
    bad.nocycles.redoubt.views.fx.BadOne one;
}
