package dev.parley.gateway.ratelimit;

import io.github.bucket4j.Bucket;
import org.jspecify.annotations.Nullable;

/**
 * The frames of one socket. Who sends too many is told so for each of them; who does not mind is closed. A limit on
 * messages needs no such end: what it costs to refuse them is bounded by this one.
 */
public final class FrameLimit {

    /** For a socket whose frames nobody counts. */
    static final FrameLimit NONE = new FrameLimit(null, null);

    private final @Nullable Bucket frames;
    private final @Nullable Bucket patience;

    FrameLimit(@Nullable Bucket frames, @Nullable Bucket patience) {
        this.frames = frames;
        this.patience = patience;
    }

    public Verdict take() {
        return frames == null ? Verdict.WITHIN : Rate.take(frames);
    }

    /** @return whether the frame that was just refused is one too many */
    public boolean isOutOfPatience() {
        return patience != null && !patience.tryConsume(1);
    }
}
