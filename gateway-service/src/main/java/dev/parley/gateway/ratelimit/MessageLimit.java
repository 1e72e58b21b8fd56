package dev.parley.gateway.ratelimit;

import dev.parley.contracts.UserId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Whether a user may send, edit or delete once more. A repeated try counts like any other. */
public interface MessageLimit {

    CompletionStage<Verdict> WITHIN = CompletableFuture.completedStage(Verdict.WITHIN);

    /** Where limits are lifted. */
    MessageLimit NONE = _ -> WITHIN;

    /** Never blocks, and never fails: the answer comes in time, on any thread. */
    CompletionStage<Verdict> take(UserId userId);
}
