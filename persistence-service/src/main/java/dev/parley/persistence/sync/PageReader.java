package dev.parley.persistence.sync;

import dev.parley.contracts.UserId;
import dev.parley.persistence.history.ConversationReads;
import dev.parley.persistence.history.ConversationView;
import dev.parley.persistence.sync.Position.AfterConversation;
import dev.parley.persistence.sync.Position.AfterRefusal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills pages: refusals first, since they are few and a sender waits for them, then conversations.
 *
 * <p>A first sync tells of refusals as well. A client that never came to the end of a sync may have sent something all
 * the same, and nothing else would tell it; one that has sent nothing knows none of the ids, and ignores them.
 */
@Component
class PageReader {

    private final SyncReads reads;
    private final ConversationReads conversations;
    private final JsonMapper json;
    private final SyncSettings settings;

    PageReader(SyncReads reads, ConversationReads conversations, JsonMapper json, SyncSettings settings) {
        this.reads = reads;
        this.conversations = conversations;
        this.json = json;
        this.settings = settings;
    }

    Page read(UserId caller, Round round, int limit) {
        var page = new Page(json, settings);
        switch (round.position()) {
            case AfterRefusal after -> {
                tellRefusals(page, caller, round, after);
                if (!page.isFull()) {
                    tellConversations(page, caller, round, AfterConversation.NONE, limit);
                }
            }
            case AfterConversation after -> tellConversations(page, caller, round, after, limit);
        }
        return page;
    }

    private void tellRefusals(Page page, UserId caller, Round round, AfterRefusal after) {
        var limit = settings.conversations();
        var refusals = reads.refusals(caller, round, after, limit);
        refusals.stream().limit(limit).forEach(page::add);
        if (refusals.size() > limit) {
            page.close();
        }
    }

    private void tellConversations(Page page, UserId caller, Round round, AfterConversation after, int limit) {
        var found = reads.choices(caller, round, after, limit);
        var chosen = page.worthReading(found.stream().limit(limit).toList());
        tell(page, caller, chosen, round.first());
        if (found.size() > chosen.size()) {
            page.close();
        }
    }

    private void tell(Page page, UserId caller, List<Choice> chosen, boolean first) {
        var present = chosen.stream().filter(choice -> !choice.gone()).toList();
        if (present.isEmpty()) {
            chosen.forEach(choice -> page.addRemoved(choice.conversationId()));
            return;
        }
        var views = conversations.allOf(caller, present.stream().map(Choice::conversationId).toList()).stream()
                .collect(Collectors.toMap(ConversationView::conversationId, Function.identity()));
        var messages = reads.messages(present, first);
        for (var choice : chosen) {
            var id = choice.conversationId();
            if (choice.gone()) {
                page.addRemoved(id);
            } else {
                var view = Objects.requireNonNull(views.get(id), "a member's conversation of the same snapshot");
                page.add(view, messages.getOrDefault(id, List.of()).stream()
                        .map(message -> message.seenBy(view.members()))
                        .toList());
            }
        }
    }
}
