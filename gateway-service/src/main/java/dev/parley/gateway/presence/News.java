package dev.parley.gateway.presence;

import dev.parley.access.logs.LogKeys;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.parley.contracts.UserId;
import dev.parley.gateway.redis.Channels;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Each watched user has a channel, on which gateways say that a session of theirs has come or gone. */
final class News {

    private static final Logger log = LoggerFactory.getLogger(News.class);

    private final Channels channels;
    private final Board<?> board;
    private final Set<UserId> followed = ConcurrentHashMap.newKeySet();

    /** What is done about it. Called on a thread of the client's: it must not block. */
    interface Reader {

        void came(UserId userId);

        void went(UserId userId);
    }

    News(Channels channels, Board<?> board) {
        this.channels = channels;
        this.board = board;
    }

    void follow(Set<UserId> users, Reader reader) {
        users.forEach(each -> {
            followed.add(each);
            channels.listen(Announcer.channelOf(each), message -> pass(each, message, reader));
        });
    }

    private static void pass(UserId userId, byte[] message, Reader reader) {
        switch (new String(message, US_ASCII)) {
            case Announcer.CAME -> reader.came(userId);
            case Announcer.WENT -> reader.went(userId);
            default ->
                log.atDebug().addKeyValue(LogKeys.USER_ID, userId).log("news that this gateway does not understand");
        }
    }

    /** Lets go of those whom nobody watches any more. */
    void tidy() {
        for (var user : followed) {
            if (!board.isWatched(user)) {
                followed.remove(user);
                channels.leave(Announcer.channelOf(user), () -> board.isWatched(user));
            }
        }
    }
}
