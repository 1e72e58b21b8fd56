package dev.parley.search.indexing;

import org.apache.kafka.common.TopicPartition;

/** Index and log do not belong together: going on would leave events out. */
final class PositionOutOfLog extends RuntimeException {

    PositionOutOfLog(TopicPartition partition, long position, long first, long end) {
        super(partition + ": the index goes on at offset " + position + " (expected: " + first + " to " + end
                + ", what the log holds); build it again from this log: POST /actuator/reindex");
    }
}
