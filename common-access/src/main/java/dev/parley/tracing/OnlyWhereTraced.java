package dev.parley.tracing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves Boot's tracing out where nothing is traced: it would build the SDK, its threads and an observation handler for
 * nobody.
 */
final class OnlyWhereTraced implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String TRACING = "org.springframework.boot.micrometer.tracing.";
    private static final String OPEN_TELEMETRY = "org.springframework.boot.opentelemetry.";

    private @Nullable Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        var on = Switch.isOn(Objects.requireNonNull(environment, "set before"));
        var matches = new boolean[candidates.length];
        for (var i = 0; i < candidates.length; i++) {
            var name = candidates[i];
            matches[i] = on || name == null || !name.startsWith(TRACING) && !name.startsWith(OPEN_TELEMETRY);
        }
        return matches;
    }
}
