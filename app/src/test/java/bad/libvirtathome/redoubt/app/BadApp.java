package bad.libvirtathome.redoubt.app;

final class BadApp {
    void stop(org.libvirt.Domain domain) throws org.libvirt.LibvirtException {
        domain.destroy();
    }
}
