package dev.parley.search.setup;

import dev.parley.access.StartPatience;
import dev.parley.access.StartRefused;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** Brings the tables up to date, or only makes sure that somebody has. Tables that are newer than the service are fine. */
@Component
class Migrations implements FlywayMigrationStrategy {

    private final SetupSettings settings;

    Migrations(SetupSettings settings) {
        this.settings = settings;
    }

    @Override
    public void migrate(Flyway flyway) {
        if (settings.atStart()) {
            flyway.migrate();
        } else {
            new StartPatience(settings.patience()).await(() -> lack(flyway));
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
