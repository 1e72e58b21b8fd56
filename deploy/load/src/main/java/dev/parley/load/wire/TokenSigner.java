package dev.parley.load.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import java.io.ByteArrayOutputStream;

/** Signs HS256 tokens for simulated users with the local stack's secret. Prints nothing of it. */
public final class TokenSigner {

    private static final String HEADER = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));

    private final SecretKeySpec key;
    private final Duration lifetime;
    private final Clock clock;
    private final Map<String, String> claims;

    public TokenSigner(String secret, Duration lifetime, Clock clock) {
        this(secret, lifetime, clock, Map.of());
    }

    /** @param claims texts that every token carries, such as an audience */
    public TokenSigner(String secret, Duration lifetime, Clock clock, Map<String, String> claims) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("secret: blank (expected: the text of the stack's secret file)");
        }
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.lifetime = lifetime;
        this.clock = clock;
        this.claims = new TreeMap<>(claims);
    }

    public static TokenSigner fromFile(Path file, Duration lifetime, Clock clock) {
        return fromFile(file, lifetime, clock, Map.of());
    }

    public static TokenSigner fromFile(Path file, Duration lifetime, Clock clock, Map<String, String> claims) {
        try {
            return new TokenSigner(Files.readString(file).trim(), lifetime, clock, claims);
        } catch (IOException e) {
            throw new UncheckedIOException("secret file " + file + ": cannot be read", e);
        }
    }

    public String tokenFor(UserId user) {
        var now = clock.instant().getEpochSecond();
        var body = new ByteArrayOutputStream();
        try (var json = Json.generator(body)) {
            json.writeStartObject();
            json.writeStringProperty("sub", user.value());
            claims.forEach(json::writeStringProperty);
            json.writeNumberProperty("iat", now);
            json.writeNumberProperty("exp", now + lifetime.toSeconds());
            json.writeEndObject();
        }
        var signed = HEADER + "." + encode(body.toByteArray());
        return signed + "." + encode(sign(signed));
    }

    private byte[] sign(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256: not in this JDK", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
