package dev.parley.tracing;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/** A span of OpenTelemetry's. */
final class RecordedSpan implements Span {

    private final Tracer tracer;
    private final io.opentelemetry.api.trace.Span span;

    private RecordedSpan(Tracer tracer, io.opentelemetry.api.trace.Span span) {
        this.tracer = tracer;
        this.span = span;
    }

    /** What was not drawn is nothing to anybody from here on. */
    static Span of(Tracer tracer, io.opentelemetry.api.trace.Span span) {
        return span.getSpanContext().isSampled() ? new RecordedSpan(tracer, span) : NONE;
    }

    @Override
    public boolean isRecorded() {
        return true;
    }

    @Override
    public String traceparent() {
        return TraceParent.of(span.getSpanContext());
    }

    @Override
    public Span child(String name, Kind kind) {
        return of(tracer, tracer.spanBuilder(name)
                .setSpanKind(SpanKind.valueOf(kind.name()))
                .setParent(Context.root().with(span))
                .startSpan());
    }

    @Override
    public Span with(String attribute, String value) {
        span.setAttribute(attribute, value);
        return this;
    }

    @Override
    public Span joined(Span other) {
        if (other instanceof RecordedSpan recorded) {
            span.addLink(recorded.span.getSpanContext());
        }
        return this;
    }

    @Override
    public void failed(String reason) {
        span.setStatus(StatusCode.ERROR, reason);
        span.end();
    }

    @Override
    public void end() {
        span.end();
    }
}
