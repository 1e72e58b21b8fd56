package dev.parley.persistence.writer;

import org.springframework.dao.DataIntegrityViolationException;

/** What a failed batch means. */
enum Retry {
    /** An engine is away or busy: the same batch again, as often as it takes. */
    SAME_BATCH,
    /** A record in it will never pass: find it by halves. */
    SMALLER_BATCH,
    /** Somebody else decided these records. */
    NONE;

    static Retry after(RuntimeException failure) {
        return switch (failure) {
            case PartitionLost _ -> NONE;
            // Data that PostgreSQL refuses (SQLSTATE classes 22 and 23), or a fold that breaks: of one record's making.
            case DataIntegrityViolationException _,IllegalArgumentException _,IllegalStateException _,ArithmeticException _,NullPointerException _,ClassCastException _ ->
                SMALLER_BATCH;
            default -> SAME_BATCH;
        };
    }
}
