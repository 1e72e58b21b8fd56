package dev.parley.persistence.membership;

import dev.parley.access.rest.Answer;
import dev.parley.access.rest.ChatException;
import dev.parley.access.rest.Fields;
import dev.parley.contracts.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whom the caller shares a conversation with. */
@RestController
@RequestMapping("/api/v1/contacts")
class ContactController {

    record Asked(@Nullable List<@Nullable String> userIds) {}

    private final ContactReads contacts;
    private final MembershipSettings settings;

    ContactController(ContactReads contacts, MembershipSettings settings) {
        this.contacts = contacts;
        this.settings = settings;
    }

    @GetMapping
    Answer<List<Contact>> list(
            UserId caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var length = Fields.limit(limit, settings.page(), settings.maxPage());
        var read = contacts.after(caller, UserCursor.parse(cursor), length + 1);
        return Answer.of(read.stream().limit(length).toList(), UserCursor.meta(read, length, Contact::userId));
    }

    @PostMapping("/lookup")
    Answer<List<Contact>> lookUp(UserId caller, @RequestBody Asked asked) {
        var userIds = asked.userIds();
        if (userIds == null || userIds.size() > settings.maxLookup()) {
            throw ChatException.invalid(
                    "userIds",
                    "userIds: " + (userIds == null ? "missing" : userIds.size())
                            + " (expected: at most " + settings.maxLookup() + ")");
        }
        return Answer.of(contacts.among(
                caller, userIds.stream().map(text -> Fields.userId("userIds", text)).toList()));
    }
}
