/**
 * Traces: what became of one message, from the frame that brought it to the sockets that it went out on, over all
 * services.
 *
 * <p>Off unless an operator names where spans go ({@code management.opentelemetry.tracing.export.otlp.endpoint}). Where
 * it is off, nothing of OpenTelemetry is loaded, and every span is {@link dev.parley.tracing.Span#NONE}, which takes no
 * memory. Where it is on, a message is followed only if it was drawn: a trace context travels with the drawn ones alone.
 *
 * <p>Spans are begun by hand, at the few places where a message changes hands: a batch joins many messages, which no
 * instrumentation of one record at a time can say.
 */
@NullMarked
package dev.parley.tracing;

import org.jspecify.annotations.NullMarked;
