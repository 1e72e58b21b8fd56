package dev.parley.search.indexing;

import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether this instance can search and fill what there is; part of its readiness. An index that has fallen behind is no
 * part of it: all instances share it, and taking them out of service mends nothing.
 */
@Component("indexing")
class IndexingHealthIndicator implements HealthIndicator {

    private final CatalogWatch catalog;
    private final ServingIndex serving;
    private final Followers followers;

    IndexingHealthIndicator(CatalogWatch catalog, ServingIndex serving, Followers followers) {
        this.catalog = catalog;
        this.serving = serving;
        this.followers = followers;
    }

    @Override
    public Health health() {
        return reason().map(reason -> Health.down().withDetail("reason", reason).build())
                .orElseGet(() -> Health.up().build());
    }

    private Optional<String> reason() {
        var trouble = catalog.trouble();
        if (trouble.isPresent()) {
            return trouble.map(each -> "the catalog of indexes can't be read: " + each);
        }
        if (!serving.isThere()) {
            // One that is being built for a newer version is no reason: this one goes on serving until then.
            return Optional.of("no index serves that this version can read: " + followers.unreadable());
        }
        return followers.trouble().map(each -> "the log is not followed: " + each);
    }
}
