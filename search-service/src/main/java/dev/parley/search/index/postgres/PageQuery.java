package dev.parley.search.index.postgres;

import dev.parley.search.index.Place;
import dev.parley.search.index.Search;
import dev.parley.search.index.Sort;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The statement that answers a search, put together from the parts that the search needs. */
final class PageQuery {

    /** Nothing is gained by more than the score: a rank of 1 is never reached, so the phrase always comes first. */
    private static final String SCORE = "(CASE WHEN m.terms @@ ?::tsquery THEN 1 ELSE 0 END + ts_rank(m.terms, ?::tsquery, 33))::float8";

    private static final String ORDER = "score DESC, sent_at DESC, conversation_id DESC, seq DESC";

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    private PageQuery() {}

    static PageQuery of(GenerationTables tables, Search search) {
        var query = new PageQuery();
        query.mine(search);
        query.found(search);
        query.page(search);
        query.sql.replace(0, query.sql.length(), tables.in(query.sql.toString()));
        return query;
    }

    String sql() {
        return sql.toString();
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (var i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
    }

    private void mine(Search search) {
        add("WITH mine AS MATERIALIZED (SELECT conversation_id, joined_seq FROM {schema}.memberships");
        add(" WHERE user_id = ? AND joined_seq IS NOT NULL", search.caller().value());
        if (search.filter().conversationId() != null) {
            add(" AND conversation_id = ?", search.filter().conversationId().value());
        }
        add(")");
    }

    private void found(Search search) {
        var terms = TermQuery.of(search.query());
        add(", found AS MATERIALIZED (SELECT m.conversation_id, m.message_id, m.seq, m.sent_at, ");
        if (search.sort() == Sort.BEST) {
            add(SCORE, terms.asPhrase(), terms.ranking());
        } else {
            add("0::float8");
        }
        add(" AS score FROM {schema}.messages AS m JOIN mine USING (conversation_id)");
        add(" WHERE ARRAY[m.conversation_id] && (SELECT array_agg(conversation_id) FROM mine)");
        add(" AND m.terms @@ ?::tsquery AND m.seq > mine.joined_seq", terms.matching());
        narrow(search.filter());
        add(")");
    }

    private void narrow(Search.Filter filter) {
        if (filter.senderId() != null) {
            add(" AND m.sender_id = ?", filter.senderId().value());
        }
        if (filter.from() != null) {
            add(" AND m.sent_at >= ?", time(filter.from()));
        }
        if (filter.to() != null) {
            add(" AND m.sent_at < ?", time(filter.to()));
        }
    }

    private void page(Search search) {
        add(", page AS (SELECT * FROM found");
        if (search.after() != null) {
            add(" WHERE (score, sent_at, conversation_id, seq) < (?, ?, ?, ?)", place(search.after()));
        }
        add(" ORDER BY " + ORDER + " LIMIT ?)", search.bounds().limit() + 1);
        add(" SELECT t.total, h.* FROM (SELECT count(*) AS total FROM (SELECT FROM found LIMIT ?) AS counted) AS t",
                search.bounds().countTo() + 1);
        add(" LEFT JOIN (SELECT page.score, m.* FROM page");
        add(" JOIN {schema}.messages AS m USING (conversation_id, message_id)) AS h ON true");
        add(" ORDER BY " + ORDER);
    }

    private static Object[] place(Place place) {
        return new Object[]{place.score(), time(place.sentAt()), place.conversationId().value(), place.seq()};
    }

    private static Timestamp time(Instant instant) {
        return Timestamp.from(instant);
    }

    private void add(String part, Object... values) {
        sql.append(part);
        parameters.addAll(List.of(values));
    }
}
