-- What the offsets in this database belong to. A sync token carries this id together with Kafka's id of the topic, so
-- that a token of another database, or of a log made anew under the same name, is recognised. An operator whose
-- database no longer tells what its clients were told (other than a backup that catches up from the same log) changes
-- it: UPDATE log_history SET id = gen_random_uuid(); then every client begins with a first sync.
CREATE TABLE log_history (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    id       uuid    NOT NULL DEFAULT gen_random_uuid()
);
INSERT INTO log_history DEFAULT VALUES;
