package bad.nocycles.redoubt.views;

public final class BadParent {
    bad.nocycles.redoubt.views.table.BadChild child;
}
