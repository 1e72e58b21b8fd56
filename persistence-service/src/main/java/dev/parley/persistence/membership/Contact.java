package dev.parley.persistence.membership;

/** Someone who shares a conversation with the caller. */
record Contact(String userId) {}
