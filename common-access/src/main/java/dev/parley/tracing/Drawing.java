package dev.parley.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Which traces are followed. One that begins here is drawn by lot, or followed because it works for one that is; what
 * goes on here goes along with what was decided at its beginning.
 *
 * <p>A caller of REST may ask to be followed, by a {@code traceparent} of its own, but only so many times a second:
 * whoever sets a bit in a header would else decide how much this system records, and records could be its downfall.
 */
final class Drawing implements Sampler {

    private final Sampler lot;
    private final Allowance callers;

    Drawing(double probability, Allowance callers) {
        this.lot = Sampler.traceIdRatioBased(probability);
        this.callers = callers;
    }

    @Override
    public SamplingResult shouldSample(
            Context parentContext,
            String traceId,
            String name,
            SpanKind kind,
            Attributes attributes,
            List<LinkData> links) {
        var parent = Span.fromContext(parentContext).getSpanContext();
        if (!parent.isValid()) {
            return links.stream().anyMatch(link -> link.getSpanContext().isSampled())
                    ? SamplingResult.recordAndSample()
                    : lot.shouldSample(parentContext, traceId, name, kind, attributes, links);
        }
        return parent.isSampled() && (!parent.isRemote() || callers.take())
                ? SamplingResult.recordAndSample()
                : SamplingResult.drop();
    }

    @Override
    public String getDescription() {
        return "Drawing{" + lot.getDescription() + "}";
    }
}
