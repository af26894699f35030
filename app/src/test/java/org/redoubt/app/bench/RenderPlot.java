package org.redoubt.app.bench;

import java.util.List;
import java.util.Locale;

/** Milliseconds against the number of hosts, both in powers of ten, as SVG. */
final class RenderPlot {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 440;
    private static final int LEFT = 70;
    private static final int RIGHT = 560;
    private static final int TOP = 50;
    private static final int BOTTOM = 390;
    private static final double LEAST = -1;
    private static final double MOST = 5;

    /** @param from how many of the last points are extrapolated, not measured */
    record Line(String name, String colour, List<double[]> points, int from) {}

    private RenderPlot() {}

    static String of(List<Line> lines) {
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"Inter,sans-serif\" font-size=\"12\">%n"
                        .formatted(WIDTH, HEIGHT));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        text(svg, LEFT, 24, "start", "Drawing a site while zooming, software only: milliseconds a frame, by hosts");
        text(svg, LEFT, 40, "start", "18 nodes and 80 lines a host; dashed: extrapolated; grey: 16.7 ms");
        for (int power = (int) LEAST; power <= MOST; power++) {
            rule(svg, LEFT, y(Math.pow(10, power)), RIGHT, y(Math.pow(10, power)), "#e1e5ea");
            text(
                    svg,
                    LEFT - 8,
                    y(Math.pow(10, power)) + 4,
                    "end",
                    power < 0 ? "0.1 ms" : Math.round(Math.pow(10, power)) + " ms");
        }
        for (int hosts : List.of(100, 300, 1_000, 2_500, 5_000, 10_000)) {
            rule(svg, x(hosts), TOP, x(hosts), BOTTOM, "#e1e5ea");
            text(svg, x(hosts), BOTTOM + 18, "middle", String.valueOf(hosts));
        }
        rule(svg, LEFT, y(16.7), RIGHT, y(16.7), "#8792a0");
        lines.forEach(line -> draw(svg, line));
        return svg.append("</svg>\n").toString();
    }

    private static void draw(StringBuilder svg, Line line) {
        int measured = line.points().size() - line.from();
        path(svg, line.points().subList(0, measured), line.colour(), "");
        path(
                svg,
                line.points().subList(Math.max(0, measured - 1), line.points().size()),
                line.colour(),
                " stroke-dasharray=\"6 4\"");
        for (double[] point : line.points().subList(0, measured)) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n",
                    x(point[0]),
                    y(point[1]),
                    line.colour()));
        }
        double[] last = line.points().getLast();
        text(svg, x(last[0]) + 10, y(last[1]) + 4, "start", line.name());
    }

    private static void path(StringBuilder svg, List<double[]> points, String colour, String dashes) {
        svg.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"")
                .append(colour)
                .append('"')
                .append(dashes);
        svg.append(" points=\"");
        points.forEach(point -> svg.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(point[0]), y(point[1]))));
        svg.append("\"/>\n");
    }

    private static void rule(StringBuilder svg, double x1, double y1, double x2, double y2, String colour) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n",
                x1,
                y1,
                x2,
                y2,
                colour));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String words) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#1a222a\">%s</text>%n",
                x,
                y,
                anchor,
                words));
    }

    private static double x(double hosts) {
        return LEFT + (Math.log10(hosts) - 2) / 2 * (RIGHT - LEFT);
    }

    private static double y(double millis) {
        double power = Math.clamp(Math.log10(Math.max(millis, 1e-9)), LEAST, MOST);
        return BOTTOM - (power - LEAST) / (MOST - LEAST) * (BOTTOM - TOP);
    }
}
