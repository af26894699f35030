package org.redoubt.app.laws;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** What code can reach for: the words that the laws are written in. A method reference reaches as far as a call. */
final class Reach {

    /** The time, unless a {@link Clock} is handed to the call. */
    static final DescribedPredicate<JavaAccess<?>> CLOCK = describe("read a clock", access -> {
        AccessTarget target = access.getTarget();
        return is(target, System.class, "nanoTime", "currentTimeMillis")
                || is(
                        target,
                        Clock.class,
                        "system",
                        "systemUTC",
                        "systemDefaultZone",
                        "tickMillis",
                        "tickSeconds",
                        "tickMinutes")
                || target.getOwner().getPackageName().startsWith("java.time")
                        && target.getName().equals("now")
                        && !takes(target, Clock.class)
                || made(target, java.util.Date.class) && takesNothing(target)
                || is(target, java.util.Calendar.class, "getInstance");
    });

    /** A thread or a wait of one's own, unless the factory or executor is handed to the call. */
    static final DescribedPredicate<JavaAccess<?>> THREAD = describe("make a thread or sleep", access -> {
        AccessTarget target = access.getTarget();
        return made(target, Thread.class)
                || is(target, Thread.class, "sleep", "ofVirtual", "ofPlatform", "startVirtualThread")
                || is(target, TimeUnit.class, "sleep")
                || made(target, java.util.Timer.class)
                || target.getOwner().isEquivalentTo(Executors.class) && !takes(target, ThreadFactory.class)
                || made(target, ThreadPoolExecutor.class) && !takes(target, ThreadFactory.class)
                || made(target, ForkJoinPool.class)
                || is(target, ForkJoinPool.class, "commonPool")
                || target.getOwner().isAssignableTo(CompletableFuture.class)
                        && target.getName().endsWith("Async")
                        && !takes(target, Executor.class)
                || is(target, CompletableFuture.class, "delayedExecutor", "orTimeout", "completeOnTimeout");
    });

    /** Chance that cannot be repeated: a generator without a seed. */
    static final DescribedPredicate<JavaAccess<?>> CHANCE = describe("draw from chance", access -> {
        AccessTarget target = access.getTarget();
        return is(target, Math.class, "random")
                || is(target, java.util.concurrent.ThreadLocalRandom.class, "current")
                || made(target, java.util.random.RandomGenerator.class) && takesNothing(target)
                || is(target, java.util.random.RandomGenerator.class, "getDefault", "of");
    });

    /** The process around the program: its streams, properties and environment. */
    static final DescribedPredicate<JavaAccess<?>> SURROUNDINGS = describe("look at the process around it", access -> {
        AccessTarget target = access.getTarget();
        return target.getOwner().isEquivalentTo(System.class)
                        && !Set.of("arraycopy", "identityHashCode", "lineSeparator")
                                .contains(target.getName())
                || target.getOwner().isEquivalentTo(Runtime.class);
    });

    /** What opens a file, a socket or a process. A Path or a File only names one. */
    static final DescribedPredicate<JavaClass> OUT_OF_THE_PROCESS = describe(
            "open a file, a socket or a process",
            type -> type.getPackageName().equals("java.net.http")
                    || type.getPackageName().startsWith("java.nio.channels")
                    || Set.of(
                                    "java.io.FileInputStream",
                                    "java.io.FileOutputStream",
                                    "java.io.FileReader",
                                    "java.io.FileWriter",
                                    "java.io.RandomAccessFile",
                                    "java.lang.Process",
                                    "java.lang.ProcessBuilder",
                                    "java.net.DatagramSocket",
                                    "java.net.ServerSocket",
                                    "java.net.Socket",
                                    "java.net.URLConnection",
                                    "java.nio.file.Files")
                            .contains(type.getName()));

    /** What java.lang and java.util hold that is no value. */
    static final DescribedPredicate<JavaClass> NO_VALUE = OUT_OF_THE_PROCESS.or(describe(
            "run on their own",
            type -> Set.of("java.lang.Thread", "java.util.Scanner", "java.util.Timer")
                    .contains(type.getName())));

    /** Neither here nor there: int, and arrays of it. */
    static final DescribedPredicate<JavaClass> PRIMITIVE =
            describe("are primitive", type -> type.getBaseComponentType().isPrimitive());

    /** Types whose objects change: no constant is one of them. */
    static final DescribedPredicate<JavaClass> MUTABLE = describe(
            "that can change",
            type -> resideInAnyPackage("java.util.concurrent..").test(type)
                            && !type.isAssignableTo(TimeUnit.class)
                            && !type.isAssignableTo(ThreadFactory.class)
                    || type.getPackageName().equals("java.util")
                            && !type.isInterface()
                            && (type.isAssignableTo(java.util.Collection.class)
                                    || type.isAssignableTo(java.util.Map.class)
                                    || type.isAssignableTo(java.util.BitSet.class))
                    || type.isAssignableTo(ThreadLocal.class)
                    || type.isAssignableTo(Appendable.class)
                    || type.isAssignableTo("javafx.beans.value.WritableValue"));

    private Reach() {}

    /** Accesses to methods of that name of this type, its heirs included. */
    static DescribedPredicate<JavaAccess<?>> method(String type, String name) {
        return describe(
                "use " + type + "." + name,
                access -> access.getTarget().getName().equals(name)
                        && access.getTargetOwner().isAssignableTo(type));
    }

    /** Every way to construct this type. */
    static DescribedPredicate<JavaAccess<?>> constructor(String type) {
        return method(type, JavaConstructor.CONSTRUCTOR_NAME).as("construct " + type);
    }

    static ArchCondition<JavaClass> access(DescribedPredicate<JavaAccess<?>> what) {
        return condition(what, true);
    }

    static ArchCondition<JavaClass> notAccess(DescribedPredicate<JavaAccess<?>> what) {
        return condition(what, false);
    }

    private static ArchCondition<JavaClass> condition(DescribedPredicate<JavaAccess<?>> what, boolean wanted) {
        return new ArchCondition<>(what.getDescription()) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getAccessesFromSelf().stream()
                        .filter(what)
                        .forEach(access ->
                                events.add(new SimpleConditionEvent(access, wanted, access.getDescription())));
            }
        };
    }

    private static boolean is(AccessTarget target, Class<?> owner, String... names) {
        return target.getOwner().isEquivalentTo(owner) && List.of(names).contains(target.getName());
    }

    private static boolean made(AccessTarget target, Class<?> type) {
        return target instanceof AccessTarget.ConstructorCallTarget
                        && target.getOwner().isAssignableTo(type)
                || target instanceof AccessTarget.ConstructorReferenceTarget
                        && target.getOwner().isAssignableTo(type);
    }

    private static boolean takes(AccessTarget target, Class<?> type) {
        return target instanceof AccessTarget.CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().stream().anyMatch(parameter -> parameter.isEquivalentTo(type));
    }

    private static boolean takesNothing(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().isEmpty();
    }
}
