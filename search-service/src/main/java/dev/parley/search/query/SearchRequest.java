package dev.parley.search.query;

import dev.parley.access.rest.ChatException;
import dev.parley.access.rest.Fields;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;
import dev.parley.search.index.Search.Filter;
import dev.parley.search.index.Sort;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What somebody asked for, before its query has been read.
 *
 * @param cursor null for the first page
 */
record SearchRequest(String query, Filter filter, Sort sort, @Nullable String cursor, int limit) {

    /** @throws ChatException that names the field to blame */
    static SearchRequest read(JsonNode json, QuerySettings settings) {
        var body = new Body(json);
        return new SearchRequest(
                query(body, settings),
                filter(body),
                sort(body.text("sort")),
                body.text("cursor"),
                Fields.limit(body.integer("limit"), settings.page(), settings.maxPage()));
    }

    private static String query(Body body, QuerySettings settings) {
        var query = Fields.required("query", body.text("query"));
        var length = query.codePointCount(0, query.length());
        if (length > settings.queryCodePoints()) {
            throw ChatException.invalid("query",
                    "query: " + length + " code points (expected: at most " + settings.queryCodePoints() + ")");
        }
        if (query.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(query)) {
            throw ChatException.invalid("query", "query: NUL or an unpaired surrogate in it (expected: neither)");
        }
        return query;
    }

    private static Filter filter(Body body) {
        var conversation = body.text("conversationId");
        var sender = body.text("senderId");
        var from = body.time("from");
        var to = body.time("to");
        if (from != null && to != null && !from.isBefore(to)) {
            throw ChatException.invalid("from", "from: " + from + " (expected: before to, which is " + to + ")");
        }
        return new Filter(
                conversation == null ? null : Fields.parse("conversationId", conversation, ConversationId::parse),
                sender == null ? null : Fields.parse("senderId", sender, UserId::new),
                from,
                to);
    }

    private static Sort sort(@Nullable String text) {
        return switch (text) {
            case null -> Sort.NEWEST;
            case "newest" -> Sort.NEWEST;
            case "best" -> Sort.BEST;
            default -> throw ChatException.invalid("sort", "sort: another word (expected: newest or best)");
        };
    }

    /** Without the query: what somebody looks for belongs into no log. */
    @Override
    public String toString() {
        return "SearchRequest[" + filter + ", " + sort + ", limit=" + limit + "]";
    }
}
