package dev.parley.persistence;

import dev.parley.contracts.Topics;
import dev.parley.engines.Database;
import dev.parley.engines.Topic;
import dev.parley.engines.testing.Engines;
import dev.parley.engines.testing.Redis;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole service over real engines; all classes that extend this share one of it, so each uses users of its own. What
 * it answers is held to the documented protocol.
 */
@Import(ContractFilter.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"management.server.port=0",
        "parley.jwt.secret=" + ServiceUnderTest.SECRET})
public abstract class ServiceUnderTest {

    public static final int PARTITIONS = 4;
    public static final String SECRET = "a secret of the tests, long enough for HS256";

    protected static final Redis REDIS = Engines.redis();
    protected static final Database DATABASE = Engines.postgres().createDatabase();

    @Autowired
    private ContractFilter contract;

    @AfterEach
    protected void keepsToTheDocument() {
        contract.verify();
    }

    @DynamicPropertySource
    static void engines(DynamicPropertyRegistry registry) throws Exception {
        List<Topic> topics = Stream.of(
                Topics.COMMANDS, Topics.EVENTS, Topics.RECEIPTS, Topics.NOTIFICATIONS,
                Topics.deadLettersOf(Topics.COMMANDS), Topics.deadLettersOf(Topics.NOTIFICATIONS))
                .map(name -> new Topic(name, PARTITIONS))
                .toList();
        Engines.kafka().createTopics(topics);
        registry.add("spring.kafka.bootstrap-servers", () -> Engines.kafka().bootstrapServers());
        registry.add("spring.datasource.url", DATABASE::jdbcUrl);
        registry.add("spring.datasource.username", DATABASE::username);
        registry.add("spring.datasource.password", DATABASE::password);
        registry.add("spring.data.redis.url", REDIS::url);
        registry.add("parley.partitions", () -> PARTITIONS);
        registry.add("parley.notifications.delay", () -> "2s");
        registry.add("parley.notifications.pace", () -> "100ms");
    }
}
