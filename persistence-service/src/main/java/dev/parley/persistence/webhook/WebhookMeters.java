package dev.parley.persistence.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** What became of posts: dead letters are those refused, and those that failed once too often. */
@Component
class WebhookMeters {

    private final Counter taken;
    private final Counter failed;
    private final Counter refused;
    private final Counter dead;

    WebhookMeters(MeterRegistry registry) {
        taken = posts(registry, "taken");
        failed = posts(registry, "failed");
        refused = posts(registry, "refused");
        dead = Counter.builder("parley.webhook.dead.letters")
                .description("Notifications put aside")
                .register(registry);
    }

    void count(Attempt attempt) {
        switch (attempt) {
            case Attempt.Taken _ -> taken.increment();
            case Attempt.Failed _ -> failed.increment();
            case Attempt.Refused _ -> refused.increment();
        }
    }

    void countDeadLetter() {
        dead.increment();
    }

    private static Counter posts(MeterRegistry registry, String outcome) {
        return Counter.builder("parley.webhook.posts")
                .description("Attempts at the push service, by outcome")
                .tag("outcome", outcome)
                .register(registry);
    }
}
