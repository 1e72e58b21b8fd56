package dev.parley.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.UserId;
import dev.parley.search.SearchApplication;
import dev.parley.search.index.Generation.State;
import dev.parley.search.index.IndexCatalog;
import dev.parley.search.index.Search;
import dev.parley.search.index.Search.Bounds;
import dev.parley.search.index.Search.Filter;
import dev.parley.search.index.Sort;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service, started and stopped by a test. */
final class Instance implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final ConfigurableApplicationContext context;

    private Instance(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Returns when it has an index to search.
     *
     * @param engine as {@link EngineSettings} has it
     */
    static Instance start(EventLog log, Map<String, String> engine, Map<String, String> settings) {
        var arguments = settings(log, engine, settings).entrySet().stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue());
        var context = new SpringApplicationBuilder(SearchApplication.class, OpenEndpoints.class)
                .run(arguments.toArray(String[]::new));
        var instance = new Instance(context);
        await().atMost(PATIENCE).until(instance.bean(ServingIndex.class)::isThere);
        return instance;
    }

    /** All that an instance has to be told. */
    static Map<String, String> settings(EventLog log, Map<String, String> engine, Map<String, String> settings) {
        var all = new LinkedHashMap<>(Map.of(
                "server.port", "0",
                "management.server.port", "0",
                "spring.main.banner-mode", "off",
                "spring.kafka.bootstrap-servers", log.bootstrapServers(),
                "parley.jwt.secret", "a secret of the tests, long enough for HS256",
                "parley.partitions", Integer.toString(EventLog.PARTITIONS)));
        all.putAll(engine);
        all.putAll(settings);
        return all;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int managementPort() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.management.port"));
    }

    /** What a user finds, newest first. */
    List<String> find(UserId caller, String query) {
        var serving = bean(ServingIndex.class).current();
        var search = new Search(
                caller, serving.analyzer().parse(query), Filter.NONE, Sort.NEWEST, null,
                new Bounds(1_000, 1_000, TIMEOUT));
        return serving.index().search(search).hits().stream().map(hit -> hit.message().content()).toList();
    }

    void awaitFound(UserId caller, String query, String... contents) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(find(caller, query)).containsExactly(contents));
    }

    /** Until it has read all of the log, and says so. */
    void awaitUpToDate() {
        var freshness = bean(Freshness.class);
        await().atMost(PATIENCE).until(() -> !freshness.isStale() && freshness.missing() == 0
                && freshness.lag().compareTo(Duration.ofSeconds(3)) < 0);
        assertThat(recordsRead()).isEqualTo(records("applied") + records("skipped") + records("dead_lettered"));
    }

    /** Of the index that serves. */
    double recordsRead() {
        return bean(MeterRegistry.class).get("parley.search.records.read").tag("index", "serving").counter().count();
    }

    /** Of the index that serves, with that outcome. */
    double records(String outcome) {
        return bean(MeterRegistry.class).get("parley.search.records")
                .tags("index", "serving", "outcome", outcome).counter().count();
    }

    /** Numbers of the generations in a state. */
    List<Integer> generations(State state) {
        return bean(IndexCatalog.class).generations().stream()
                .filter(each -> each.state() == state)
                .map(each -> each.number())
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
