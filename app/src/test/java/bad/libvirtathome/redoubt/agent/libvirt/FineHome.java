package bad.libvirtathome.redoubt.agent.libvirt;

final class FineHome {
    org.libvirt.Connect connect;
    com.sun.jna.Pointer pointer;
    java.lang.foreign.Arena arena;
}
