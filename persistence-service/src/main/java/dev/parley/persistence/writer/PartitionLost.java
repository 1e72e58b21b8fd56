package dev.parley.persistence.writer;

/** The progress row is not where this writer left it: another one owns the partition now. */
final class PartitionLost extends RuntimeException {

    PartitionLost(int partition, long offset, long nextOffset) {
        super("partition " + partition + ": record at offset " + offset + " (expected: " + nextOffset
                + ", by the progress row); another writer owns it");
    }
}
