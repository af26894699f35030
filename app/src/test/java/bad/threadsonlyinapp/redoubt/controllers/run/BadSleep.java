package bad.threadsonlyinapp.redoubt.controllers.run;

final class BadSleep {
    void rest() throws InterruptedException {
        Thread.sleep(1);
    }
}
