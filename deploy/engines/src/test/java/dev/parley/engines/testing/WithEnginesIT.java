package dev.parley.engines.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import dev.parley.engines.Database;

@WithEngines({EngineKind.KAFKA, EngineKind.POSTGRES, EngineKind.REDIS, EngineKind.OPENSEARCH})
class WithEnginesIT {

    private final Database database;
    private final Redis redis;

    WithEnginesIT(Database database, Redis redis) {
        this.database = database;
        this.redis = redis;
    }

    @Test
    void handsOutEnginesThatServe(Kafka kafka) throws Exception {
        kafka.createTopic("with-engines", 2);

        try (var connection = database.connect()) {
            assertThat(connection.isValid(5)).isTrue();
        }
        RedisFlush.of(redis);
    }

    @Test
    void sharesEnginesButNotDatabases(Kafka kafka, Postgres postgres) {
        assertThat(kafka).isSameAs(Engines.kafka());
        assertThat(postgres.createDatabase()).isNotEqualTo(database);
        assertThat(Engines.redis()).isNotEqualTo(redis);
    }

    @Nested
    class Inside {

        @Test
        void sharesItsClassDatabase(Database same) {
            assertThat(same).isEqualTo(database);
        }
    }
}
