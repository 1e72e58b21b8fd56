package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackIT {

    @TempDir
    Path folder;

    @Test
    void runsAndEndsWithItsTest() throws Exception {
        var settings = new StackSettings(0, false, Map.of("some.property", "some value"));
        var stack = LocalStack.start(folder, settings, new StandIns());
        var kafka = stack.running("kafka");
        try (stack) {
            assertThat(stack.isHealthy()).isTrue();
            try (var connection = stack.database().connect()) {
                assertThat(connection.getCatalog()).isEqualTo("parley");
            }
            stack.kill("gateway-1");
            assertThat(stack.isHealthy()).isFalse();
            stack.start("gateway-1");
            stack.pause("persistence");
            stack.start("persistence");
            assertThat(stack.isHealthy()).isTrue();
        }
        assertThat(kafka.isAlive()).isFalse();
    }

    @Test
    void givesServicesTheirSettingsInTheOpenAndTheirSecretsApart() throws Exception {
        var settings = new StackSettings(0, false, Map.of("some.property", "some value", "parley.partitions", "6"));
        try (var stack = LocalStack.start(folder, settings, new StandIns())) {
            assertThat(Files.readString(stack.log("persistence"))).contains("some.property=some value",
                    "parley.partitions=6", "parley.limits.enabled=false", "spring.datasource.url=jdbc:postgresql:")
                    .doesNotContain("password", "secret");

            var secret = Files.readString(stack.secretFile()).strip();
            assertThat(secret.length()).isGreaterThanOrEqualTo(32);
            assertThat(environment(stack.rest())).contains("jwt=" + secret)
                    .contains("database=" + stack.database().password());
            assertThat(Files.readString(stack.log("search")))
                    .contains("/parley_search", "datasource.username=parley_search")
                    .doesNotContain("password", "secret");
            assertThat(environment(stack.search())).contains("jwt=" + secret)
                    .doesNotContain("database=,", "database=}", stack.database().password());
            assertThat(environment(gateway(stack))).contains("jwt=" + secret)
                    .doesNotContain(stack.database().password());
        }
    }

    private static URI gateway(LocalStack stack) {
        return URI.create("http://127.0.0.1:" + stack.gateway(1).getPort());
    }

    private static String environment(URI service) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(service).build(), BodyHandlers.ofString()).body();
        }
    }
}
