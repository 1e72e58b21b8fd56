package dev.parley.persistence.membership;

import dev.parley.access.rest.Answer;
import dev.parley.access.rest.Fields;
import dev.parley.contracts.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is in a conversation. */
@RestController
class ParticipantController {

    private final ParticipantReads participants;
    private final MembershipSettings settings;

    ParticipantController(ParticipantReads participants, MembershipSettings settings) {
        this.participants = participants;
        this.settings = settings;
    }

    @GetMapping("/api/v1/conversations/{id}/participants")
    Answer<List<Participant>> list(
            UserId caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var length = Fields.limit(limit, settings.page(), settings.maxPage());
        var read = participants.after(caller, Fields.conversationId(id), UserCursor.parse(cursor), length + 1);
        return Answer.of(
                read.stream().limit(length).toList(), UserCursor.meta(read, length, Participant::userId));
    }
}
