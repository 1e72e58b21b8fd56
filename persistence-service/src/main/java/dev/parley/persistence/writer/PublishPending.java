package dev.parley.persistence.writer;

/** What was committed last is not published yet, so the next batch may not commit. */
final class PublishPending extends RuntimeException {

    PublishPending(String message, Throwable cause) {
        super(message, cause);
    }
}
