package dev.parley.persistence.conversation;

import dev.parley.contracts.ErrorCode;

/** Leaves a decision at the first rule that a command breaks. Never leaves the fold, so it carries no stack. */
final class Refusal extends RuntimeException {

    private final ErrorCode code;
    private final String reason;

    Refusal(ErrorCode code, String reason) {
        super(reason, null, false, false);
        this.code = code;
        this.reason = reason;
    }

    ErrorCode code() {
        return code;
    }

    String reason() {
        return reason;
    }
}
