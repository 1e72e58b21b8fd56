package dev.parley.search.index.opensearch;

import dev.parley.search.index.Search.Filter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.BuiltinScriptLanguage;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.ScriptLanguage;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch._types.query_dsl.RangeQuery;

/** What a message has to meet besides its text. */
final class Conditions {

    /** OpenSearch's bound of the values in one condition. */
    private static final int MOST_TERMS = 65_536;

    private static final String CONVERSATION = "conversationId";
    private static final String LATE = Definitions.text("late.painless");

    private Conditions() {}

    static List<Query> of(Filter filter) {
        var conditions = new ArrayList<Query>();
        if (filter.senderId() != null) {
            var sender = FieldValue.of(filter.senderId().value());
            conditions.add(Query.of(query -> query.term(term -> term.field("senderId").value(sender))));
        }
        if (filter.from() != null || filter.to() != null) {
            conditions.add(sentBetween(filter).toQuery());
        }
        return conditions;
    }

    private static RangeQuery sentBetween(Filter filter) {
        var range = new RangeQuery.Builder().field("sentAt");
        if (filter.from() != null) {
            range.gte(millis(filter.from()));
        }
        if (filter.to() != null) {
            range.lt(millis(filter.to()));
        }
        return range.build();
    }

    /** The first millisecond that is not before. */
    private static JsonData millis(Instant instant) {
        var millis = instant.toEpochMilli();
        return JsonData.of(Instant.ofEpochMilli(millis).isBefore(instant) ? millis + 1 : millis);
    }

    /**
     * The conversations as a set, and what lies before a late joining by a script, which looks at the few messages that
     * are left by all else. A condition for each such conversation would meet a bound of OpenSearch at a thousand.
     */
    static List<Query> of(Membership membership) {
        var conditions = new ArrayList<Query>();
        conditions.add(inOneOf(membership.joined().keySet().stream()
                .map(conversation -> FieldValue.of(conversation.toString()))
                .toList()));
        var late = membership.late();
        if (!late.isEmpty()) {
            conditions.add(Query.of(query -> query.script(condition -> condition.script(script -> script.inline(
                    inline -> inline
                            .lang(ScriptLanguage.of(language -> language.builtin(
                                    BuiltinScriptLanguage.Painless)))
                            .source(LATE)
                            .params("joined", JsonData.of(late)))))));
        }
        return conditions;
    }

    private static Query inOneOf(List<FieldValue> conversations) {
        var parts = new ArrayList<Query>();
        for (var from = 0; from < conversations.size(); from += MOST_TERMS) {
            var part = conversations.subList(from, Math.min(from + MOST_TERMS, conversations.size()));
            parts.add(Query.of(query -> query.terms(
                    terms -> terms.field(CONVERSATION).terms(values -> values.value(part)))));
        }
        return parts.size() == 1 ? parts.getFirst() : Query.of(query -> query.bool(bool -> bool.should(parts)));
    }
}
