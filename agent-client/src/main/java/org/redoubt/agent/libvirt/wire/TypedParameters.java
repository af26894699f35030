package org.redoubt.agent.libvirt.wire;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** libvirt's typed parameters ({@code virTypedParameter}) in native memory, to and from Java values. */
public final class TypedParameters {

    private static final int NAME_SIZE = 80;
    private static final long TYPE_AT = NAME_SIZE;
    private static final long VALUE_AT = NAME_SIZE + 8;

    /** {@code struct { char field[80]; int type; union value; }} */
    public static final MemoryLayout PARAMETER = MemoryLayout.structLayout(
            MemoryLayout.sequenceLayout(NAME_SIZE, JAVA_BYTE), JAVA_INT, MemoryLayout.paddingLayout(4), JAVA_LONG);

    /** {@code struct { char field[80]; unsigned long long value; }} */
    public static final MemoryLayout NODE_FIGURE =
            MemoryLayout.structLayout(MemoryLayout.sequenceLayout(NAME_SIZE, JAVA_BYTE), JAVA_LONG);

    private static final int INT = 1;
    private static final int UNSIGNED_INT = 2;
    private static final int LONG = 3;
    private static final int UNSIGNED_LONG = 4;
    private static final int DOUBLE = 5;
    private static final int BOOLEAN = 6;
    private static final int STRING = 7;

    private TypedParameters() {}

    /** By name: Integer, Long, Double, Boolean or String; one of a type that is not known is left out. */
    public static Map<String, Object> read(MemorySegment first, int count) {
        if (first.address() == 0 || count <= 0) {
            return Map.of();
        }
        MemorySegment all = first.reinterpret(count * PARAMETER.byteSize());
        Map<String, Object> values = HashMap.newHashMap(count);
        for (int i = 0; i < count; i++) {
            MemorySegment one = all.asSlice(i * PARAMETER.byteSize(), PARAMETER.byteSize());
            Object value = value(one);
            if (value != null) {
                values.put(name(one), value);
            }
        }
        return values;
    }

    private static Object value(MemorySegment parameter) {
        return switch (parameter.get(JAVA_INT, TYPE_AT)) {
            case INT -> parameter.get(JAVA_INT, VALUE_AT);
            case UNSIGNED_INT -> Integer.toUnsignedLong(parameter.get(JAVA_INT, VALUE_AT));
            case LONG, UNSIGNED_LONG -> parameter.get(JAVA_LONG, VALUE_AT);
            case DOUBLE -> parameter.get(JAVA_DOUBLE, VALUE_AT);
            case BOOLEAN -> parameter.get(JAVA_BYTE, VALUE_AT) != 0;
            case STRING -> {
                MemorySegment text = parameter.get(ADDRESS, VALUE_AT);
                yield text.address() == 0
                        ? null
                        : text.reinterpret(Long.MAX_VALUE).getString(0);
            }
            default -> null;
        };
    }

    public static Map<String, Long> nodeFigures(MemorySegment all, int count) {
        Map<String, Long> values = HashMap.newHashMap(count);
        for (int i = 0; i < count; i++) {
            MemorySegment one = all.asSlice(i * NODE_FIGURE.byteSize(), NODE_FIGURE.byteSize());
            values.put(name(one), one.get(JAVA_LONG, NAME_SIZE));
        }
        return values;
    }

    /** An array of one parameter. */
    public static MemorySegment unsignedLong(Arena arena, String name, long value) {
        MemorySegment one = arena.allocate(PARAMETER);
        one.setString(0, name);
        one.set(JAVA_INT, TYPE_AT, UNSIGNED_LONG);
        one.set(JAVA_LONG, VALUE_AT, value);
        return one;
    }

    private static String name(MemorySegment parameter) {
        byte[] field = parameter.asSlice(0, NAME_SIZE).toArray(JAVA_BYTE);
        int length = 0;
        while (length < field.length && field[length] != 0) {
            length++;
        }
        return new String(field, 0, length, StandardCharsets.UTF_8);
    }
}
