package dev.parley.access.logs;

/**
 * All keys that lines are logged with, in every service. Who and where stand under a key, to be queried; what happened
 * stands in the message. A body or a token stands in neither.
 */
public final class LogKeys {

    public static final String USER_ID = "userId";
    public static final String SESSION_ID = "sessionId";
    public static final String GATEWAY_ID = "gatewayId";
    public static final String COMMAND_ID = "commandId";
    public static final String TOPIC = "topic";
    public static final String PARTITION = "partition";
    public static final String OFFSET = "offset";
    /** Of Redis. */
    public static final String CHANNEL = "channel";
    /** As clients and metrics name it. */
    public static final String REASON = "reason";
    public static final String SESSIONS = "sessions";
    /** Of the trace that a line belongs to, where there is one: put there by tracing. */
    public static final String TRACE_ID = "traceId";
    public static final String SPAN_ID = "spanId";

    private LogKeys() {}
}
