package bad.nocycles.redoubt.views.fx;

public final class BadOne {
    bad.nocycles.redoubt.views.map.BadTwo two;
}
