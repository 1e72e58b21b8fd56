package dev.parley.local.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetFileTest {

    @TempDir
    Path folder;

    @Test
    void readsAWholeSystem() throws Exception {
        Files.writeString(folder.resolve("jwt"), "a secret\n");
        Files.writeString(folder.resolve("db"), "another secret\n");
        Files.writeString(folder.resolve("client.properties"), "security.protocol=SSL\n");

        var target = read("""
            gateways = wss://one.example.org, ws://10.0.0.2:8081
            rest = https://chat.example.org
            search = https://find.example.org
            tokens.secret-file = jwt
            tokens.audience = chat
            management.gateway-1 = http://10.0.0.1:18081
            management.search = http://10.0.0.3:18092
            kafka.bootstrap-servers = k1:9092, k2:9092
            kafka.client-file = client.properties
            database.url = jdbc:postgresql://db:5432/parley
            database.user = reader
            database.password-file = db
            redis.url = rediss://redis:6380
            redis.password-env = REDIS
            """);

        assertThat(target.requireDoors()).isEqualTo(new Doors(
                List.of(URI.create("wss://one.example.org"), URI.create("ws://10.0.0.2:8081")),
                URI.create("https://chat.example.org"), URI.create("https://find.example.org")));
        assertThat(target.requireTokens())
                .isEqualTo(new TokenSource(folder.resolve("jwt"), Map.of("aud", "chat")));
        assertThat(target.management("gateway")).containsExactly(URI.create("http://10.0.0.1:18081"));
        assertThat(target.requireLog().properties()).containsEntry("bootstrap.servers", "k1:9092,k2:9092")
                .containsEntry("security.protocol", "SSL");
        assertThat(target.requireStore().password()).isEqualTo("another secret");
        assertThat(target.redis().orElseThrow().password()).contains("from the environment");
        assertThat(target.toString()).doesNotContain("secret\n", "another secret", "from the environment");
    }

    @Test
    void saysWhichLineACommandMisses() throws Exception {
        var target = read("redis.url=redis://localhost:6380");

        assertThatThrownBy(target::requireDoors).hasMessageContaining("gateways, rest and search: missing");
        assertThatThrownBy(target::requireTokens).hasMessageContaining("tokens.secret-file: missing");
        assertThatThrownBy(target::requireLog).hasMessageContaining("kafka.bootstrap-servers: missing");
        assertThatThrownBy(target::requireStore).hasMessageContaining("database.url");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        gateways=http://x:1                 | gateways: http://x:1 (expected: ws://HOST:PORT or wss://HOST:PORT)
        gateways=ws://x:1                   | rest: missing (expected: http://HOST:PORT or https://HOST:PORT)
        gateways=ws://x:1,                  | gateways:  (expected: ws://HOST:PORT
        gatways=ws://x:1                    | gatways: unknown (expected: one of database.password-env
        tokens.secret-file=nowhere          | tokens.secret-file:
        tokens.secret=abc                   | tokens.secret: a secret in the file itself (expected: tokens.secret-file)
        database.password=abc               | (expected: database.password-file or database.password-env)
        database.user=parley                | database.url: missing (expected: jdbc:postgresql://HOST:PORT/NAME)
        database.url=jdbc:mysql://x/y       | database.url: not understood
        kafka.bootstrap-servers=broker      | kafka.bootstrap-servers: broker (expected: HOST:PORT
        management.kafka=http://x:1         | management.kafka: no such part
        redis.url=redis://:abc@host:6380    | redis.url: holds a user or a password
        redis.url=                          | redis.url: blank
        redis.password-env=NOT_SET          | redis.url: missing
        """)
    void refusesAWrongLineInOneSentence(String line, String message) {
        assertThatThrownBy(() -> read(line)).isInstanceOf(TargetException.class).hasMessageContaining(message)
                .hasMessageContaining("target.properties: ").hasMessageNotContaining("abc");
    }

    @Test
    void refusesAVariableThatIsNotSet() {
        assertThatThrownBy(() -> read("redis.url=redis://x:1\nredis.password-env=NOT_SET"))
                .hasMessageContaining("redis.password-env: NOT_SET (expected: the name of a variable that is set)");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> TargetFile.read(folder.resolve("none")))
                .hasMessageContaining("none: cannot be read");
    }

    private Target read(String text) throws IOException {
        return TargetFile.read(Files.writeString(folder.resolve("target.properties"), text),
                Map.of("REDIS", "from the environment"));
    }
}
