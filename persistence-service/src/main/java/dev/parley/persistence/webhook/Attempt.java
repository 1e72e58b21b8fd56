package dev.parley.persistence.webhook;

/** What became of one post. */
sealed interface Attempt {

    record Taken() implements Attempt {}

    /** May go better later. */
    record Failed(String reason) implements Attempt {}

    /** Will never be taken. */
    record Refused(String reason) implements Attempt {}

    /** Time-outs, too many requests and the server's own errors pass; every other refusal is final. */
    static Attempt of(int status) {
        return switch (status) {
            case 408, 425, 429 -> new Failed("status " + status);
            default -> {
                if (status >= 200 && status < 300) {
                    yield new Taken();
                }
                yield status >= 500 ? new Failed("status " + status) : new Refused("status " + status);
            }
        };
    }
}
