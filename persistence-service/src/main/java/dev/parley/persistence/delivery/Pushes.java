package dev.parley.persistence.delivery;

import dev.parley.contracts.GatewayId;
import dev.parley.contracts.wire.Delivery;
import dev.parley.tracing.Span;
import dev.parley.tracing.Tracing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The spans of what goes to mailboxes together: one for each delivery that is followed and gateway that gets it. */
final class Pushes {

    private final Tracing tracing;
    private final List<Span> spans = new ArrayList<>(0);

    Pushes(Tracing tracing) {
        this.tracing = tracing;
    }

    /** Takes the trace along to the gateway. */
    Delivery followed(Delivery.Builder delivery, GatewayId gateway) {
        var span = tracing.resume("push", Span.Kind.PRODUCER, delivery.getTraceparent());
        if (span.isRecorded()) {
            spans.add(span.with("gatewayId", gateway.value()));
        }
        return delivery.setTraceparent(span.traceparent()).build();
    }

    void end(@Nullable Throwable failure) {
        for (var span : spans) {
            if (failure == null) {
                span.end();
            } else {
                span.failed(failure.getClass().getSimpleName());
            }
        }
    }
}
