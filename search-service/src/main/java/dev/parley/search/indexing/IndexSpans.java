package dev.parley.search.indexing;

import dev.parley.tracing.Span;
import dev.parley.tracing.Tracing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** In the trace of each event that is followed, how long it took until it could be found. */
record IndexSpans(List<Span> spans) {

    private static final IndexSpans NONE = new IndexSpans(List.of());

    /** Where an index is built anew, events are read again that were followed long ago. */
    static IndexSpans begin(Tracing tracing, EventBatch batch, boolean serving) {
        if (!tracing.isOn() || !serving) {
            return NONE;
        }
        var spans = new ArrayList<Span>();
        for (var event : batch.understood()) {
            var span = tracing.resume("index", Span.Kind.CONSUMER, traceparent(event.source()));
            if (span.isRecorded()) {
                spans.add(span);
            }
        }
        return new IndexSpans(spans);
    }

    private static String traceparent(ConsumerRecord<byte[], byte[]> source) {
        var header = source.headers().lastHeader(Tracing.HEADER);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.US_ASCII);
    }

    void end() {
        spans.forEach(Span::end);
    }

    void failed(RuntimeException failure) {
        spans.forEach(span -> span.failed(failure.getClass().getSimpleName()));
    }
}
