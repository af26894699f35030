package bad.threadsonlyinapp.redoubt.agent.ssh;

import java.util.concurrent.ThreadFactory;

final class BadPlatform {
    ThreadFactory it() {
        return Thread.ofPlatform().factory();
    }
}
