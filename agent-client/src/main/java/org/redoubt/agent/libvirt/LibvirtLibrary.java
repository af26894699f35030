package org.redoubt.agent.libvirt;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import org.libvirt.jna.Libvirt;
import org.redoubt.agent.port.Desk;

/**
 * libvirt's client library on this machine. The wiring makes one for the process, as libvirt itself has one event loop a
 * process. It is loaded when it is first needed and stays; where it is missing, it is looked for again at every attempt.
 */
public final class LibvirtLibrary {

    /** Names another library file than {@value #FILE}; one that is not there shows what a machine without it does. */
    public static final String PROPERTY = "redoubt.libvirt.library";

    private static final String FILE = "libvirt.so.0";

    /**
     * It, loaded.
     *
     * @param table libvirt-java's functions
     * @param more what libvirt-java lacks
     */
    record Opened(Libvirt table, NativeLibvirt more, EventLoop events) {}

    private final Desk desk;
    private final String file;
    private Opened opened;

    public LibvirtLibrary(Desk desk) {
        this(desk, System.getProperty(PROPERTY, FILE));
    }

    LibvirtLibrary(Desk desk, String file) {
        this.desk = desk;
        this.file = file;
    }

    synchronized Opened open() throws LibraryMissing {
        if (opened == null) {
            opened = load();
        }
        return opened;
    }

    private Opened load() throws LibraryMissing {
        try {
            SymbolLookup symbols = SymbolLookup.libraryLookup(file, Arena.global());
            if (System.getProperty("jna.encoding") == null) {
                // libvirt speaks UTF-8 whatever the locale; JNA would take the locale's
                System.setProperty("jna.encoding", "UTF-8");
            }
            Libvirt table = Libvirt.INSTANCE;
            NativeLibvirt more = new NativeLibvirt(symbols);
            if (table.virInitialize() < 0) {
                throw new LibraryMissing(more.lastFault().getMessage());
            }
            // binds what every fault needs: a libvirt too old for it is none
            more.lastFault();
            more.silence();
            EventLoop events = new EventLoop(table);
            events.start(desk);
            return new Opened(table, more, events);
        } catch (IllegalArgumentException | LinkageError notLoadable) {
            throw new LibraryMissing(String.valueOf(notLoadable.getMessage()));
        }
    }
}
