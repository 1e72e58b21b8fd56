package dev.parley.tracing;

import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Collection;

/** Spans by OpenTelemetry. */
final class OpenTelemetryTracing implements Tracing {

    private final Tracer tracer;

    OpenTelemetryTracing(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public Span begin(String name, Span.Kind kind) {
        return start(builder(name, kind).setNoParent());
    }

    @Override
    public Span resume(String name, Span.Kind kind, String traceparent) {
        if (traceparent.isEmpty()) {
            return Span.NONE;
        }
        return TraceParent.parse(traceparent)
                .map(io.opentelemetry.api.trace.Span::wrap)
                .map(parent -> start(builder(name, kind).setParent(Context.root().with(parent))))
                .orElse(Span.NONE);
    }

    @Override
    public Span join(String name, Collection<String> traceparents) {
        var builder = builder(name, Span.Kind.CONSUMER).setNoParent();
        var joined = 0;
        for (var traceparent : traceparents) {
            var context = TraceParent.parse(traceparent);
            if (context.isPresent()) {
                builder.addLink(context.get());
                joined++;
            }
        }
        return joined == 0 ? Span.NONE : start(builder);
    }

    @Override
    public Span current() {
        return RecordedSpan.of(tracer, io.opentelemetry.api.trace.Span.current());
    }

    private SpanBuilder builder(String name, Span.Kind kind) {
        return tracer.spanBuilder(name).setSpanKind(SpanKind.valueOf(kind.name()));
    }

    private Span start(SpanBuilder builder) {
        return RecordedSpan.of(tracer, builder.startSpan());
    }
}
