package dev.parley.gateway.testing;

import static org.awaitility.Awaitility.await;

import dev.parley.gateway.GatewayApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A gateway on ports of its own. */
public final class RunningGateway implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private RunningGateway(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static RunningGateway start(String kafka, String redis, Map<String, String> settings) {
        var all = new HashMap<>(Map.of(
                "server.port", "0",
                "management.server.port", "0",
                "spring.kafka.bootstrap-servers", kafka,
                "spring.data.redis.url", redis,
                "parley.jwt.secret", Tokens.SECRET,
                "parley.partitions", "4",
                "parley.gateway.resync-spread", "20ms",
                // Tests send as much as they like, except those of the limits.
                "parley.limits.messages.per-minute", "100000",
                "parley.limits.messages.burst", "100000",
                "parley.limits.frames-per-second", "100000"));
        all.putAll(settings);
        var arguments = all.entrySet().stream().map(each -> "--" + each.getKey() + "=" + each.getValue()).toList();
        var gateway = new RunningGateway(new SpringApplicationBuilder(GatewayApplication.class)
                .web(WebApplicationType.SERVLET)
                .registerShutdownHook(false)
                .run(arguments.toArray(String[]::new)));
        await().until(() -> gateway.readiness().contains("\"status\":\"UP\""));
        return gateway;
    }

    /** What an orchestrator sees. */
    public String readiness() throws IOException, InterruptedException {
        return health("readiness");
    }

    public String liveness() throws IOException, InterruptedException {
        return health("liveness");
    }

    private String health(String group) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(management("/actuator/health/" + group)).build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    public URI socket() {
        return URI.create("ws://127.0.0.1:" + port("local.server.port") + "/ws");
    }

    public URI socketIo() {
        return URI.create("ws://127.0.0.1:" + port("local.server.port") + "/socket.io/?EIO=4&transport=websocket");
    }

    public URI management(String path) {
        return URI.create("http://127.0.0.1:" + port("local.management.port") + path);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    private String port(String property) {
        return context.getEnvironment().getRequiredProperty(property);
    }

    @Override
    public void close() {
        context.close();
    }
}
