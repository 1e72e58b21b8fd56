package dev.parley.search.indexing;

import dev.parley.search.index.Generation;
import dev.parley.search.index.Generation.State;
import dev.parley.search.index.IndexCatalog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks at the catalog once a second, and lets this instance search and follow what it says. */
@Component
class CatalogWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CatalogWatch.class);

    private final IndexCatalog catalog;
    private final ServingIndex serving;
    private final Freshness freshness;
    private final Followers followers;
    private final Rebuild rebuild;
    private final Plan plan;
    private volatile @Nullable Rounds rounds;

    /** What is to be built, and how often to look. */
    @Component
    record Plan(RebuildSettings rebuild, IndexingSettings indexing) {}

    CatalogWatch(
            IndexCatalog catalog,
            ServingIndex serving,
            Freshness freshness,
            Followers followers,
            Rebuild rebuild,
            Plan plan) {
        this.catalog = catalog;
        this.serving = serving;
        this.freshness = freshness;
        this.followers = followers;
        this.rebuild = rebuild;
        this.plan = plan;
    }

    @Override
    public void start() {
        rounds = Rounds.start("catalog-watch", plan.indexing().lookInterval(), this::look);
    }

    @Override
    public void stop() {
        var running = rounds;
        if (running != null) {
            running.stop();
        }
        rounds = null;
        followers.stopAll();
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }

    /** Why the catalog could not be read at the last look; empty if it could. */
    Optional<String> trouble() {
        var running = rounds;
        return running == null ? Optional.of("stopped") : running.trouble();
    }

    private void look() {
        while (lookOnce()) {
            log.debug("The catalog has changed, looking again");
        }
    }

    /** @return whether this look has changed the catalog */
    private boolean lookOnce() {
        var generations = catalog.generations();
        if (generations.isEmpty()) {
            // Another instance that starts may have made it since; then it is there at the next look, at once.
            if (catalog.createFirst(plan.rebuild().textRules())) {
                log.info("There was no index: the first one is made");
            }
            return true;
        }
        serving(generations).ifPresent(this::serve);
        followers.follow(generations.stream().filter(each -> each.state() != State.RETIRED).toList());
        return measure(generations);
    }

    private static Optional<Generation> serving(List<Generation> generations) {
        return generations.stream().filter(each -> each.state() == State.SERVING).findFirst();
    }

    private void serve(Generation generation) {
        if (serving.isServing(generation.number())) {
            return;
        }
        serving.switchTo(generation);
        var configured = plan.rebuild().textRules();
        if (!generation.textRules().equals(configured)) {
            log.warn("Generation {} reads text by rules {} (configured: {}); POST /actuator/reindex builds another",
                    generation.number(), generation.textRules(), configured);
        }
    }

    private boolean measure(List<Generation> generations) {
        var positions = serving(generations).map(each -> catalog.open(each).positions());
        positions.ifPresent(freshness::indexed);
        return rebuild.look(generations, positions.orElse(Map.of()));
    }
}
