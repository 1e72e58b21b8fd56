package dev.parley.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class TracingWiringTest {

    private static final String CONTEXT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(Application.class);

    @Configuration
    @EnableAutoConfiguration
    static class Application {}

    @Test
    void isOffUnlessItIsSaidWhereSpansGo() {
        application.run(context -> {
            assertThat(context.getBean(Tracing.class)).isSameAs(Tracing.OFF);
            assertThat(context).doesNotHaveBean(OpenTelemetry.class);
            assertThat(context).doesNotHaveBean(io.micrometer.tracing.Tracer.class);
        });
        application.withPropertyValues(Switch.ENDPOINT + "=").run(context -> assertThat(
                context.getBean(Tracing.class).isOn()).isFalse());
    }

    @Test
    void followsWhatIsDrawn() {
        on(1).run(context -> {
            var tracing = context.getBean(Tracing.class);
            var send = tracing.begin("send", dev.parley.tracing.Span.Kind.SERVER);
            var child = send.child("publish", dev.parley.tracing.Span.Kind.PRODUCER);

            assertThat(send.isRecorded()).isTrue();
            assertThat(child.traceparent()).startsWith(send.traceparent().substring(0, 36))
                    .isNotEqualTo(send.traceparent());
        });
    }

    @Test
    void goesAlongWithWhatWasDrawnElsewhereAndJoinsIt() {
        on(0).run(context -> {
            var tracing = context.getBean(Tracing.class);

            assertThat(tracing.begin("send", dev.parley.tracing.Span.Kind.SERVER))
                    .isSameAs(dev.parley.tracing.Span.NONE);
            assertThat(tracing.resume("store", dev.parley.tracing.Span.Kind.CONSUMER, CONTEXT).traceparent())
                    .startsWith(CONTEXT.substring(0, 36));
            assertThat(tracing.join("batch", List.of("", CONTEXT)).isRecorded()).isTrue();
            assertThat(tracing.join("batch", List.of("")).isRecorded()).isFalse();
            for (var none : List.of("", "nonsense", CONTEXT.replaceAll("01$", "00"), CONTEXT.replace("0af", "XYZ"))) {
                assertThat(tracing.resume("store", dev.parley.tracing.Span.Kind.CONSUMER, none).isRecorded())
                        .as(none).isFalse();
            }
        });
    }

    @Test
    void letsCallersDecideOnlySoManyTimesASecond() {
        var nanos = new long[]{0};
        var drawing = new Drawing(0, new Allowance(2, () -> nanos[0]));

        assertThat(decisions(drawing, 4)).containsExactly(true, true, false, false);
        nanos[0] = 1_000_000_000;
        assertThat(decisions(drawing, 1)).containsExactly(true);
    }

    private static List<Boolean> decisions(Drawing drawing, int times) {
        var caller = SpanContext.createFromRemoteParent("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331",
                TraceFlags.getSampled(), TraceState.getDefault());
        var parent = Context.root().with(Span.wrap(caller));
        return java.util.stream.IntStream.range(0, times)
                .mapToObj(_ -> drawing.shouldSample(parent, caller.getTraceId(), "GET",
                        io.opentelemetry.api.trace.SpanKind.SERVER, io.opentelemetry.api.common.Attributes.empty(),
                        List.of()))
                .map(result -> result
                        .getDecision() == io.opentelemetry.sdk.trace.samplers.SamplingDecision.RECORD_AND_SAMPLE)
                .toList();
    }

    private ApplicationContextRunner on(double probability) {
        return application.withPropertyValues(Switch.ENDPOINT + "=http://127.0.0.1:9/v1/traces",
                "management.tracing.sampling.probability=" + probability);
    }
}
