package dev.parley.load.client;

/** Why a socket ended, by its close code; 1006 where there was none (the peer vanished, or was never reached). */
record Closure(int code, String reason) {

    static final int ABNORMAL = 1006;
    static final int UNAUTHENTICATED = 4401;

    /** What the protocol's table of close codes says about coming back. */
    Return comeBack() {
        return switch (code) {
            case 1009, 4400, 4403, 4409 -> Return.NEVER;
            case 4408 -> Return.AT_ONCE;
            default -> Return.AFTER_A_WHILE;
        };
    }

    enum Return {
        AT_ONCE,
        AFTER_A_WHILE,
        NEVER
    }

    @Override
    public String toString() {
        return code + (reason.isEmpty() ? "" : " " + reason);
    }
}
