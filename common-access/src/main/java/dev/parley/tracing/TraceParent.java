package dev.parley.tracing;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.Optional;
import java.util.regex.Pattern;

/** A context as W3C writes it, version 00, of what is followed: others are not handed on. */
final class TraceParent {

    private static final Pattern FORM = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-01");

    private TraceParent() {}

    static String of(SpanContext context) {
        return "00-" + context.getTraceId() + "-" + context.getSpanId() + "-01";
    }

    /** As one of our own, which the sampler goes along with: only services write records and mailboxes. */
    static Optional<SpanContext> parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var context = SpanContext.create(
                matcher.group(1), matcher.group(2), TraceFlags.getSampled(), TraceState.getDefault());
        return context.isValid() ? Optional.of(context) : Optional.empty();
    }
}
