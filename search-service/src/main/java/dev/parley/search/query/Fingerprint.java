package dev.parley.search.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.UserId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** Tells one search from another: by its caller and all that decides which hits there are and in which order. */
record Fingerprint(long value) {

    static Fingerprint of(UserId caller, SearchRequest request) {
        var filter = request.filter();
        return of(List.of(
                caller.value(),
                request.query(),
                request.sort().name(),
                String.valueOf(filter.conversationId()),
                String.valueOf(filter.senderId()),
                String.valueOf(filter.from()),
                String.valueOf(filter.to())));
    }

    private static Fingerprint of(List<String> parts) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                var bytes = part.getBytes(UTF_8);
                sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                sha256.update(bytes);
            }
            return new Fingerprint(ByteBuffer.wrap(sha256.digest()).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
