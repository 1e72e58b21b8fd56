package dev.parley.persistence.sync;

import dev.parley.access.rest.Answer;
import dev.parley.access.rest.ChatException;
import dev.parley.contracts.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sync over REST; gateways answer the frame of the same name with it. */
@RestController
@RequestMapping("/api/v1/sync")
class SyncController {

    private final Syncs syncs;
    private final SyncSettings settings;

    SyncController(Syncs syncs, SyncSettings settings) {
        this.syncs = syncs;
        this.settings = settings;
    }

    @GetMapping
    Answer<SyncAnswer> sync(
            UserId caller,
            @RequestParam(required = false) @Nullable String token,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Answer.of(syncs.sync(caller, token == null ? null : TokenText.parse(token), limit(limit)));
    }

    private int limit(@Nullable Integer limit) {
        if (limit == null) {
            return settings.conversations();
        }
        if (limit < 1 || limit > settings.conversations()) {
            throw ChatException.invalid("limit: " + limit + " (expected: 1 to " + settings.conversations() + ")");
        }
        return limit;
    }
}
