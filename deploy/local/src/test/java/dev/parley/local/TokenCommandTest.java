package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenCommandTest {

    @TempDir
    Path folder;

    @Test
    void signsATokenForEachUser() throws Exception {
        var outcome = Outcome.of(folder, "token", "alice", "bob", "--ttl", "30m");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        var tokens = outcome.out().lines().toList();
        assertThat(tokens).hasSize(2);
        assertThat(part(tokens.get(0), 0)).isEqualTo("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
        assertThat(part(tokens.get(0), 1)).matches("\\{\"sub\":\"alice\",\"iat\":\\d+,\"exp\":\\d+}");
        assertThat(number(tokens.get(0), "exp") - number(tokens.get(0), "iat")).isEqualTo(1800);
        assertThat(part(tokens.get(1), 1)).contains("\"sub\":\"bob\"");
        assertThat(tokens).allMatch(this::isSigned);
    }

    @Test
    void readsThousandsOfUsersFromItsInput() {
        var users = "user one\n\nüser\n" + "u\n".repeat(5_000);

        var outcome = Outcome.reading(folder, users, "token", "-");

        var tokens = outcome.out().lines().toList();
        assertThat(tokens).hasSize(5_002).allMatch(this::isSigned);
        assertThat(part(tokens.get(1), 1)).contains("\"sub\":\"üser\"");
    }

    @Test
    void carriesTheAudienceThatServicesWereToldToAskFor() throws Exception {
        var home = new Home(folder);
        home.make();
        new StackSettings(0, true, Map.of("parley.jwt.audience", "chat")).save(home.run());

        assertThat(part(Outcome.of(folder, "token", "alice").out(), 1)).contains("\"aud\":\"chat\"");
    }

    @Test
    void escapesWhatJsonWouldMistake() {
        assertThat(part(Outcome.of(folder, "token", "a\"b\\c").out(), 1)).contains("\"sub\":\"a\\\"b\\\\c\"");
    }

    @Test
    void refusesUsersThatNoServiceWouldTake() {
        assertThat(Outcome.of(folder, "token", "x".repeat(129)).err())
                .contains("user: 129 characters (expected: 1 to 128)");
        assertThat(Outcome.of(folder, "token", "a\tb").status()).isEqualTo(1);
    }

    @Test
    void keepsItsSecretToItsOwner() throws Exception {
        Outcome.of(folder, "token", "alice");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets/jwt"))))
                .isEqualTo("rw-------");
        assertThat(new Secret("abc").toString()).doesNotContain("abc");
    }

    @Test
    void readsTimesToLive() throws Exception {
        assertThat(TokenCommand.duration("--ttl", "90s")).isEqualTo(Duration.ofSeconds(90));
        assertThat(TokenCommand.duration("--ttl", "2h")).isEqualTo(Duration.ofHours(2));
        assertThat(TokenCommand.duration("--ttl", "7d")).isEqualTo(Duration.ofDays(7));
        assertThatThrownBy(() -> TokenCommand.duration("--ttl", "0h")).hasMessageContaining("--ttl: 0h (expected:");
    }

    private static String part(String token, int index) {
        return new String(Base64.getUrlDecoder().decode(token.strip().split("\\.")[index]), StandardCharsets.UTF_8);
    }

    private static long number(String token, String claim) {
        return Long.parseLong(part(token, 1).replaceAll(".*\"" + claim + "\":(\\d+).*", "$1"));
    }

    private boolean isSigned(String token) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            var secret = Files.readString(folder.resolve("secrets/jwt")).strip();
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var end = token.lastIndexOf('.');
            var expected = mac.doFinal(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(expected).equals(token.substring(end + 1));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
