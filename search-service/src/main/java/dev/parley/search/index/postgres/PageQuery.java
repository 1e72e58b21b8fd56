package dev.parley.search.index.postgres;

import dev.parley.search.index.Place;
import dev.parley.search.index.Search;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The statement that answers a search, in one of two ways. To gather is to take from the index all that the caller may
 * see and the query finds, and to order it: the work is in what is found. To walk is to go through each of the caller's
 * conversations from its newest message until enough is found, for words so common that this is soon.
 */
final class PageQuery {

    private static final String ORDER = " ORDER BY score DESC, sent_at DESC, conversation_id DESC, seq DESC";
    private static final String BY_TIME = " ORDER BY m.sent_at DESC, m.seq DESC";
    /** Of a scan of the index: each entry that it meets is compared with those of all conversations in it. */
    private static final int CONVERSATIONS = 50;

    /** All words that begin so are collected anew in each scan. */
    private static final int CONVERSATIONS_OF_PREFIX = 500;

    private static final String KEY = "m.conversation_id, m.message_id, m.seq, m.sent_at";

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();
    private final Search search;
    private final TermQuery terms;

    private PageQuery(Search search, TermQuery terms) {
        this.search = search;
        this.terms = terms;
    }

    static PageQuery gathering(Search search, TermQuery terms) {
        var query = new PageQuery(search, terms);
        query.mine();
        query.gathered();
        query.page(true);
        query.countOfFound();
        query.hits("true");
        return query;
    }

    static PageQuery walking(Search search, TermQuery terms) {
        var query = new PageQuery(search, terms);
        query.mine();
        query.walked();
        query.page(false);
        query.countByWalk();
        query.hits("true");
        return query;
    }

    /**
     * Orders by score what is found among so many of the newest messages that the caller may see.
     *
     * @param messages of all kinds, found or not
     */
    static PageQuery ranking(Search search, TermQuery terms, long messages) {
        var query = new PageQuery(search, terms);
        query.mine();
        query.ranked(messages);
        query.page(true);
        query.countOfFound();
        query.hits("(SELECT count(*) FROM edge) = 0");
        return query;
    }

    String sql(GenerationTables tables) {
        return tables.in(sql.toString());
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (var i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
    }

    private void mine() {
        add("WITH mine AS MATERIALIZED (SELECT conversation_id, joined_seq FROM {schema}.memberships");
        add(" WHERE user_id = ? AND joined_seq IS NOT NULL", search.caller().value());
        if (search.filter().conversationId() != null) {
            add(" AND conversation_id = ?", search.filter().conversationId().value());
        }
        add("), ");
    }

    private void gathered() {
        add("parts AS (SELECT array_agg(conversation_id) AS conversations FROM");
        add(" (SELECT conversation_id, (row_number() OVER () - 1) / ? AS part FROM mine) AS numbered GROUP BY part), ",
                terms.hasPrefix() ? CONVERSATIONS_OF_PREFIX : CONVERSATIONS);
        add("found AS MATERIALIZED (SELECT " + KEY + ", ");
        score();
        // The offset keeps the planner from taking the scan of the index apart.
        add(" FROM parts CROSS JOIN LATERAL (SELECT m.* FROM {schema}.messages AS m");
        add(" WHERE ARRAY[m.conversation_id] && parts.conversations AND m.terms @@ ?::tsquery OFFSET 0) AS m",
                terms.matching());
        add(" JOIN mine USING (conversation_id) WHERE m.seq > mine.joined_seq");
        narrow();
        add("), ");
    }

    /**
     * The newest hit of each conversation tells how far back the page can reach: where that many are newer, nothing
     * older is on it. So most conversations are looked into once, and left.
     */
    private void walked() {
        var limit = search.bounds().limit() + 1;
        add("newest AS MATERIALIZED (SELECT m.sent_at FROM mine CROSS JOIN LATERAL (SELECT m.sent_at");
        inConversation();
        matches();
        after();
        add(BY_TIME + " LIMIT 1) AS m), ");
        add("found AS MATERIALIZED (SELECT " + KEY + ", 0::float8 AS score FROM mine CROSS JOIN LATERAL (SELECT "
                + KEY);
        inConversation();
        matches();
        after();
        add(" AND m.sent_at >= COALESCE((SELECT sent_at FROM newest ORDER BY sent_at DESC OFFSET ? LIMIT 1),",
                limit - 1);
        add(" '-infinity')" + BY_TIME + " LIMIT ?) AS m), ", limit);
    }

    private void ranked(long messages) {
        add("edge AS MATERIALIZED (SELECT m.sent_at FROM mine CROSS JOIN LATERAL (SELECT m.sent_at");
        inConversation();
        narrowByTime();
        add(BY_TIME + " LIMIT ?) AS m ORDER BY m.sent_at DESC OFFSET ? LIMIT 1), ", messages + 1, messages);
        add("found AS MATERIALIZED (SELECT " + KEY + ", ");
        score();
        add(" FROM mine CROSS JOIN LATERAL (SELECT " + KEY + ", m.terms");
        inConversation();
        matches();
        add(" AND m.sent_at > COALESCE((SELECT sent_at FROM edge), '-infinity')" + BY_TIME + ") AS m), ");
    }

    private void inConversation() {
        add(" FROM {schema}.messages AS m WHERE m.conversation_id = mine.conversation_id");
        add(" AND m.terms IS NOT NULL AND m.seq > mine.joined_seq");
    }

    private void score() {
        switch (search.sort()) {
            case NEWEST -> add("0::float8");
            // A rank of 1 is never reached: so the phrase comes before all that is not.
            case BEST ->
                add("(CASE WHEN m.terms @@ ?::tsquery THEN 1 ELSE 0 END + ts_rank(m.terms, ?::tsquery, 33))::float8",
                        terms.asPhrase(),
                        terms.ranking());
        }
        add(" AS score");
    }

    /** The same as {@code @@}, in a form that keeps the planner from collecting all such messages of everyone. */
    private void matches() {
        add(" AND ts_match_vq(m.terms, ?::tsquery)", terms.matching());
        narrow();
    }

    private void narrow() {
        var senderId = search.filter().senderId();
        if (senderId != null) {
            add(" AND m.sender_id = ?", senderId.value());
        }
        narrowByTime();
    }

    private void narrowByTime() {
        var filter = search.filter();
        if (filter.from() != null) {
            add(" AND m.sent_at >= ?", time(filter.from()));
        }
        if (filter.to() != null) {
            add(" AND m.sent_at < ?", time(filter.to()));
        }
    }

    /** In the order by time; the first condition is one that an index can begin at. */
    private void after() {
        var place = search.after();
        if (place != null) {
            add(" AND m.sent_at <= ? AND (m.sent_at, m.conversation_id, m.seq) < (?, ?, ?)",
                    time(place.sentAt()),
                    time(place.sentAt()),
                    place.conversationId().value(),
                    place.seq());
        }
    }

    private void page(boolean fromTheBeginning) {
        add("page AS (SELECT * FROM found");
        var place = search.after();
        if (fromTheBeginning && place != null) {
            add(" WHERE (score, sent_at, conversation_id, seq) < (?, ?, ?, ?)",
                    place.score(),
                    time(place.sentAt()),
                    place.conversationId().value(),
                    place.seq());
        }
        add(ORDER + " LIMIT ?), ", search.bounds().limit() + 1);
    }

    private void countOfFound() {
        add("counted AS (SELECT FROM found LIMIT ?)", search.bounds().countTo() + 1);
    }

    private void countByWalk() {
        var most = search.bounds().countTo() + 1;
        add("counted AS (SELECT FROM mine CROSS JOIN LATERAL (SELECT");
        inConversation();
        matches();
        add(BY_TIME + " LIMIT ?) AS m LIMIT ?)", most, most);
    }

    /**
     * The total is there where there is no hit as well.
     *
     * @param whole whether nothing was left out
     */
    private void hits(String whole) {
        add(" SELECT t.*, h.* FROM (SELECT count(*) AS total, " + whole + " AS whole FROM counted) AS t");
        add(" LEFT JOIN (SELECT page.score, m.* FROM page");
        add(" JOIN {schema}.messages AS m USING (conversation_id, message_id)) AS h ON true" + ORDER);
    }

    private static Timestamp time(Instant instant) {
        return Timestamp.from(instant);
    }

    private void add(String part, Object... values) {
        sql.append(part);
        parameters.addAll(List.of(values));
    }
}
