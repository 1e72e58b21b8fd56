package dev.parley.access;

import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key that prints nothing. */
record Secret(String value) {

    private static final int MIN_BYTES = 32;

    Secret {
        var bytes = value.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < MIN_BYTES) {
            throw new StartRefused("parley.jwt.secret: " + bytes + " bytes (expected: at least " + MIN_BYTES
                    + ", since HS256 is as strong as its key)");
        }
    }

    SecretKey hs256() {
        return new SecretKeySpec(value.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
