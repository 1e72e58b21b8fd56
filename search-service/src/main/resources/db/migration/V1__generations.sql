-- What the generations of the index have in common; each has its tables in a schema of its own, index_<number>, which
-- is made and dropped with it:
--
--   messages      the newest state of each message; a deleted one stays as a row of nulls, so that an older record of
--                 it can't bring it back
--   memberships   the newest state of each (user, conversation); one who has left stays with no joined_seq
--   positions     how far each partition of chat.events has been read
--
-- Nothing here is the only copy of anything: it can all be read from the log once more.
CREATE TABLE generations (
    -- Never used twice, as consumer groups are named by it.
    number     integer     PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    state      text        NOT NULL CHECK (state IN ('BUILDING', 'SERVING', 'RETIRED')),
    -- As TextRules writes itself.
    text_rules text        NOT NULL,
    created_at timestamptz NOT NULL,
    -- When it came into its state.
    since      timestamptz NOT NULL
);

-- One of each at most, whoever else tries.
CREATE UNIQUE INDEX one_building ON generations (state) WHERE state = 'BUILDING';
CREATE UNIQUE INDEX one_serving ON generations (state) WHERE state = 'SERVING';
