package dev.parley.gateway.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FramedTest {

    @Test
    void encodesOnceForEachFraming() {
        var one = new CountingFraming("1");
        var other = new CountingFraming("2");
        var framed = new Framed(ServerEvent.of(ServerEventName.SYNC_REQUIRED, json -> {}));
        assertThat(framed.in(one)).isSameAs(framed.in(one)).asString(UTF_8).isEqualTo("1 sync:required {}");
        assertThat(framed.in(other)).isSameAs(framed.in(other)).asString(UTF_8).isEqualTo("2 sync:required {}");
        framed.in(one);
        assertThat(one.count).isEqualTo(1);
        assertThat(other.count).isEqualTo(1);
    }

    private static final class CountingFraming implements Framing {

        private final String mark;
        private int count;

        CountingFraming(String mark) {
            this.mark = mark;
        }

        @Override
        public byte[] event(ServerEvent event) {
            count++;
            return (mark + " " + event.name().wireName() + " " + new String(event.data(), UTF_8)).getBytes(UTF_8);
        }

        @Override
        public byte[] ack(FrameId id, byte[] data) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] error(@Nullable FrameId id, Refusal refusal) {
            throw new UnsupportedOperationException();
        }
    }
}
