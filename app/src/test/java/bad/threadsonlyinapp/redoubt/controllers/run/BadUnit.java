package bad.threadsonlyinapp.redoubt.controllers.run;

import java.util.concurrent.TimeUnit;

final class BadUnit {
    void rest() throws InterruptedException {
        TimeUnit.SECONDS.sleep(1);
    }
}
