package org.redoubt.views.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.picture.Box;

/** Looking nearer and farther. */
class CameraTest {

    @Property(tries = 300)
    void what_lies_under_the_pointer_stays_there_when_it_zooms(
            @ForAll @DoubleRange(min = 0.05, max = 5) double scale,
            @ForAll @DoubleRange(min = -900, max = 900) double dx,
            @ForAll @DoubleRange(min = 0, max = 1900) double x,
            @ForAll @DoubleRange(min = 0, max = 1000) double y,
            @ForAll @DoubleRange(min = 0.2, max = 5) double factor) {
        Camera before = new Camera(scale, dx, -dx);
        Camera after = before.zoomed(factor, x, y, 0.01, 6);

        assertThat(after.mapX(x)).isCloseTo(before.mapX(x), within(1e-6));
        assertThat(after.mapY(y)).isCloseTo(before.mapY(y), within(1e-6));
        assertThat(after.scale()).isBetween(0.01, 6.0);
    }

    @Property(tries = 300)
    void a_fit_shows_all_of_a_box_in_the_middle(
            @ForAll @DoubleRange(min = 10, max = 20_000) double width,
            @ForAll @DoubleRange(min = 10, max = 20_000) double height) {
        Box box = new Box(-30, 70, width, height);
        Camera camera = Camera.on(box, 1200, 800, 1.25);

        assertThat(camera.view(1200, 800).contains(box)).isTrue();
        assertThat(camera.screenX(box.centreX())).isCloseTo(600, within(1e-6));
        assertThat(camera.screenY(box.centreY())).isCloseTo(400, within(1e-6));
        assertThat(camera.scale()).isLessThanOrEqualTo(1.25);
    }

    @Property(tries = 300)
    void it_is_never_lost_in_emptiness(
            @ForAll @DoubleRange(min = 0.05, max = 5) double scale,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double dx,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double dy) {
        Box box = new Box(-30, 70, 4000, 900);
        Box view = new Camera(scale, dx, dy).kept(box, 1200, 800).view(1200, 800);

        double wide = Math.min(view.right(), box.right()) - Math.max(view.x(), box.x());
        double high = Math.min(view.bottom(), box.bottom()) - Math.max(view.y(), box.y());
        assertThat(wide).isGreaterThanOrEqualTo(Math.min(view.width(), box.width()) / 2 - 1e-6);
        assertThat(high).isGreaterThanOrEqualTo(Math.min(view.height(), box.height()) / 2 - 1e-6);
    }

    @Test
    void what_sees_enough_stays_as_it_is() {
        Camera camera = Camera.on(new Box(0, 0, 4000, 900), 1200, 800, 1).moved(40, -12);
        assertThat(camera.kept(new Box(0, 0, 4000, 900), 1200, 800)).isEqualTo(camera);
    }

    @Test
    void there_and_back() {
        Camera camera = new Camera(0.8, 31, -7);
        assertThat(camera.mapX(camera.screenX(123))).isCloseTo(123, within(1e-9));
        assertThat(camera.mapY(camera.screenY(-45))).isCloseTo(-45, within(1e-9));
        assertThat(camera.moved(5, 6)).isEqualTo(new Camera(0.8, 36, -1));
        assertThat(camera.towards(new Camera(1.6, 0, 0), 1)).isEqualTo(new Camera(1.6, 0, 0));
    }

    @Test
    void nothing_to_look_at_is_looked_at_from_where_one_stands() {
        assertThat(Camera.on(new Box(0, 0, 0, 0), 1200, 800, 1)).isEqualTo(new Camera(1, 0, 0));
        assertThat(Camera.on(new Box(0, 0, 9, 9), 0, 0, 1)).isEqualTo(new Camera(1, 0, 0));
    }
}
