package bad.nocycles.redoubt.views.table;

public final class BadChild {
    bad.nocycles.redoubt.views.BadParent parent;
}
