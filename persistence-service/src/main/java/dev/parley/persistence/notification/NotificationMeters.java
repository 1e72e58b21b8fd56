package dev.parley.persistence.notification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** How many were notified, and why; and how many messages wait for their delay. */
@Component
class NotificationMeters {

    private final Counter atOnce;
    private final Counter overdue;
    private final AtomicInteger waiting = new AtomicInteger();

    NotificationMeters(MeterRegistry registry) {
        atOnce = sent(registry, "not_connected");
        overdue = sent(registry, "not_delivered");
        Gauge.builder("parley.notifications.waiting", waiting, AtomicInteger::get)
                .description("Messages that some connected member has not taken yet")
                .register(registry);
    }

    void atOnce(int notifications) {
        atOnce.increment(notifications);
    }

    void overdue(int notifications) {
        overdue.increment(notifications);
    }

    void waiting(int messages) {
        waiting.set(messages);
    }

    private static Counter sent(MeterRegistry registry, String reason) {
        return Counter.builder("parley.notifications.sent")
                .description("Notifications published, by reason")
                .tag("reason", reason)
                .register(registry);
    }
}
