-- Members of groups come and go. A row stays when its member leaves, so that a sync can tell them that they are out,
-- and is taken up again when they come back.
ALTER TABLE participants
    -- 1 member, 2 owner
    ADD COLUMN role        smallint NOT NULL DEFAULT 1,
    -- The change that took them out, and its record of chat.commands; null while they are in.
    ADD COLUMN left_seq    bigint,
    ADD COLUMN left_offset bigint;

-- Up to which message a member has been notified about, so that no message is told twice. Apart from the marks: it is
-- written by whoever sends notifications, and must never wait for, or hold up, a writer's batch.
CREATE TABLE notified (
    conversation_id uuid   NOT NULL,
    user_id         text   COLLATE "C" NOT NULL,
    seq             bigint NOT NULL,
    PRIMARY KEY (conversation_id, user_id)
) WITH (fillfactor = 70);

-- A record of chat.commands, of the batch that changed the message last: a sync finds what is new or changed since its
-- token by walking back from the newest change. It grows with changed_seq, and tokens lie between batches, so the last
-- record of a batch stands for all of it.
ALTER TABLE messages ADD COLUMN changed_offset bigint NOT NULL DEFAULT 0;
