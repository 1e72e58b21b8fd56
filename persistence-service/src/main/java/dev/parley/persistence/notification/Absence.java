package dev.parley.persistence.notification;

import dev.parley.contracts.UserId;

/** A member who has neither taken the message nor been told of it. */
record Absence(StoredMessage message, UserId userId) {}
