package dev.parley.gateway.session;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.protocol.Refusal;
import dev.parley.gateway.protocol.Request;
import dev.parley.gateway.upstream.Answer;
import dev.parley.gateway.upstream.Upstream;
import java.util.function.Consumer;

/** Pages of syncs, for each session one at a time: the next is asked for with the token of the one before. */
final class Syncs {

    private final Upstream upstream;

    Syncs(Upstream upstream) {
        this.upstream = upstream;
    }

    /** Never blocks; the answer may come on any thread, or at once. */
    void run(Request.Sync request, Client client, Consumer<Answer<byte[]>> answer) {
        var session = client.session();
        if (!session.isReady()) {
            answer.accept(refused("before session:ready (expected: after it, so that nothing is missed in between)"));
        } else if (client.startSync()) {
            upstream.sync(session.token(), request.token(), request.limit())
                    .thenAccept(page -> client.endSync(() -> answer.accept(page)));
        } else {
            answer.accept(refused("one is under way (expected: one at a time)"));
        }
    }

    private static Answer<byte[]> refused(String reason) {
        return new Answer.Refused<>(Refusal.of(ErrorCode.CHAT_TEMPORARILY_UNAVAILABLE, "sync: " + reason));
    }
}
