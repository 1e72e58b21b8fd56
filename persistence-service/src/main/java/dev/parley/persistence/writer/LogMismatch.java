package dev.parley.persistence.writer;

import org.apache.kafka.common.TopicPartition;

/** Log and database do not belong together: going on could skip commands or decide them twice. */
final class LogMismatch extends RuntimeException {

    LogMismatch(TopicPartition partition, long nextOffset, long first, long end) {
        super(partition + ": the database goes on at offset " + nextOffset + " (expected: " + first + " to " + end
                + ", what the log holds); is this the database of another log, or older than the log's retention?");
    }
}
