package org.redoubt.views.topology;

/** The way of a camera from one place to another, 0 to 1. */
@FunctionalInterface
interface Course {

    /** How much nearer or farther one goes for the way that lies before one; √2 is what people find pleasant. */
    double RHO = Math.sqrt(2);

    /** Nearer than this share of the window, a way across is not worth an arch. */
    double NEARBY = 1e-3;

    Camera at(double part);

    /** How long the way is, in what the eye has to follow; about 1 for a doubling. */
    default double length() {
        return 1;
    }

    /** Nearer or farther evenly, about the one point that both see in the same place. */
    static Course straight(Camera from, Camera to) {
        double ratio = to.scale() / from.scale();
        return part -> {
            if (part >= 1) {
                return to;
            }
            double even = Math.abs(ratio - 1) < 1e-6 ? part : (Math.pow(ratio, part) - 1) / (ratio - 1);
            return from.towards(to, even);
        };
    }

    /**
     * Up, across and down again, so that one sees where one comes to: the way on which what is seen passes evenly (van
     * Wijk and Nuij, Smooth and efficient zooming and panning).
     */
    static Course arched(Camera from, Camera to, double width, double height) {
        double startX = from.mapX(width / 2);
        double startY = from.mapY(height / 2);
        double wayX = to.mapX(width / 2) - startX;
        double wayY = to.mapY(height / 2) - startY;
        double way = Math.hypot(wayX, wayY);
        double before = width / from.scale();
        double after = width / to.scale();
        if (way < NEARBY * Math.min(before, after)) {
            return measured(straight(from, to), Math.abs(Math.log(after / before)) / RHO);
        }
        double rise = (after * after - before * before + 4 * way * way) / (4 * before * way);
        double fall = (after * after - before * before - 4 * way * way) / (4 * after * way);
        double first = -arsinh(rise);
        double length = (-arsinh(fall) - first) / RHO;
        Course arch = part -> {
            if (part >= 1) {
                return to;
            }
            double at = RHO * length * part + first;
            double seen = before * Math.cosh(first) / Math.cosh(at);
            double gone = before / 2 * (Math.cosh(first) * Math.tanh(at) - Math.sinh(first));
            double scale = width / seen;
            return new Camera(
                    scale,
                    width / 2 - (startX + wayX * gone / way) * scale,
                    height / 2 - (startY + wayY * gone / way) * scale);
        };
        return measured(arch, length);
    }

    private static Course measured(Course course, double length) {
        return new Course() {
            @Override
            public Camera at(double part) {
                return course.at(part);
            }

            @Override
            public double length() {
                return length;
            }
        };
    }

    private static double arsinh(double x) {
        return Math.signum(x) * Math.log(Math.abs(x) + Math.sqrt(x * x + 1));
    }
}
