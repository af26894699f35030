package bad.libvirtathome.redoubt.controllers.migrate;

final class BadNative {
    com.sun.jna.Pointer pointer;
}
