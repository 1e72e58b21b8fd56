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

    private final GenerationTables tables;
    private final Commonness commonness;
    private final int rankedAtMost;

    PageRead(GenerationTables tables, PostgresSettings settings) {
        this.tables = tables;
        commonness = new Commonness(tables);
        rankedAtMost = settings.rankedAtMost();
    }

    Results read(Connection connection, Search search) throws SQLException {
        var query = query(connection, search);
        try (var statement = connection.prepareStatement(query.sql(tables))) {
            query.bind(statement);
            try (var rows = statement.executeQuery()) {
                return results(rows, search.bounds());
            }
        }
    }

    private PageQuery query(Connection connection, Search search) throws SQLException {
        var terms = TermQuery.of(search.query());
        if (!commonness.isCommon(connection, terms)) {
            return PageQuery.gathering(search, terms);
        }
        return switch (search.sort()) {
            case NEWEST -> PageQuery.walking(search, terms);
            case BEST -> PageQuery.ranking(search, terms, rankedAtMost);
        };
    }

    /** The first row carries the total even where there is no hit; one hit more than asked for tells of another page. */
    private static Results results(ResultSet rows, Bounds bounds) throws SQLException {
        var hits = new ArrayList<Hit>();
        var count = 0L;
        while (rows.next()) {
            count = rows.getLong("total");
            if (rows.getObject("message_id") != null) {
                hits.add(hit(rows));
            }
        }
        var limit = bounds.limit();
        var countTo = bounds.countTo();
        var total = new Total(Math.min(count, countTo), count <= countTo);
        return new Results(hits.subList(0, Math.min(limit, hits.size())), hits.size() > limit, total);
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
}
