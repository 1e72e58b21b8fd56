package dev.parley.persistence.webhook;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where notifications are posted.
 *
 * @param url Where notifications are posted: {@code http} or {@code https}, and a host; unset, nothing is posted.
 * @param secret The secret that posts are signed with, of 16 characters or more; it is required where there is a {@code
 *     url}, and has no default, since that would reach production.
 * @param group The consumer group of all instances that post.
 * @param timeout How long one attempt to post may take.
 * @param attempts How often a post is attempted before the notification is put aside as a dead letter.
 * @param firstBackoff The pause after the first failed attempt, doubled by each, with jitter.
 * @param maxBackoff The longest pause between attempts.
 */
@ConfigurationProperties("parley.webhook")
record WebhookSettings(
        @Nullable URI url,
        @Nullable String secret,
        @DefaultValue("parley-webhook") String group,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("8") int attempts,
        @DefaultValue("500ms") Duration firstBackoff,
        @DefaultValue("30s") Duration maxBackoff) {

    private static final int MIN_SECRET = 16;

    WebhookSettings {
        if (url != null
                && (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme())))) {
            throw new IllegalArgumentException(
                    "parley.webhook.url: scheme " + url.getScheme() + ", host " + url.getHost()
                            + " (expected: http or https, and a host)");
        }
        if (url != null && (secret == null || secret.length() < MIN_SECRET)) {
            throw new IllegalArgumentException("parley.webhook.secret: " + (secret == null ? 0 : secret.length())
                    + " characters (expected: " + MIN_SECRET + " or more, since parley.webhook.url is set)");
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("parley.webhook.attempts: " + attempts + " (expected: 1 or more)");
        }
    }

    /** All attempts and pauses at one notification. */
    Duration longest() {
        return timeout.plus(maxBackoff).multipliedBy(attempts);
    }

    /** Neither the secret nor a path that may hold another one. */
    @Override
    public String toString() {
        return "WebhookSettings[" + (url == null ? "off" : url.getHost()) + "]";
    }
}
