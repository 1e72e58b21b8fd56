package dev.parley.persistence.writer;

import org.springframework.stereotype.Component;

/** What there is to see of the partitions of this instance from outside. */
@Component
record PartitionWatch(StoppedPartitions stopped, Backlog backlog) {}
