package dev.parley.persistence.change;

/** Where a command stands in the log. */
record LogPosition(int partition, long offset) {}
