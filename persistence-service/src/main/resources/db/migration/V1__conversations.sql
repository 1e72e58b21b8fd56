-- What Parley keeps. One writer per partition of the log changes these tables, in transactions of one batch each;
-- everybody else only reads. Every table of a conversation leads with conversation_id, so that a hash-sharded
-- PostgreSQL can spread them. There are no foreign keys: the fold is what keeps rows in step, and a check per row
-- would cost the write path more than it could ever find.

-- How far each partition of chat.commands has been decided. This row, and not the offset that Kafka keeps, says where
-- a writer goes on, and locking it first is what keeps two writers of one partition apart.
CREATE TABLE writer_progress (
    log_partition integer PRIMARY KEY,
    next_offset   bigint  NOT NULL,
    -- The last batch as a MailboxEntry, every recipient named: a new owner publishes it once more before it goes on,
    -- since its predecessor may have died between the commit and the acks.
    outbox        bytea   NOT NULL DEFAULT '',
    -- Pushes to mailboxes were given up: every gateway has yet to be told that its sessions must sync.
    resync_owed   boolean NOT NULL DEFAULT false
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000,
        toast.autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 5000);

CREATE TABLE conversations (
    conversation_id uuid        PRIMARY KEY,
    -- 1 direct, 2 group
    kind            smallint    NOT NULL,
    title           text,
    created_at      timestamptz NOT NULL,
    -- The newest change: 1, 2, 3 … with no holes; 0 before the first.
    head_seq        bigint      NOT NULL,
    -- When the newest message was sent, or the conversation was made: the order of a conversation list.
    active_at       timestamptz NOT NULL,
    -- The record of chat.commands that changed it last, marks included: what a sync token is compared with.
    log_partition   integer     NOT NULL,
    changed_offset  bigint      NOT NULL
) WITH (fillfactor = 70);

-- Members and their marks. A mark only moves forward; counts of unread messages are derived from it and never stored.
CREATE TABLE participants (
    conversation_id uuid   NOT NULL,
    user_id         text   COLLATE "C" NOT NULL,
    -- The change that brought them in, 0 from the start; they see what comes after it.
    joined_seq      bigint NOT NULL,
    delivered_seq   bigint NOT NULL,
    delivered_at    timestamptz,
    read_seq        bigint NOT NULL,
    read_at         timestamptz,
    PRIMARY KEY (conversation_id, user_id)
) WITH (fillfactor = 70);

-- A user's conversations. Marks are not in it, so that moving one stays within its page (HOT).
CREATE INDEX participants_by_user ON participants (user_id, conversation_id);

CREATE TABLE messages (
    conversation_id uuid        NOT NULL,
    seq             bigint      NOT NULL,
    -- Chosen by the client, unique within its conversation.
    message_id      uuid        NOT NULL,
    sender_id       text        COLLATE "C" NOT NULL,
    -- Of the content and reply_to it was sent with: tells a repeated send from a conflict, even after an edit.
    fingerprint     bytea       NOT NULL,
    -- Null once deleted.
    content         text,
    reply_to        uuid,
    sent_at         timestamptz NOT NULL,
    -- Its own seq until it is edited or deleted.
    changed_seq     bigint      NOT NULL,
    edited_at       timestamptz,
    deleted_at      timestamptz,
    PRIMARY KEY (conversation_id, seq),
    CONSTRAINT messages_by_id UNIQUE (conversation_id, message_id)
);

-- Changes to older messages: few, so a partial index that plain messages never touch.
CREATE INDEX messages_changed ON messages (conversation_id, changed_seq) WHERE changed_seq <> seq;

-- Commands that were accepted into the log and refused by the writer, kept for senders who were away.
CREATE TABLE refusals (
    log_partition   integer     NOT NULL,
    log_offset      bigint      NOT NULL,
    user_id         text        COLLATE "C" NOT NULL,
    command_id      uuid        NOT NULL,
    conversation_id uuid        NOT NULL,
    code            text        NOT NULL,
    reason          text        NOT NULL,
    refused_at      timestamptz NOT NULL,
    PRIMARY KEY (log_partition, log_offset)
);

CREATE INDEX refusals_by_user ON refusals (user_id, log_partition, log_offset);
CREATE INDEX refusals_by_age ON refusals (refused_at);
