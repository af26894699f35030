package bad.threadsonlyinapp.redoubt.agent.ssh;

import java.util.concurrent.ThreadFactory;

final class BadReference {
    ThreadFactory it() {
        return Thread::new;
    }
}
