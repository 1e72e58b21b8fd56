package dev.parley.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.local.SharedStack;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Bad input at random. Whatever comes: an answer with a code or a close, never a 500, never a stack trace, and nobody
 * else notices. Says its seed; {@code -Dparley.seed=N} repeats it.
 */
@ExtendWith(SharedStack.class)
class GarbageIT {

    private static final long SEED = Long.getLong("parley.seed", ThreadLocalRandom.current().nextLong());
    private static final int INPUTS = "long".equals(System.getProperty("parley.guarantees")) ? 20_000 : 2_000;
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final List<String> PARTS = List.of("gateway-1", "gateway-2", "persistence", "search");

    private static final Map<String, Long> written = new HashMap<>();

    private static Site site;
    private static String conversationId = "";
    private static Device alice;
    private static Device bob;
    private static String bobsName = "";
    private static List<String> known = List.of();

    private int served;

    @BeforeAll
    static void join(SharedStack.Running running) throws Exception {
        site = new Site(running.stack());
        for (var part : PARTS) {
            written.put(part, Files.size(site.stack().log(part)));
        }
        System.out.println("seed of the garbage: " + SEED);
        var alicesName = site.somebody("alice");
        bobsName = site.somebody("bob");
        alice = site.join(Wire.PLAIN, 1, alicesName);
        bob = site.join(Wire.SOCKET_IO, 1, bobsName);
        var sent = alice.ask("message:send", "recipientId", bobsName, "content", "before all this");
        bob.hears("message:new");
        conversationId = sent.get("conversationId").asString();
        known = List.of(conversationId, sent.get("messageId").asString(), alicesName, bobsName);
    }

    @AfterAll
    static void leave() {
        alice.close();
        bob.close();
    }

    /** Two people who are not to notice, and what operators would find. */
    @AfterEach
    void nobodyElseNotices() throws Exception {
        undisturbed();
        assertThat(served).as("inputs that were answered").isPositive();
        for (var part : PARTS) {
            assertThat(logged(part)).doesNotContain("\"level\":\"ERROR\"").doesNotContain("\\tat ");
        }
    }

    /** What was written since the first input; the stack is not this test's alone. */
    private static String logged(String part) throws IOException {
        try (var log = Files.newInputStream(site.stack().log(part))) {
            log.skipNBytes(Objects.requireNonNull(written.get(part)));
            return new String(log.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource
    void survivesOnASocket(Wire wire) {
        var garbage = new Garbage(SEED, known);
        var troublemaker = site.somebody("trouble");
        var device = site.join(wire, 1, troublemaker);
        for (var n = 0; n < INPUTS; n++) {
            var input = wire == Wire.PLAIN ? garbage.frame() : garbage.packet();
            if (!sent(device, input)) {
                served++;
                device.vanish();
                device = site.join(wire, 1, troublemaker);
            }
            if (n % 250 == 0) {
                undisturbed();
            }
        }
        device.vanish();
        served += device.heard().size();
        assertThat(device.heard()).allSatisfy(inbound -> assertThat(inbound.toString())
                .doesNotContain("Exception")
                .doesNotContain("dev.parley")
                .doesNotContain("CHAT_INTERNAL"));
    }

    @Test
    void survivesInCalls() throws Exception {
        var garbage = new Garbage(SEED, known);
        var token = site.token(known.get(2));
        for (var n = 0; n < INPUTS; n++) {
            var request = request(garbage, token);
            var response = answerTo(request);
            served++;
            assertThat(response.statusCode()).as("%s answered by %s", request, response.body())
                    .satisfiesAnyOf(
                            status -> assertThat(status).isBetween(200, 499),
                            status -> assertThat(status).isEqualTo(503));
            if (response.statusCode() >= 400) {
                isProblem(request, response);
            }
        }
    }

    /** A connection whose last body was not worth reading may be closed: on a new one, there has to be an answer. */
    private static HttpResponse<String> answerTo(HttpRequest request) throws IOException, InterruptedException {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException closed) {
            try (var another = HttpClient.newHttpClient()) {
                return another.send(request, BodyHandlers.ofString());
            }
        }
    }

    private static void isProblem(HttpRequest request, HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Type").orElse("none"))
                .as("%s answered with %s: %s", request, response.statusCode(), response.body())
                .startsWith("application/problem+json");
        assertThat(Wire.JSON.readTree(response.body()).path("code").asString()).startsWith("CHAT_");
        assertThat(response.body()).doesNotContain("Exception").doesNotContain("\\tat ");
    }

    private static HttpRequest request(Garbage garbage, String token) {
        var path = garbage.oneOf(List.of(
                "/conversations", "/conversations/%s", "/conversations/%s/messages", "/conversations/%s/changes",
                "/conversations/%s/read", "/conversations/%s/participants", "/conversations/%s/participants/x%s",
                "/contacts", "/contacts/lookup", "/sync", "/messages/search", "/messages/search", "/%s"));
        var root = path.equals("/messages/search") ? site.stack().search() : site.stack().rest();
        var parameter = garbage.oneOf(List.of("cursor", "limit", "before", "after", "token", "x"));
        var uri = path.replace("%s", encoded(garbage.id())) + "?" + parameter + "=" + encoded(garbage.text());
        var request = HttpRequest.newBuilder(URI.create(root + "/api/v1" + uri))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", garbage.oneOf(List.of("application/json", "application/json", "text/plain")));
        if (garbage.oneOf(List.of(true, false))) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        var method = garbage.oneOf(List.of("GET", "GET", "POST", "POST", "PATCH", "DELETE", "PUT"));
        return request.method(method, BodyPublishers.ofString(garbage.body())).build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** @return false if the socket is closed */
    private static boolean sent(Device device, String input) {
        try {
            device.raw(input);
            return device.isOpen();
        } catch (CompletionException closed) {
            return false;
        }
    }

    private static void undisturbed() {
        var content = UUID.randomUUID().toString();
        alice.ask("message:send", "recipientId", bobsName, "content", content);
        bob.hears("message:new", message -> message.get("content").asString().equals(content));
        alice.hears("message:new", message -> message.get("content").asString().equals(content));
    }
}
