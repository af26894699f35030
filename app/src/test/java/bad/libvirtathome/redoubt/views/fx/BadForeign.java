package bad.libvirtathome.redoubt.views.fx;

final class BadForeign {
    java.lang.foreign.Arena arena;
}
