package dev.parley.local;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs tokens as an identity provider would, with the secret of the local stack. Only the JDK: it must be quick. */
final class DevelopmentToken {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
    private static final int LONGEST_USER = 128;

    private final Mac mac;
    private final Duration timeToLive;
    private final Map<String, String> claims;

    /** @param claims texts that every token carries, such as an audience */
    DevelopmentToken(Secret secret, Duration timeToLive, Map<String, String> claims) {
        try {
            this.mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.bytes(), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256, which every JDK has, is not here", e);
        }
        this.timeToLive = timeToLive;
        this.claims = new TreeMap<>(claims);
    }

    String sign(String user, Instant now) throws CommandFailedException {
        requireUser(user);
        var body = new StringBuilder("{\"sub\":").append(quoted(user));
        claims.forEach((name, value) -> body.append(',').append(quoted(name)).append(':').append(quoted(value)));
        body.append(",\"iat\":").append(now.getEpochSecond());
        body.append(",\"exp\":").append(now.plus(timeToLive).getEpochSecond()).append('}');
        var signed = HEADER + "." + encode(body.toString());
        return signed + "." + BASE64.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static void requireUser(String user) throws CommandFailedException {
        var length = user.codePointCount(0, user.length());
        if (length < 1 || length > LONGEST_USER) {
            throw new CommandFailedException(
                    "user: " + length + " characters (expected: 1 to " + LONGEST_USER + ")");
        }
        if (user.codePoints().anyMatch(Character::isISOControl)) {
            throw new CommandFailedException("user: holds a control character (expected: printable ones)");
        }
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String encode(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
