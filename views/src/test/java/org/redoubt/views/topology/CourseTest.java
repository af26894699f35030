package org.redoubt.views.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** The way of a flight. */
class CourseTest {

    private static void same(Camera one, Camera other) {
        assertThat(one.scale()).isCloseTo(other.scale(), within(other.scale() * 1e-6));
        assertThat(one.mapX(600)).isCloseTo(other.mapX(600), within(1e-3));
        assertThat(one.mapY(400)).isCloseTo(other.mapY(400), within(1e-3));
    }

    @Property(tries = 300)
    void it_begins_where_one_is_and_ends_where_one_wants_to_be(
            @ForAll @DoubleRange(min = 0.01, max = 5) double from,
            @ForAll @DoubleRange(min = 0.01, max = 5) double to,
            @ForAll @DoubleRange(min = -9000, max = 9000) double x,
            @ForAll @DoubleRange(min = -9000, max = 9000) double y) {
        Camera start = new Camera(from, 12, -30);
        Camera end = new Camera(to, x, y);

        same(Course.arched(start, end, 1200, 800).at(0), start);
        same(Course.arched(start, end, 1200, 800).at(0.999_999_999), end);
        assertThat(Course.arched(start, end, 1200, 800).at(1)).isEqualTo(end);
        same(Course.straight(start, end).at(0), start);
        assertThat(Course.straight(start, end).at(1)).isEqualTo(end);
    }

    @Test
    void far_across_it_rises_so_that_one_sees_where_one_comes_to() {
        Camera here = new Camera(1, 0, 0);
        Camera there = new Camera(1, -20_000, 0);

        assertThat(Course.arched(here, there, 1200, 800).at(0.5).scale()).isLessThan(0.2);
    }

    @Test
    void nearer_and_farther_go_evenly_about_the_point_that_stays() {
        Camera far = new Camera(0.04, 100, 50);
        Camera near = far.zoomed(25, 700, 300, 0.01, 6);
        Camera half = Course.straight(far, near).at(0.5);

        assertThat(half.scale()).isCloseTo(0.2, within(1e-9));
        assertThat(half.mapX(700)).isCloseTo(far.mapX(700), within(1e-6));
        assertThat(half.mapY(300)).isCloseTo(far.mapY(300), within(1e-6));
    }
}
