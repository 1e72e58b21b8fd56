package dev.parley.start;

import dev.parley.access.StartPatience;
import dev.parley.access.StartRefused;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/**
 * Brings the tables up to date, or only makes sure that somebody has. Tables that are newer than the service are fine.
 *
 * @param atStart whether the start itself brings them up to date
 * @param patience how long one that only checks them waits for somebody else to
 */
public record Migrations(boolean atStart, StartPatience patience) implements FlywayMigrationStrategy {

    @Override
    public void migrate(Flyway flyway) {
        if (atStart) {
            flyway.migrate();
        } else {
            patience.await(() -> lack(flyway));
        }
    }

    private static Optional<StartRefused> lack(Flyway flyway) {
        try {
            flyway.validate();
            return Optional.empty();
        } catch (FlywayValidateException e) {
            return Optional.of(new StartRefused("database: not as this service needs it (expected: setup was run "
                    + "before, or parley.setup.at-start): " + e.getMessage(), e));
        }
    }
}
