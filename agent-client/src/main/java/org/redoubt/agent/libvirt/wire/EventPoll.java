package org.redoubt.agent.libvirt.wire;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.DeskClock;

/**
 * What libvirt waits on, waited on by poll(2) on a thread of our own. libvirt's default loop runs GLib's default main
 * context, and so does JavaFX's: whichever thread came first would run the other's work, the window's on libvirt's
 * thread or libvirt's on the window's (docs/decisions/libvirt-event-loop.md). libvirt has one loop a process and keeps
 * what it was given for good; so there is one of these, and it never ends.
 */
final class EventPoll {

    private static final EventPoll OF_THE_PROCESS = new EventPoll();

    /** virEventHandleType against poll(2)'s bits. */
    private static final int[][] BITS = {{1, 0x001}, {2, 0x004}, {4, 0x008}, {8, 0x010}};

    private static final int POLLFD = 8;
    private static final int NON_BLOCKING_CLOSED_ON_EXEC = 0x80800;

    private static final MethodHandle POLL =
            libc("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private static final MethodHandle EVENTFD = libc("eventfd", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle READ =
            libc("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle WRITE =
            libc("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle READY =
            Linker.nativeLinker().downcallHandle(FunctionDescriptor.ofVoid(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle DUE =
            Linker.nativeLinker().downcallHandle(FunctionDescriptor.ofVoid(JAVA_INT, ADDRESS));
    private static final MethodHandle LET_GO = Linker.nativeLinker().downcallHandle(FunctionDescriptor.ofVoid(ADDRESS));

    /** A descriptor or a timer of libvirt's: whom to call, with what, and how to let go of that. */
    private static final class Watched {
        private final int id;
        private final int descriptor;
        private final MemorySegment callback;
        private final MemorySegment with;
        private final MemorySegment letGo;
        private int events;
        private long every;
        private long due;
        private boolean removed;

        private Watched(int id, int descriptor, MemorySegment callback, MemorySegment with, MemorySegment letGo) {
            this.id = id;
            this.descriptor = descriptor;
            this.callback = callback;
            this.with = with;
            this.letGo = letGo;
        }
    }

    private final Map<Integer, Watched> handles = new LinkedHashMap<>();
    private final Map<Integer, Watched> timers = new LinkedHashMap<>();
    private final List<Watched> gone = new ArrayList<>();
    private final MemorySegment one = Arena.global().allocateFrom(JAVA_LONG, 1);
    private int last;
    private int waker = -1;
    private DeskClock clock;

    private EventPoll() {}

    /** Registers it with libvirt and starts its thread, unless that was done before; ahead of the first connection. */
    static void begin(SymbolLookup libvirt, Desk desk) {
        OF_THE_PROCESS.register(libvirt, desk);
    }

    private synchronized void register(SymbolLookup libvirt, Desk desk) {
        if (clock != null) {
            return;
        }
        MethodHandle registering = Linker.nativeLinker()
                .downcallHandle(
                        libvirt.find("virEventRegisterImpl")
                                .orElseThrow(() -> new UnsatisfiedLinkError("virEventRegisterImpl")),
                        FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
        clock = desk.clock();
        waker = NativeCalls.quietly(() -> (int) EVENTFD.invokeExact(0, NON_BLOCKING_CLOSED_ON_EXEC));
        var segment = MemorySegment.class;
        MemorySegment addHandle = stub("addHandle", int.class, int.class, int.class, segment, segment, segment);
        MemorySegment updateHandle = stub("updateHandle", void.class, int.class, int.class);
        MemorySegment removeHandle = stub("removeHandle", int.class, int.class);
        MemorySegment addTimer = stub("addTimer", int.class, int.class, segment, segment, segment);
        MemorySegment updateTimer = stub("updateTimer", void.class, int.class, int.class);
        MemorySegment removeTimer = stub("removeTimer", int.class, int.class);
        NativeCalls.quietly(() -> {
            registering.invokeExact(addHandle, updateHandle, removeHandle, addTimer, updateTimer, removeTimer);
            return null;
        });
        desk.thread("libvirt events", this::runForEver).start();
    }

    // --- called by libvirt, on any thread; nothing here may throw, for there is nobody to catch it

    private synchronized int addHandle(
            int descriptor, int events, MemorySegment callback, MemorySegment with, MemorySegment letGo) {
        Watched handle = new Watched(++last, descriptor, callback, with, letGo);
        handle.events = events;
        handles.put(handle.id, handle);
        wake();
        return handle.id;
    }

    private synchronized void updateHandle(int id, int events) {
        Watched handle = handles.get(id);
        if (handle != null) {
            handle.events = events;
            wake();
        }
    }

    private synchronized int removeHandle(int id) {
        return remove(handles.remove(id));
    }

    private synchronized int addTimer(int every, MemorySegment callback, MemorySegment with, MemorySegment letGo) {
        Watched timer = new Watched(++last, -1, callback, with, letGo);
        timers.put(timer.id, timer);
        set(timer, every);
        return timer.id;
    }

    private synchronized void updateTimer(int id, int every) {
        Watched timer = timers.get(id);
        if (timer != null) {
            set(timer, every);
        }
    }

    private synchronized int removeTimer(int id) {
        return remove(timers.remove(id));
    }

    private void set(Watched timer, int every) {
        timer.every = every;
        timer.due = clock.millis() + Math.max(0, every);
        wake();
    }

    private int remove(Watched watched) {
        if (watched == null) {
            return -1;
        }
        watched.removed = true;
        gone.add(watched); // let go of by the loop: here libvirt may hold locks that letting go wants
        wake();
        return 0;
    }

    private void wake() {
        NativeCalls.quietly(() -> (long) WRITE.invokeExact(waker, one, 8L));
    }

    // --- the loop

    private void runForEver() {
        while (true) {
            once();
        }
    }

    private void once() {
        List<Watched> waited = new ArrayList<>();
        int patience = prepare(waited);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment set = arena.allocate((long) POLLFD * (waited.size() + 1), 8);
            put(set, 0, waker, 0x001);
            for (int i = 0; i < waited.size(); i++) {
                put(set, i + 1, waited.get(i).descriptor, toPoll(waited.get(i).events));
            }
            // interrupted by a signal is nothing ready: it is only asked again
            NativeCalls.quietly(() -> (int) POLL.invokeExact(set, (long) waited.size() + 1, patience));
            if (ready(set, 0) != 0) {
                MemorySegment count = arena.allocate(JAVA_LONG);
                NativeCalls.quietly(() -> (long) READ.invokeExact(waker, count, 8L));
            }
            for (int i = 0; i < waited.size(); i++) {
                int events = fromPoll(ready(set, i + 1));
                if (events != 0) {
                    tell(waited.get(i), events);
                }
            }
        }
        tellTimers();
        letGo();
    }

    /** What is to be waited for, and for how many milliseconds at most; -1 for as long as it takes. */
    private synchronized int prepare(List<Watched> waited) {
        for (Watched handle : handles.values()) {
            if (handle.events != 0) {
                waited.add(handle);
            }
        }
        if (!gone.isEmpty()) {
            return 0;
        }
        long now = clock.millis();
        long least = Long.MAX_VALUE;
        for (Watched timer : timers.values()) {
            if (timer.every >= 0) {
                least = Math.min(least, Math.max(0, timer.due - now));
            }
        }
        return least == Long.MAX_VALUE ? -1 : (int) Math.min(least, Integer.MAX_VALUE);
    }

    private void tell(Watched handle, int events) {
        synchronized (this) {
            if (handle.removed || handle.events == 0) {
                return;
            }
        }
        NativeCalls.quietly(() -> {
            READY.invokeExact(handle.callback, handle.id, handle.descriptor, events, handle.with);
            return null;
        });
    }

    private void tellTimers() {
        List<Watched> due = new ArrayList<>();
        synchronized (this) {
            long now = clock.millis();
            for (Watched timer : timers.values()) {
                if (timer.every >= 0 && timer.due <= now) {
                    timer.due = now + timer.every;
                    due.add(timer);
                }
            }
        }
        for (Watched timer : due) {
            if (stillWanted(timer)) {
                NativeCalls.quietly(() -> {
                    DUE.invokeExact(timer.callback, timer.id, timer.with);
                    return null;
                });
            }
        }
    }

    private synchronized boolean stillWanted(Watched timer) {
        return !timer.removed && timer.every >= 0;
    }

    private void letGo() {
        List<Watched> over;
        synchronized (this) {
            over = List.copyOf(gone);
            gone.clear();
        }
        for (Watched watched : over) {
            if (watched.letGo.address() != 0) {
                NativeCalls.quietly(() -> {
                    LET_GO.invokeExact(watched.letGo, watched.with);
                    return null;
                });
            }
        }
    }

    // --- bits and pieces

    private static void put(MemorySegment set, int index, int descriptor, int events) {
        set.set(JAVA_INT, (long) index * POLLFD, descriptor);
        set.set(JAVA_SHORT, (long) index * POLLFD + 4, (short) events);
    }

    private static int ready(MemorySegment set, int index) {
        return set.get(JAVA_SHORT, (long) index * POLLFD + 6);
    }

    static int toPoll(int events) {
        int bits = 0;
        for (int[] pair : BITS) {
            bits |= (events & pair[0]) != 0 ? pair[1] : 0;
        }
        return bits;
    }

    /** A descriptor that is not open (POLLNVAL) is an error, as libvirt's own loop has it. */
    static int fromPoll(int bits) {
        int events = (bits & 0x020) != 0 ? 4 : 0;
        for (int[] pair : BITS) {
            events |= (bits & pair[1]) != 0 ? pair[0] : 0;
        }
        return events;
    }

    private static MethodHandle libc(String name, FunctionDescriptor shape) {
        return Linker.nativeLinker()
                .downcallHandle(Linker.nativeLinker().defaultLookup().find(name).orElseThrow(), shape);
    }

    /** A pointer to the method of that name, for the life of the process: libvirt keeps it. */
    private MemorySegment stub(String method, Class<?> returned, Class<?>... taken) {
        try {
            MethodHandle target = MethodHandles.lookup().bind(this, method, MethodType.methodType(returned, taken));
            var arguments = new java.lang.foreign.MemoryLayout[taken.length];
            for (int i = 0; i < taken.length; i++) {
                arguments[i] = taken[i] == int.class ? JAVA_INT : ADDRESS;
            }
            FunctionDescriptor shape = returned == void.class
                    ? FunctionDescriptor.ofVoid(arguments)
                    : FunctionDescriptor.of(JAVA_INT, arguments);
            return Linker.nativeLinker().upcallStub(target, shape, Arena.global());
        } catch (NoSuchMethodException | IllegalAccessException impossible) {
            throw new LinkageError(method, impossible);
        }
    }
}
