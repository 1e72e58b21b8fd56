package dev.parley.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressTest {

    @Test
    void takesAnIpv4AddressAsItIs() {
        assertThat(Address.of("192.0.2.7").text()).isEqualTo("192.0.2.7");
        assertThat(Address.of("192.0.2.7")).isNotEqualTo(Address.of("192.0.2.8"));
    }

    @Test
    void takesAnIpv6NetworkForOne() {
        assertThat(Address.of("2001:db8:1:2:3:4:5:6")).isEqualTo(Address.of("2001:db8:1:2::1"));
        assertThat(Address.of("2001:db8:1:2::1")).isNotEqualTo(Address.of("2001:db8:1:3::1"));
    }

    @Test
    void knowsAnIpv4AddressInIpv6Clothes() {
        assertThat(Address.of("::ffff:192.0.2.7")).isEqualTo(Address.of("192.0.2.7"));
    }

    @Test
    void keepsWhatIsNoAddressShort() {
        assertThat(Address.of("unknown").text()).isEqualTo("unknown");
        assertThat(Address.of("x".repeat(10_000)).text()).hasSize(64);
    }
}
