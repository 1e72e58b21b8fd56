package dev.parley.persistence.store;

import dev.parley.persistence.conversation.Conversation;
import dev.parley.persistence.conversation.Member.Role;

/** Kinds and roles as the numbers that the tables hold. */
final class Codes {

    static final int DIRECT = 1;
    static final int GROUP = 2;

    private static final int MEMBER = 1;
    private static final int OWNER = 2;

    private Codes() {}

    static int kind(Conversation conversation) {
        return conversation.isGroup() ? GROUP : DIRECT;
    }

    static int role(Role role) {
        return switch (role) {
            case MEMBER -> MEMBER;
            case OWNER -> OWNER;
        };
    }

    static Role role(int code) {
        return switch (code) {
            case MEMBER -> Role.MEMBER;
            case OWNER -> Role.OWNER;
            default -> throw new IllegalStateException("role: " + code + " (expected: 1 or 2)");
        };
    }
}
