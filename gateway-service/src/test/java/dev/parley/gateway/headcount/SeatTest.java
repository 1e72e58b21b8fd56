package dev.parley.gateway.headcount;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.GatewayId;
import dev.parley.contracts.UserId;
import org.junit.jupiter.api.Test;

class SeatTest {

    @Test
    void readsWhatItWrote() {
        var seat = new Seat(GatewayId.random(), "s1");
        assertThat(Seat.of(seat.member())).isEqualTo(seat);
        var of = new Seat.Of("s1", new UserId("a/b"));
        assertThat(Seat.Of.of(of.toBytes())).isEqualTo(of);
    }

    @Test
    void refusesWhatIsNoSeat() {
        assertThatThrownBy(() -> Seat.of("nothing")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Seat.Of.of("s1/".getBytes(UTF_8))).isInstanceOf(IllegalArgumentException.class);
    }
}
