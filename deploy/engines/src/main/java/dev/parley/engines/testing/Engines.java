package dev.parley.engines.testing;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The engines of this JVM, each started when it is first asked for. They end with the last test; if the JVM dies
 * before, with the JVM.
 */
public final class Engines {

    private static final int REDIS_DATABASES = 16;

    private static final AtomicInteger REDIS_DATABASE = new AtomicInteger();
    private static final SharedEngines SHARED = new SharedEngines(EngineSource.chosen());

    private Engines() {}

    public static Kafka kafka() {
        return SHARED.kafka();
    }

    public static Postgres postgres() {
        return SHARED.postgres();
    }

    /** Another numbered database each time, emptied; after sixteen the first one comes again. */
    public static Redis redis() {
        var shared = SHARED.redis();
        var redis = new Redis(shared.host(), shared.port(), REDIS_DATABASE.getAndIncrement() % REDIS_DATABASES);
        RedisFlush.of(redis);
        return redis;
    }

    public static OpenSearch openSearch() {
        return SHARED.openSearch();
    }

    static void start(EngineKind kind) {
        switch (kind) {
            case KAFKA -> SHARED.kafka();
            case POSTGRES -> SHARED.postgres();
            case REDIS -> SHARED.redis();
            case OPENSEARCH -> SHARED.openSearch();
        }
    }

    /** Ends them all; who asks again gets new ones. */
    static void stop() {
        SHARED.close();
    }
}
