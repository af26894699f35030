package bad.clocksonlyinapp.redoubt.views.timeline;

import java.time.ZoneId;
import java.time.ZonedDateTime;

final class BadZoned {
    ZonedDateTime it() {
        return ZonedDateTime.now(ZoneId.of("UTC"));
    }
}
