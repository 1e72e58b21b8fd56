package dev.parley.persistence.webhook;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.RecordKeys;
import dev.parley.contracts.wire.Notification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.json.JsonMapper;

/** Posts one notification once. */
final class Poster implements AutoCloseable {

    static final String TIMESTAMP = "Parley-Timestamp";
    static final String SIGNATURE = "Parley-Signature";
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** What the push service gets: enough to say that there is something, and to fetch it. */
    record Body(String conversationId, String userId, long seq, String messageId, String senderId, String at) {

        static Body of(Notification notification) {
            return new Body(
                    ConversationId.ofBytes(notification.getConversationId()).toString(),
                    notification.getUserId(),
                    notification.getSeq(),
                    MessageId.ofBytes(notification.getMessageId()).toString(),
                    notification.getSenderId(),
                    Instant.ofEpochMilli(notification.getAt()).toString());
        }
    }

    private final HttpClient http;
    private final JsonMapper json;
    private final WebhookSettings settings;
    private final URI url;
    private final String secret;
    private final InstantSource clock;

    Poster(JsonMapper json, WebhookSettings settings, InstantSource clock) {
        this.http = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
        this.json = json;
        this.settings = settings;
        this.url = Objects.requireNonNull(settings.url(), "parley.webhook.url");
        this.secret = Objects.requireNonNull(settings.secret(), "parley.webhook.secret");
        this.clock = clock;
    }

    Attempt post(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
        if (record.value() == null) {
            return new Attempt.Refused("not a notification: no value");
        }
        try {
            return send(request(Notification.parseFrom(record.value())));
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            return new Attempt.Refused("not a notification: " + e.getMessage());
        }
    }

    private HttpRequest request(Notification notification) {
        var body = json.writeValueAsBytes(Body.of(notification));
        var key = Base64.getUrlEncoder().withoutPadding().encodeToString(RecordKeys.notification(notification));
        var timestamp = clock.instant().getEpochSecond();
        return HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header(IDEMPOTENCY_KEY, key)
                .header(TIMESTAMP, Long.toString(timestamp))
                .header(SIGNATURE, Signature.of(secret, timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    /** The deadline is of the whole answer: the client's own would end with its first line. */
    private Attempt send(HttpRequest request) throws InterruptedException {
        var answer = http.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            return Attempt.of(answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS).statusCode());
        } catch (TimeoutException e) {
            return new Attempt.Failed("no answer within " + settings.timeout().toMillis() + " ms");
        } catch (ExecutionException e) {
            return new Attempt.Failed(String.valueOf(e.getCause()));
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
