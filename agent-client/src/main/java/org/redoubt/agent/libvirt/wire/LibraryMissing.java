package org.redoubt.agent.libvirt.wire;

/** This machine has no libvirt client library; the message says which package to install. */
public final class LibraryMissing extends Exception {
    private static final long serialVersionUID = 1;

    public LibraryMissing(String why) {
        super(
                "This machine lacks libvirt's client library: install it (Debian, Ubuntu: apt install libvirt0;"
                        + " Fedora: libvirt-libs), the console will find it. (" + why + ")",
                null,
                false,
                false);
    }
}
