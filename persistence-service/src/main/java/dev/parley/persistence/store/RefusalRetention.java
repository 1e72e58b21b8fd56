package dev.parley.persistence.store;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Refusals are for senders who were away, and go when nobody can be expected to ask any more. */
@Component
class RefusalRetention {

    private static final Logger log = LoggerFactory.getLogger(RefusalRetention.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration keep;

    RefusalRetention(JdbcClient jdbc, Clock clock, RefusalSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.keep = settings.keep();
    }

    @Scheduled(fixedDelayString = "${parley.refusals.sweep}", initialDelayString = "1m")
    void sweep() {
        try {
            var gone = jdbc.sql("DELETE FROM refusals WHERE refused_at < ?")
                    .param(Timestamp.from(clock.instant().minus(keep)))
                    .update();
            log.debug("Deleted {} refusals older than {}", gone, keep);
        } catch (DataAccessException e) {
            log.warn("Old refusals are still there, the next sweep tries again: {}", e.toString());
        }
    }
}
