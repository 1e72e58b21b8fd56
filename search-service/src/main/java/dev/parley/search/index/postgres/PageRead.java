package dev.parley.search.index.postgres;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import dev.parley.search.index.IndexedMessage;
import dev.parley.search.index.Place;
import dev.parley.search.index.Results;
import dev.parley.search.index.Results.Hit;
import dev.parley.search.index.Results.Total;
import dev.parley.search.index.Search;
import dev.parley.search.index.Search.Bounds;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of hits and their total, in one statement and so in one snapshot. */
final class PageRead {

    /** From here on the newest hits are near: a walk from the newest message on meets one in thirty. */
    private static final double COMMON = 1 / 30.0;

    /** From here on it costs less to look at the newest messages than to rank all that is found. */
    private static final double TOO_COMMON_TO_RANK = 1 / 12.0;

    private final GenerationTables tables;
    private final Commonness commonness;
    private final int ranked;

    PageRead(GenerationTables tables, PostgresSettings settings) {
        this.tables = tables;
        commonness = new Commonness(tables);
        ranked = settings.ranked();
    }

    Results read(Connection connection, Search search) throws SQLException {
        var terms = TermQuery.of(search.query());
        var share = commonness.share(connection, terms);
        return switch (search.sort()) {
            case NEWEST ->
                share < COMMON
                        ? gather(connection, search, terms)
                        : read(connection, PageQuery.walking(search, terms), search.bounds()).results;
            case BEST ->
                share < TOO_COMMON_TO_RANK
                        ? gather(connection, search, terms)
                        : rank(connection, search, terms, share);
        };
    }

    private Results gather(Connection connection, Search search, TermQuery terms) throws SQLException {
        return read(connection, PageQuery.gathering(search, terms), search.bounds()).results;
    }

    /** Takes another way where the words are less common in the caller's conversations than elsewhere. */
    private Results rank(Connection connection, Search search, TermQuery terms, double share) throws SQLException {
        var hits = Math.max(ranked, 2 * search.bounds().countTo());
        var page = read(connection, PageQuery.ranking(search, terms, (long) (hits / share)), search.bounds());
        return page.isWhole || !page.results.total().isExact() ? page.results : gather(connection, search, terms);
    }

    private Page read(Connection connection, PageQuery query, Bounds bounds) throws SQLException {
        try (var statement = connection.prepareStatement(query.sql(tables))) {
            query.bind(statement);
            try (var rows = statement.executeQuery()) {
                return page(rows, bounds);
            }
        }
    }

    /** The first row carries the total even where there is no hit; one hit more than asked for tells of another page. */
    private static Page page(ResultSet rows, Bounds bounds) throws SQLException {
        var hits = new ArrayList<Hit>();
        var count = 0L;
        var isWhole = true;
        while (rows.next()) {
            count = rows.getLong("total");
            isWhole = rows.getBoolean("whole");
            if (rows.getObject("message_id") != null) {
                hits.add(hit(rows));
            }
        }
        var limit = bounds.limit();
        var total = new Total(Math.min(count, bounds.countTo()), count <= bounds.countTo());
        var results = new Results(hits.subList(0, Math.min(limit, hits.size())), hits.size() > limit, total);
        return new Page(results, isWhole);
    }

    private static Hit hit(ResultSet row) throws SQLException {
        var message = message(row);
        return new Hit(
                message,
                new Place(row.getDouble("score"), message.sentAt(), message.conversationId(), message.seq()));
    }

    private static IndexedMessage message(ResultSet row) throws SQLException {
        var replyTo = row.getObject("reply_to", UUID.class);
        return new IndexedMessage(
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                new MessageId(row.getObject("message_id", UUID.class)),
                row.getLong("seq"),
                row.getLong("changed_seq"),
                new UserId(row.getString("sender_id")),
                row.getString("content"),
                replyTo == null ? null : new MessageId(replyTo),
                Objects.requireNonNull(time(row, "sent_at")),
                time(row, "edited_at"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** @param isWhole false where older messages were not looked at */
    private record Page(Results results, boolean isWhole) {}
}
