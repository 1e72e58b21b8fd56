package dev.parley.gateway.access;

import dev.parley.contracts.ErrorCode;

/** What came of checking a token. */
public sealed interface Verdict {

    record Accepted(Identity identity) implements Verdict {}

    /** @param message for the client; it repeats nothing of the token */
    record Refused(ErrorCode code, String message) implements Verdict {}
}
