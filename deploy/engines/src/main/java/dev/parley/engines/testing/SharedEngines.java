package dev.parley.engines.testing;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** One engine of each kind, started when it is first asked for. */
final class SharedEngines implements AutoCloseable {

    private final EngineSource source;
    private final Map<EngineKind, Started<?>> started = new EnumMap<>(EngineKind.class);

    SharedEngines(EngineSource source) {
        this.source = source;
    }

    Kafka kafka() {
        return engine(EngineKind.KAFKA, Kafka.class, source::kafka);
    }

    Postgres postgres() {
        return engine(EngineKind.POSTGRES, Postgres.class, source::postgres);
    }

    Redis redis() {
        return engine(EngineKind.REDIS, Redis.class, source::redis);
    }

    OpenSearch openSearch() {
        return engine(EngineKind.OPENSEARCH, OpenSearch.class, source::openSearch);
    }

    private synchronized <T> T engine(EngineKind kind, Class<T> type, Start<T> start) {
        var present = started.get(kind);
        if (present == null) {
            present = start(kind, start);
            started.put(kind, present);
        }
        return type.cast(present.engine());
    }

    private static <T> Started<T> start(EngineKind kind, Start<T> start) {
        try {
            return start.run();
        } catch (IOException e) {
            throw new IllegalStateException(kind + ": not started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(kind + ": interrupted while starting", e);
        }
    }

    /** Ends all, even if one of them resists. */
    @Override
    public synchronized void close() {
        @Nullable
        IllegalStateException failure = null;
        for (var entry : started.entrySet()) {
            try {
                entry.getValue().ending().run();
            } catch (Exception e) {
                failure = new IllegalStateException(entry.getKey() + ": not ended in good order", e);
            }
        }
        started.clear();
        if (failure != null) {
            throw failure;
        }
    }

    /** A start that may fail. */
    @FunctionalInterface
    private interface Start<T> {

        Started<T> run() throws IOException, InterruptedException;
    }
}
