package dev.parley.search.indexing;

import dev.parley.search.index.Generation;
import dev.parley.search.index.Generation.State;
import dev.parley.search.index.IndexCatalog;
import dev.parley.search.index.IndexUnavailable;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.stereotype.Component;

/**
 * Builds the index again, beside the one that serves: GET tells how far it has got, POST begins, DELETE gives it up. It
 * is for the management port, where operators are.
 */
@Component
@WebEndpoint(id = "reindex")
class ReindexEndpoint {

    private static final Logger log = LoggerFactory.getLogger(ReindexEndpoint.class);

    private final IndexCatalog catalog;
    private final Rebuild rebuild;
    private final RebuildSettings settings;

    /** Why something was not done. */
    record Refusal(String message) {}

    ReindexEndpoint(IndexCatalog catalog, Rebuild rebuild, RebuildSettings settings) {
        this.catalog = catalog;
        this.rebuild = rebuild;
        this.settings = settings;
    }

    @ReadOperation
    public WebEndpointResponse<?> state() {
        return answer(() -> new WebEndpointResponse<>(state(catalog.generations())));
    }

    @WriteOperation
    public WebEndpointResponse<?> begin() {
        return answer(() -> {
            var building = in(State.BUILDING, catalog.generations());
            if (building.isPresent()) {
                return conflict("generation " + building.get().number()
                        + " is being built (expected: none; DELETE gives it up)");
            }
            var made = catalog.create(settings.textRules());
            log.info("Generation {} is to be built, by rules {}", made.number(), made.textRules());
            return new WebEndpointResponse<>(state(catalog.generations()));
        });
    }

    @DeleteOperation
    public WebEndpointResponse<?> giveUp() {
        return answer(() -> {
            var building = in(State.BUILDING, catalog.generations());
            if (building.isEmpty()) {
                return conflict("no generation is being built (expected: one to give up)");
            }
            // Had it been promoted meanwhile, this would do nothing, and the answer says so.
            catalog.drop(building.get());
            log.info("Generation {} was to be given up", building.get().number());
            return new WebEndpointResponse<>(state(catalog.generations()));
        });
    }

    private ReindexState state(List<Generation> generations) {
        return new ReindexState(
                in(State.SERVING, generations)
                        .map(each -> ReindexState.Serving.of(each, catalog.open(each).size()))
                        .orElse(null),
                in(State.BUILDING, generations)
                        .map(each -> ReindexState.Building.of(each, rebuild.read(each)))
                        .orElse(null),
                settings.textRules().toString());
    }

    private static Optional<Generation> in(State state, List<Generation> generations) {
        return generations.stream().filter(each -> each.state() == state).findFirst();
    }

    private static WebEndpointResponse<?> answer(Supplier<WebEndpointResponse<?>> operation) {
        try {
            return operation.get();
        } catch (IndexUnavailable | LogUnavailable e) {
            return new WebEndpointResponse<>(
                    new Refusal(String.valueOf(e.getMessage())), WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE);
        }
    }

    private static WebEndpointResponse<Refusal> conflict(String message) {
        return new WebEndpointResponse<>(new Refusal(message), 409);
    }
}
