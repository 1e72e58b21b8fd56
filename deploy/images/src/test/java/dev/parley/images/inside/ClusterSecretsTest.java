package dev.parley.images.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against as much of an API server as makes Secrets, with TLS by an authority of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterSecretsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Map<String, JsonNode> made = new ConcurrentHashMap<>();
    private HttpsServer server;
    private HttpClient client;
    private ClusterSecrets secrets;

    @SuppressWarnings("NullAway.Init")
    ClusterSecretsTest() {}

    @BeforeAll
    void startServer(@TempDir Path folder) throws Exception {
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-keystore",
                folder.resolve("keys").toString(), "-storepass", "changeit", "-alias", "server");
        keytool("-exportcert", "-rfc", "-keystore", folder.resolve("keys").toString(), "-storepass", "changeit",
                "-alias", "server", "-file", folder.resolve("ca.crt").toString());
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(identity(folder.resolve("keys"))));
        server.createContext("/api/v1/namespaces/chat/secrets", exchange -> {
            var status = exchange.getRequestHeaders().getFirst("Authorization").equals("Bearer token-of-account")
                    ? create(exchange.getRequestBody().readAllBytes())
                    : 403;
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        client = HttpClient.newBuilder().sslContext(ClusterSecrets.trusting(folder.resolve("ca.crt"))).build();
        secrets = of("token-of-account");
    }

    @AfterAll
    void stopServer() {
        server.stop(0);
    }

    @BeforeEach
    void forget() {
        made.clear();
    }

    @Test
    void makesSecretsWhoseKeysShareARandomValue() throws Exception {
        secrets.make("parley-jwt parley.jwt.secret", "parley-redis auth.conf requirepass {}",
                "parley-redis spring.data.redis.url redis://:{}@redis:6379");
        assertThat(made).containsOnlyKeys("parley-jwt", "parley-redis");
        var password = value("parley-redis", "auth.conf").replace("requirepass ", "");
        assertThat(password).hasSize(43);
        assertThat(value("parley-redis", "spring.data.redis.url")).isEqualTo("redis://:" + password + "@redis:6379");
        assertThat(value("parley-jwt", "parley.jwt.secret")).hasSize(43).isNotEqualTo(password);
    }

    @Test
    void leavesWhatIsThereAlone() throws Exception {
        secrets.make("parley-jwt parley.jwt.secret");
        var before = value("parley-jwt", "parley.jwt.secret");
        secrets.make("parley-jwt parley.jwt.secret");
        assertThat(value("parley-jwt", "parley.jwt.secret")).isEqualTo(before);
    }

    @Test
    void saysWhatItWasRefused() {
        assertThatThrownBy(() -> of("token-of-another").make("a b"))
                .hasMessage("secret a: status 403 (expected: 201, or 409 if it is there)");
        assertThatThrownBy(() -> secrets.make("parley-jwt")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> secrets.make("a b \"")).isInstanceOf(IllegalArgumentException.class);
    }

    private String value(String secret, String key) {
        return Objects.requireNonNull(made.get(secret)).get("stringData").get(key).asString();
    }

    private int create(byte[] body) {
        var secret = JsonMapper.shared().readTree(new String(body, StandardCharsets.UTF_8));
        var isNew = made.putIfAbsent(secret.get("metadata").get("name").asString(), secret) == null;
        return isNew ? 201 : 409;
    }

    private ClusterSecrets of(String token) {
        var place = "https://localhost:" + server.getAddress().getPort() + "/api/v1/namespaces/chat/secrets";
        return new ClusterSecrets(client, URI.create(place), token);
    }

    private static SSLContext identity(Path keys) throws Exception {
        var store = KeyStore.getInstance(keys.toFile(), PASSWORD);
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var log = Files.createTempFile("keytool", ".log");
        var command = new ArrayList<>(List.of(tool.toString()));
        command.addAll(List.of(arguments));
        var status = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start()
                .waitFor();
        assertThat(status).as(Files.readString(log)).isZero();
        Files.delete(log);
    }
}
