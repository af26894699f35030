package bad.nobroadcatch.redoubt.controllers.run;

final class FinePattern {
    record Dot(int x, int y) {}

    record Line(Dot from, Dot to) {}

    int sum(Object thing) {
        if (thing instanceof Line(Dot(int x, int y), Dot to) && x < y) {
            return to.x();
        }
        return switch (thing) {
            case Dot(int x, int y) -> x + y;
            case Line(Dot from, Dot(int x, int y)) -> from.x() + x + y;
            default -> 0;
        };
    }
}
