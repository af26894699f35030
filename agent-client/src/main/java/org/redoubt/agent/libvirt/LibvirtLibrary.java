package org.redoubt.agent.libvirt;

import org.redoubt.agent.libvirt.wire.LibraryMissing;
import org.redoubt.agent.libvirt.wire.LoadedLibrary;
import org.redoubt.agent.port.Desk;

/**
 * libvirt's client library on this machine. The wiring makes one for the process, as libvirt itself has one event loop a
 * process. It is loaded when it is first needed and stays; where it is missing, it is looked for again at every attempt.
 */
public final class LibvirtLibrary {

    /** Names another library file than {@value #FILE}; one that is not there shows what a machine without it does. */
    public static final String PROPERTY = "redoubt.libvirt.library";

    private static final String FILE = "libvirt.so.0";

    private final Desk desk;
    private final String file;
    private LoadedLibrary loaded;

    public LibvirtLibrary(Desk desk) {
        this(desk, System.getProperty(PROPERTY, FILE));
    }

    LibvirtLibrary(Desk desk, String file) {
        this.desk = desk;
        this.file = file;
    }

    synchronized LoadedLibrary open() throws LibraryMissing {
        if (loaded == null) {
            loaded = LoadedLibrary.load(file, desk);
        }
        return loaded;
    }
}
