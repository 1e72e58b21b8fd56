package dev.parley.search.index.postgres;

import dev.parley.search.index.Generation;

/** The tables of one generation. Their schema is named by a number alone, so it can stand in a statement as it is. */
record GenerationTables(int number) {

    private static final String CREATE = """
        CREATE SCHEMA {schema};

        CREATE TABLE {schema}.messages (
            conversation_id uuid   NOT NULL,
            message_id      uuid   NOT NULL,
            -- Its last change: the greatest wins.
            changed_seq     bigint NOT NULL,
            -- All that follows is null once it is deleted.
            seq             bigint,
            sent_at         timestamptz,
            edited_at       timestamptz,
            reply_to        uuid,
            sender_id       text COLLATE "C",
            content         text,
            -- Words with their positions, marks without.
            terms           tsvector,
            PRIMARY KEY (conversation_id, message_id)
        ) WITH (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.02,
                autovacuum_analyze_scale_factor = 0.05);

        -- The conversation is a key beside the words, as an array, so that one scan finds the words within many
        -- conversations. Every search reads the list of pending entries: it is kept short.
        CREATE INDEX messages_by_terms ON {schema}.messages USING gin ((ARRAY[conversation_id]), terms)
            WITH (fastupdate = on, gin_pending_list_limit = 512) WHERE terms IS NOT NULL;

        -- From the newest on, for words so common that the first page is soon full.
        CREATE INDEX messages_by_time ON {schema}.messages (conversation_id, sent_at, seq) WHERE terms IS NOT NULL;

        CREATE TABLE {schema}.memberships (
            user_id         text   COLLATE "C" NOT NULL,
            conversation_id uuid   NOT NULL,
            seq             bigint NOT NULL,
            -- They see what came after it; null once they have left.
            joined_seq      bigint,
            PRIMARY KEY (user_id, conversation_id) INCLUDE (joined_seq)
        ) WITH (autovacuum_vacuum_insert_scale_factor = 0.02);

        CREATE TABLE {schema}.positions (
            log_partition integer PRIMARY KEY,
            next_offset   bigint  NOT NULL
        ) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000)
        """;

    static GenerationTables of(Generation generation) {
        return new GenerationTables(generation.number());
    }

    String schema() {
        return "index_" + number;
    }

    String create() {
        return in(CREATE);
    }

    String drop() {
        return in("DROP SCHEMA {schema} CASCADE");
    }

    /** The statement with this generation's schema for {@code {schema}}. */
    String in(String statement) {
        return statement.replace("{schema}", schema());
    }
}
