package org.redoubt.agent.libvirt.wire;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TypedParametersTest {

    private static final long SIZE = 96;

    private static MemorySegment parameter(MemorySegment array, int index, String name, int type) {
        MemorySegment one = array.asSlice(index * SIZE, SIZE);
        one.setString(0, name);
        one.set(JAVA_INT, 80, type);
        return one;
    }

    @Test
    void isLaidOutAsLibvirtDoes() {
        assertThat(TypedParameters.PARAMETER.byteSize()).isEqualTo(SIZE);
        assertThat(TypedParameters.NODE_FIGURE.byteSize()).isEqualTo(88);
    }

    @Test
    void everyTypeIsRead() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment array = arena.allocate(8 * SIZE, 8);
            parameter(array, 0, "int", 1).set(JAVA_INT, 88, -5);
            parameter(array, 1, "uint", 2).set(JAVA_INT, 88, -1);
            parameter(array, 2, "llong", 3).set(JAVA_LONG, 88, -7);
            parameter(array, 3, "ullong", 4).set(JAVA_LONG, 88, 7);
            parameter(array, 4, "double", 5).set(JAVA_DOUBLE, 88, 0.5);
            parameter(array, 5, "boolean", 6).set(JAVA_BYTE, 88, (byte) 1);
            parameter(array, 6, "string", 7).set(ADDRESS, 88, arena.allocateFrom("größer"));
            parameter(array, 7, "unheard-of", 99).set(JAVA_LONG, 88, 1);

            assertThat(TypedParameters.read(array, 8))
                    .isEqualTo(Map.of(
                            "int",
                            -5,
                            "uint",
                            4_294_967_295L,
                            "llong",
                            -7L,
                            "ullong",
                            7L,
                            "double",
                            0.5,
                            "boolean",
                            true,
                            "string",
                            "größer"));
        }
    }

    @Test
    void nothingIsReadFromNothing() {
        assertThat(TypedParameters.read(MemorySegment.NULL, 5)).isEmpty();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment array = arena.allocate(SIZE, 8);
            assertThat(TypedParameters.read(array, 0)).isEmpty();
            assertThat(TypedParameters.read(array, -1)).isEmpty();
            parameter(array, 0, "string", 7).set(ADDRESS, 88, MemorySegment.NULL);
            assertThat(TypedParameters.read(array, 1))
                    .as("a string that is not there")
                    .isEmpty();
        }
    }

    @Test
    void aNameThatFillsItsFieldEndsWithIt() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment array = arena.allocate(SIZE, 8);
            array.asSlice(0, 80).fill((byte) 'x');
            array.set(JAVA_INT, 80, 1);

            assertThat(TypedParameters.read(array, 1)).containsOnlyKeys("x".repeat(80));
        }
    }

    @Property
    void whatIsWrittenIsRead(@ForAll long value) {
        try (Arena arena = Arena.ofConfined()) {
            assertThat(TypedParameters.read(TypedParameters.unsignedLong(arena, "bandwidth", value), 1))
                    .isEqualTo(Map.of("bandwidth", value));
        }
    }
}
