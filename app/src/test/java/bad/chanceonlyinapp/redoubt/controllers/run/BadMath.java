package bad.chanceonlyinapp.redoubt.controllers.run;

final class BadMath {
    double it() {
        return Math.random();
    }
}
