package org.redoubt.agent.libvirt.wire;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.Map;

/**
 * The bridge to the libvirt calls that libvirt-java 0.5.4 lacks or garbles (strings in the platform's encoding, error
 * codes newer than its enum), by java.lang.foreign. Pointers are plain addresses of libvirt-java's handles. Every call
 * blocks its thread in native code: platform threads only. A call that fails throws the error of this same thread.
 */
public final class NativeCalls {

    /** A downcall. */
    interface Call<T, X extends Throwable> {
        T run() throws X;
    }

    private final SymbolLookup library;
    private final Map<String, MethodHandle> handles = new HashMap<>();
    private final MethodHandle free;

    /** Binds to a loaded library; a call that this version of it lacks is found missing only when it is needed. */
    NativeCalls(SymbolLookup library) {
        this.library = library;
        this.free = Linker.nativeLinker()
                .downcallHandle(
                        Linker.nativeLinker().defaultLookup().find("free").orElseThrow(),
                        FunctionDescriptor.ofVoid(ADDRESS));
    }

    /** What went wrong with the last call of this thread. */
    LibvirtFault lastFault() {
        MethodHandle code = intCall("virGetLastErrorCode");
        MethodHandle domain = intCall("virGetLastErrorDomain");
        MethodHandle message = call("virGetLastErrorMessage", FunctionDescriptor.of(ADDRESS));
        return quietly(() -> new LibvirtFault(
                (int) code.invokeExact(), (int) domain.invokeExact(), string((MemorySegment) message.invokeExact())));
    }

    /** Has libvirt say nothing on the standard error of this process: every fault is read and told by its caller. */
    void silence() {
        MethodHandle set = call("virSetErrorFunc", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS));
        MethodHandle nothing =
                MethodHandles.empty(MethodType.methodType(void.class, MemorySegment.class, MemorySegment.class));
        // for the life of the process: libvirt keeps the pointer
        MemorySegment stub =
                Linker.nativeLinker().upcallStub(nothing, FunctionDescriptor.ofVoid(ADDRESS, ADDRESS), Arena.global());
        quietly(() -> {
            set.invokeExact(MemorySegment.NULL, stub);
            return null;
        });
    }

    void free(MemorySegment memory) {
        quietly(() -> {
            free.invokeExact(memory);
            return null;
        });
    }

    static MemorySegment at(long address) {
        return MemorySegment.ofAddress(address);
    }

    static String string(MemorySegment text) {
        return text.address() == 0 ? "" : text.reinterpret(Long.MAX_VALUE).getString(0);
    }

    int check(int answer) throws LibvirtFault {
        if (answer < 0) {
            throw lastFault();
        }
        return answer;
    }

    MethodHandle intCall(String name, MemoryLayout... arguments) {
        return call(name, FunctionDescriptor.of(JAVA_INT, arguments));
    }

    /** A call that an older libvirt may lack. */
    MethodHandle newer(String name, MemoryLayout... arguments) throws LibvirtFault {
        if (!has(name)) {
            throw new LibvirtFault(LibvirtFault.NO_SUPPORT, 0, "this desk's libvirt has no " + name);
        }
        return intCall(name, arguments);
    }

    MethodHandle call(String name, FunctionDescriptor shape) {
        synchronized (handles) {
            return handles.computeIfAbsent(
                    name,
                    symbol -> Linker.nativeLinker()
                            .downcallHandle(
                                    library.find(symbol).orElseThrow(() -> new UnsatisfiedLinkError(symbol)), shape));
        }
    }

    /** A downcall throws nothing; that {@code invokeExact} declares Throwable is only its signature. */
    @SuppressWarnings("unchecked")
    static <T> T quietly(Call<T, Throwable> downcall) {
        return ((Call<T, RuntimeException>) (Call<T, ?>) downcall).run();
    }

    boolean has(String name) {
        return library.find(name).isPresent();
    }
}
