package dev.parley.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What clients are told while a part of the system is away, or is handed what it can't handle. */
abstract class FaultRows {

    private final Site site;

    FaultRows(Site site) {
        this.site = site;
    }

    @Test
    @Covers({Row.CLOSE_GOING_AWAY, Row.CLOSING})
    void tellsEveryoneWhenToComeBackBeforeAGatewayGoes() throws Exception {
        var plain = site.join(Wire.PLAIN, 1, site.somebody("guest"));
        var other = site.join(Wire.SOCKET_IO, 1, site.somebody("guest"));
        try (plain; other; var elsewhere = site.join(Wire.PLAIN, 2, site.somebody("neighbour"))) {
            site.stack().stop("gateway-1");
            for (var device : List.of(plain, other)) {
                var closing = device.hears("session:closing");
                assertThat(closing.get("reason").asString()).isEqualTo("gateway_going_away");
                assertThat(closing.get("reconnectAfterMs").asLong()).isBetween(0L, 60_000L);
                assertThat(device.closeCode()).isEqualTo(1012);
            }
            elsewhere.ask("ping");
        } finally {
            site.stack().start("gateway-1");
        }
    }

    @Test
    @Covers(Row.PRESENCE)
    void showsThoseAtAKilledGatewayAsGone() throws Exception {
        var watched = site.somebody("watched");
        try (var watcher = site.join(Wire.PLAIN, 2, site.somebody("watching"));
                var other = site.join(Wire.SOCKET_IO, 2, site.somebody("watching"))) {
            try (var lost = site.join(Wire.PLAIN, 1, watched)) {
                for (var each : List.of(watcher, other)) {
                    each.ask("message:send", "recipientId", watched, "content", "still there?");
                    lost.hears("message:new");
                    assertThat(
                            each.ask("presence:watch", "userIds", List.of(watched)).at("/users/0/online").asBoolean())
                            .isTrue();
                }
                site.stack().kill("gateway-1");
            }
            for (var each : List.of(watcher, other)) {
                var gone = each.hears("presence:changed", news -> news.get("userId").asString().equals(watched));
                assertThat(gone.get("online").asBoolean()).isFalse();
                assertThat(gone.has("lastSeenAt")).isTrue();
            }
        } finally {
            site.stack().start("gateway-1");
        }
    }

    @Test
    @Covers(Row.SYNC_REQUIRED)
    void asksForASyncOnceRedisIsBack() throws Exception {
        try (var device = site.join(Wire.PLAIN, 2, site.somebody("patient"));
                var other = site.join(Wire.SOCKET_IO, 1, site.somebody("patient"))) {
            site.stack().kill("redis");
            device.ask("message:send", "recipientId", site.somebody("friend"), "content", "sent all the same");
            site.stack().start("redis");
            for (var each : List.of(device, other)) {
                assertThat(each.hears("sync:required").get("reason").asString()).isNotBlank();
                assertThat(each.ask("sync").has("token")).isTrue();
            }
        }
    }

    @Test
    @Covers(Row.TEMPORARILY_UNAVAILABLE)
    void answersInTimeWhileAPartIsAway() throws Exception {
        try (var device = site.join(Wire.PLAIN, 1, site.somebody("patient"))) {
            site.stack().kill("persistence");
            try {
                var refusal = device.refused("sync");
                assertThat(refusal.get("code").asString()).isEqualTo("CHAT_TEMPORARILY_UNAVAILABLE");
                assertThat(refusal.get("retryable").asBoolean()).isTrue();
            } finally {
                site.stack().start("persistence");
            }
            assertThat(device.ask("sync").has("token")).isTrue();
        }
    }

    @Test
    @Covers(Row.TEMPORARILY_UNAVAILABLE)
    void answersSearchesInTimeWhileTheIndexIsAway() throws Exception {
        var search = site.search(site.somebody("patient"));
        site.stack().kill("postgres");
        try {
            search.post("/messages/search", Fields.of("query", "lake")).isProblem(503, "CHAT_TEMPORARILY_UNAVAILABLE");
        } finally {
            site.stack().start("postgres");
        }
        Awaitility.await().atMost(Device.PATIENCE).untilAsserted(
                () -> assertThat(search.post("/messages/search", Fields.of("query", "lake")).status()).isEqualTo(200));
    }

    @Test
    @Covers(Row.SEARCH)
    void findsWhatWasSaidWhileSearchWasAway() throws Exception {
        var patient = site.somebody("patient");
        try (var device = site.join(Wire.PLAIN, 1, patient)) {
            site.stack().kill("search");
            device.ask("message:send", "recipientId", site.somebody("friend"), "content", "said all the same");
            device.hears("message:new");
            site.stack().start("search");
        }
        var search = site.search(patient);
        Awaitility.await().atMost(Device.PATIENCE).untilAsserted(() -> assertThat(
                search.post("/messages/search", Fields.of("query", "\"all the same\"")).data().size()).isOne());
    }

    @Test
    @Covers(Row.INTERNAL)
    void tellsTheSenderOfACommandThatCouldNotBeHandled() throws Exception {
        var user = site.somebody("unlucky");
        var commandId = UUID.randomUUID();
        try (var device = site.join(Wire.PLAIN, 1, user)) {
            append(UUID.randomUUID(), poison(commandId, user));
            var rejected = device.hears("command:rejected");
            assertThat(rejected.get("code").asString()).isEqualTo("CHAT_INTERNAL");
            assertThat(rejected.get("commandId").asString()).isEqualTo(commandId.toString());
        }
    }

    private void append(UUID conversationId, byte[] command) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", site.stack().kafkaServers());
        try (var log = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            log.send(new ProducerRecord<>("chat.commands", 0, bytes(conversationId), command))
                    .get(Device.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** A command whose envelope can be read, and whose message id is three bytes long. */
    private static byte[] poison(UUID commandId, String user) {
        var record = new ByteArrayOutputStream();
        field(record, 1, bytes(commandId));
        field(record, 2, user.getBytes(StandardCharsets.UTF_8));
        field(record, 3, bytes(inPartition0()));
        var body = new ByteArrayOutputStream();
        field(body, 1, new byte[]{1, 2, 3});
        field(record, 12, body.toByteArray());
        return record.toByteArray();
    }

    /** A conversation's partition follows from the first 32 bits of its id. */
    private static UUID inPartition0() {
        var random = UUID.randomUUID();
        return new UUID(random.getMostSignificantBits() & 0xFFFF_FFFFL, random.getLeastSignificantBits());
    }

    /** Of Protobuf: tag, length, bytes; all of them short. */
    private static void field(ByteArrayOutputStream record, int number, byte[] value) {
        record.write(number << 3 | 2);
        record.write(value.length);
        record.writeBytes(value);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits())
                .array();
    }
}
