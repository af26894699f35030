package bad.clocksonlyinapp.redoubt.agent.sim;

import java.util.Date;

final class BadDate {
    Date it() {
        return new Date();
    }
}
