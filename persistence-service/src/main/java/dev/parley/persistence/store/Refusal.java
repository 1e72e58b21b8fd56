package dev.parley.persistence.store;

import dev.parley.contracts.CommandCodec.Envelope;
import dev.parley.contracts.ErrorCode;
import java.time.Instant;

/** A command that the writer said no to, and where in the log it stands. */
public record Refusal(int partition, long offset, Envelope envelope, ErrorCode code, String reason, Instant at) {}
