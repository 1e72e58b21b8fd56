package dev.parley.search.query;

import dev.parley.contracts.Topics;
import dev.parley.engines.Database;
import dev.parley.engines.Topic;
import dev.parley.engines.testing.Engines;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service over real engines; all classes that extend this share one of it, so each uses users of its own. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"management.server.port=0",
        "parley.search.indexing.look-interval=100ms", "parley.jwt.secret=" + SearchUnderTest.SECRET})
abstract class SearchUnderTest {

    static final int PARTITIONS = 4;
    static final String SECRET = "a secret of the tests, long enough for HS256";

    private static final Database DATABASE = Engines.postgres().createDatabase();

    @LocalServerPort
    private int port;

    protected SearchClient client;
    protected Facts facts;

    @SuppressWarnings("NullAway.Init")
    SearchUnderTest() {}

    @DynamicPropertySource
    static void engines(DynamicPropertyRegistry registry) throws Exception {
        connect(registry);
        registry.add("spring.datasource.url", DATABASE::jdbcUrl);
        registry.add("spring.datasource.username", DATABASE::username);
        registry.add("spring.datasource.password", DATABASE::password);
    }

    /** With a consumer group of its own: two services of a test run have nothing to share but the log. */
    static void connect(DynamicPropertyRegistry registry) throws Exception {
        List<Topic> topics = Stream.of(Topics.EVENTS, Topics.deadLettersOf(Topics.EVENTS))
                .map(name -> new Topic(name, PARTITIONS))
                .toList();
        Engines.kafka().createTopics(topics);
        var group = "search-" + UUID.randomUUID();
        registry.add("spring.kafka.bootstrap-servers", () -> Engines.kafka().bootstrapServers());
        registry.add("parley.partitions", () -> PARTITIONS);
        registry.add("parley.search.indexing.group", () -> group);
    }

    @BeforeEach
    void open() {
        client = new SearchClient(port);
        facts = new Facts();
    }

    @AfterEach
    void close() {
        facts.close();
        client.close();
    }
}
