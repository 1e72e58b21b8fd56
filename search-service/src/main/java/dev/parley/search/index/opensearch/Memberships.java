package dev.parley.search.index.opensearch;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;
import dev.parley.search.index.IndexUnavailable;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.SortOrder;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.mget.MultiGetOperation;
import org.opensearch.client.opensearch.core.search.Hit;

/** Who is in which conversation. */
final class Memberships {

    /** More than most are in, and little enough that room for them costs nothing in each search. */
    private static final int PAGE = 1_000;

    private final Calls calls;
    private final String index;

    Memberships(Calls calls, String index) {
        this.calls = calls;
        this.index = index;
    }

    /** @param only of this conversation, if it is given */
    Membership of(UserId userId, @Nullable ConversationId only, Deadline deadline) {
        var user = MembershipDocument.key(userId);
        if (only != null) {
            return new Membership(user, now(user, List.of(only), deadline));
        }
        var joined = new HashMap<ConversationId, Long>();
        @Nullable
        String after = null;
        do {
            after = addPage(user, after, joined, deadline);
        } while (after != null);
        return new Membership(user, joined);
    }

    /** Returns the place to go on from, or null if there is nothing more. */
    private @Nullable String addPage(
            String user, @Nullable String after, Map<ConversationId, Long> joined, Deadline deadline) {
        var request = page(user, after, deadline);
        var response = calls.makeUntil(deadline, client -> client.search(request, Void.class));
        Answers.requireWhole(response);
        var hits = response.hits().hits();
        for (var hit : hits) {
            joined.put(ConversationId.parse(text(hit, "conversationId")), Long.parseLong(text(hit, "joinedSeq")));
        }
        return hits.size() < PAGE ? null : text(hits.getLast(), "conversationId");
    }

    private SearchRequest page(String user, @Nullable String after, Deadline deadline) {
        var request = new SearchRequest.Builder()
                .index(index)
                .routing(user)
                .query(query -> query.bool(bool -> bool
                        .filter(each -> each.term(term -> term.field("user").value(FieldValue.of(user))))
                        .filter(each -> each.exists(field -> field.field("joinedSeq")))))
                // All that is wanted lies in columns: nothing of the stored documents is unpacked, not even an id.
                .storedFields("_none_")
                .docvalueFields(field -> field.field("conversationId"))
                .docvalueFields(field -> field.field("joinedSeq"))
                .sort(sort -> sort.field(field -> field.field("conversationId").order(SortOrder.Asc)))
                .trackTotalHits(total -> total.enabled(false))
                .size(PAGE);
        if (after != null) {
            request.searchAfter(FieldValue.of(after));
        }
        return Answers.within(deadline, request).build();
    }

    private static String text(Hit<Void> hit, String field) {
        var values = hit.fields().get(field);
        if (values == null) {
            throw new IllegalStateException(field + ": not in a membership that was asked for it");
        }
        return values.to(String[].class)[0];
    }

    /** As they are written down at this moment, whether they can be found already or not. */
    Map<ConversationId, Long> now(String user, Collection<ConversationId> conversations, Deadline deadline) {
        var documents = conversations.stream()
                .map(conversation -> MultiGetOperation.of(each -> each
                        .index(index)
                        .id(MembershipDocument.id(user, conversation))
                        .routing(user)))
                .toList();
        var response = calls.makeUntil(
                deadline, client -> client.mget(request -> request.docs(documents), MembershipDocument.class));
        var joined = new HashMap<ConversationId, Long>();
        for (var item : response.docs()) {
            if (item.isFailure()) {
                var reason = "membership not read: " + item.failure().error().type();
                throw new IndexUnavailable("OpenSearch: " + reason, new IOException(reason));
            }
            var member = item.result().source();
            if (member != null && member.joinedSeq() != null) {
                joined.put(new ConversationId(member.conversationId()), member.joinedSeq());
            }
        }
        return joined;
    }
}
