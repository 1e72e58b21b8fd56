package dev.parley.gateway.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.wire.Delivery;
import dev.parley.contracts.wire.Event;
import dev.parley.contracts.wire.Message;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PassageMetersTest {

    private static final Delivery NEWS = Delivery.newBuilder()
            .setEvent(Event.newBuilder().setMessageStored(Message.getDefaultInstance()))
            .build();

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void timesFromTheMailboxAndFromTheSendersGateway() {
        var pushedAt = Entry.of("1767268800040-3", null).pushedAt();
        var now = Instant.ofEpochMilli(pushedAt + 5);
        var meters = new PassageMeters(registry, Clock.fixed(now, ZoneOffset.UTC));
        meters.written(List.of(new Passage(pushedAt - 40, pushedAt)));
        assertThat(timer("pushed_to_written").totalTime(TimeUnit.MILLISECONDS)).isEqualTo(5);
        assertThat(timer("received_to_written").totalTime(TimeUnit.MILLISECONDS)).isEqualTo(45);
    }

    @Test
    void timesNewMessagesOnly() {
        assertThat(Passage.isOf(NEWS)).isTrue();
        assertThat(Passage.isOf(NEWS.toBuilder().setRepeated(true).build())).isFalse();
        assertThat(Passage.isOf(Delivery.getDefaultInstance())).isFalse();
    }

    private Timer timer(String stage) {
        return registry.get("parley.latency").tag("stage", stage).timer();
    }
}
