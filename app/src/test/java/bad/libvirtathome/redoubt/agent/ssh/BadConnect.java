package bad.libvirtathome.redoubt.agent.ssh;

final class BadConnect {
    org.libvirt.Connect connect;
}
