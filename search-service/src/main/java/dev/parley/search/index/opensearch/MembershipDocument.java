package dev.parley.search.index.opensearch;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;
import dev.parley.search.index.Change.Joined;
import dev.parley.search.index.Change.Left;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user and a conversation.
 *
 * @param user key of the user, who may have a name too long for an id and with signs that mean something in a URL
 * @param joinedSeq null for who has left
 */
record MembershipDocument(String user, UUID conversationId, @Nullable Long joinedSeq) {

    static MembershipDocument of(Joined joined) {
        return new MembershipDocument(key(joined.userId()), joined.conversationId().value(), joined.joinedSeq());
    }

    static MembershipDocument of(Left left) {
        return new MembershipDocument(key(left.userId()), left.conversationId().value(), null);
    }

    static String key(UserId userId) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(userId.value().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: missing from this JDK", e);
        }
    }

    static String id(String user, ConversationId conversationId) {
        return user + "/" + conversationId;
    }

    String id() {
        return id(user, new ConversationId(conversationId));
    }
}
