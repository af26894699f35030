package org.redoubt.agent.libvirt.wire;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import org.libvirt.jna.Libvirt;
import org.redoubt.agent.port.Desk;

/**
 * libvirt's client library, loaded: for the life of the process, with its event loop running.
 *
 * @param table libvirt-java's functions
 * @param domains what libvirt-java lacks of domains, and {@code hosts} of hosts
 */
public record LoadedLibrary(Libvirt table, NativeCalls calls, NativeDomains domains, NativeHosts hosts, Events events) {

    /** Loads it from {@code file}; once a process, for libvirt has one event loop. */
    public static LoadedLibrary load(String file, Desk desk) throws LibraryMissing {
        try {
            SymbolLookup symbols = SymbolLookup.libraryLookup(file, Arena.global());
            if (System.getProperty("jna.encoding") == null) {
                // libvirt speaks UTF-8 whatever the locale; JNA would take the locale's
                System.setProperty("jna.encoding", "UTF-8");
            }
            Libvirt table = Libvirt.INSTANCE;
            NativeCalls calls = new NativeCalls(symbols);
            EventPoll.begin(symbols, desk);
            if (table.virInitialize() < 0) {
                throw new LibraryMissing(calls.lastFault().getMessage());
            }
            // binds what every fault needs: a libvirt too old for it is none
            calls.lastFault();
            calls.silence();
            return new LoadedLibrary(table, calls, new NativeDomains(calls), new NativeHosts(calls), new Events(table));
        } catch (IllegalArgumentException | LinkageError notLoadable) {
            throw new LibraryMissing(String.valueOf(notLoadable.getMessage()));
        }
    }
}
