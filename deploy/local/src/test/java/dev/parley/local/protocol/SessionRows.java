package dev.parley.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** How a session is renewed, warned and ended. */
abstract class SessionRows implements OnWire {

    private final Site site;

    SessionRows(Site site) {
        this.site = site;
    }

    @Test
    @Covers({Row.RENEW, Row.CLOSING})
    void goesOnWithAFreshTokenAndWarnsBeforeOneEnds() {
        var user = site.somebody("renewing");
        try (var device = Device.open(site, wire(), 1, site.token(user, Duration.ofSeconds(5)))) {
            device.hears("session:ready");
            assertThat(device.hears("session:closing").get("reason").asString()).isEqualTo("token_expired");
            device.ask("session:renew", "token", site.token(user, Duration.ofMinutes(9)));
            device.doesNotHear("session:closing");
            device.ask("ping");
        }
    }

    @Test
    @Covers({Row.CLOSE_TOKEN, Row.CLOSING})
    void endsWithItsToken() {
        try (var device = Device.open(site, Wire.PLAIN, 2,
                site.token(site.somebody("ending"), Duration.ofSeconds(3)))) {
            assertThat(device.closeCode()).isEqualTo(4401);
            assertThat(device.hears("session:closing").get("reason").asString()).isEqualTo("token_expired");
        }
    }

    @Test
    @Covers({Row.RENEW, Row.CLOSE_NOT_ALLOWED})
    void endsWhenRenewedForSomebodyElse() {
        try (var device = site.join(wire(), 1, site.somebody("one"))) {
            device.tell("session:renew", "token", site.token(site.somebody("another")));
            assertThat(device.closeCode()).isEqualTo(4403);
        }
    }

    @Test
    @Covers(Row.UNAUTHENTICATED)
    void staysWithTheOldTokenWhenTheNewOneIsBad() {
        try (var device = site.join(wire(), 1, site.somebody("careless"))) {
            assertThat(device.refused("session:renew", "token", "not.a.token").get("code").asString())
                    .isEqualTo("CHAT_UNAUTHENTICATED");
            device.ask("ping");
        }
    }

    @Test
    @Covers({Row.CLOSE_TOO_MANY, Row.CLOSING})
    void closesTheOldestOfTooManySessions() {
        var user = site.somebody("everywhere");
        var devices = new ArrayList<Device>();
        try {
            IntStream.range(0, 11).forEach(n -> devices.add(site.join(wire(), 1 + n % 2, user)));
            assertThat(devices.getFirst().closeCode()).isEqualTo(4409);
            assertThat(devices.getFirst().hears("session:closing").get("reason").asString())
                    .isEqualTo("too_many_sessions");
            assertThat(devices.subList(1, devices.size())).allMatch(Device::isOpen);
        } finally {
            devices.forEach(Device::close);
        }
    }

    @Test
    @Covers({Row.CLOSE_OVER_LIMIT, Row.CLOSING, Row.RATE_LIMIT_EXCEEDED})
    void closesASessionThatKeepsOnOverTheFrameLimit() {
        try (var device = site.join(wire(), 1, site.somebody("flooding"))) {
            flood(device);
            assertThat(device.closeCode()).isEqualTo(4429);
            var closing = device.hears("session:closing");
            assertThat(closing.get("reconnectAfterMs").asLong()).isPositive();
            assertThat(device.hearsRefusal().get("code").asString()).isEqualTo("CHAT_RATE_LIMIT_EXCEEDED");
        }
    }

    /** Goes on until it is cut off, or has sent far more than it may. */
    private static void flood(Device device) {
        for (var n = 0; n < 20_000 && device.isOpen(); n++) {
            try {
                device.tell("ping");
            } catch (CompletionException closedMeanwhile) {
                return;
            }
        }
    }

    @Test
    @Covers(Row.CLOSE_NORMAL)
    void takesAGoodbye() {
        try (var device = site.join(Wire.PLAIN, 1, site.somebody("polite"))) {
            assertThat(device.sayGoodbye()).isEqualTo(1000);
        }
    }

    @Test
    @Covers(Row.CLOSE_TOO_BIG)
    void refusesAFrameOver64KiB() {
        try (var device = site.join(wire(), 1, site.somebody("wordy"))) {
            device.tell("ping", "padding", "x".repeat(65 * 1024));
            assertThat(device.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    @Covers(Row.CLOSE_NOT_THE_PROTOCOL)
    void giveUpOnAnotherProtocol() {
        try (var device = site.join(Wire.PLAIN, 1, site.somebody("alien"))) {
            for (var n = 0; n < 10 && device.isOpen(); n++) {
                device.raw("GET / HTTP/1.1");
            }
            assertThat(device.closeCode()).isEqualTo(4400);
        }
    }

    @Test
    @Covers({Row.CLOSE_TOO_SLOW, Row.SYNC})
    void closesASlowReaderWhoFindsAllByASync() throws Exception {
        var closedBefore = closedAsTooSlow();
        var slow = site.somebody("slow");
        var senders = IntStream.range(0, 60).mapToObj(_ -> site.somebody("talker")).toList();
        try (var device = site.join(wire(), 1, slow)) {
            device.stopReading();
            senders.forEach(sender -> talkTo(slow, sender));
            Awaitility.await().atMost(Device.PATIENCE).until(() -> closedAsTooSlow() > closedBefore);
            device.readOn();
            assertThat(device.closeCode()).isEqualTo(4408);
        }
        try (var back = site.join(wire(), 2, slow)) {
            var conversations = 0;
            var page = back.ask("sync");
            conversations += page.get("conversations").size();
            while (page.get("more").asBoolean()) {
                page = back.ask("sync", "token", page.get("token").asString());
                conversations += page.get("conversations").size();
            }
            assertThat(conversations).isEqualTo(senders.size());
        }
    }

    private long closedAsTooSlow() throws IOException {
        return Files.readString(site.stack().log("gateway-1")).lines()
                .filter(line -> line.contains("its outbound queue is full"))
                .count();
    }

    /** Ten messages of 20 KB: together with those of all others more than any buffer on the way holds. */
    private void talkTo(String slow, String sender) {
        try (var device = site.join(Wire.PLAIN, 2, sender)) {
            for (var message : List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)) {
                device.ask("message:send", "recipientId", slow, "content", "🦜".repeat(4_990) + message);
            }
        }
    }
}
