package dev.parley.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import dev.parley.load.client.ClientSettings;
import dev.parley.load.client.Endpoints;
import dev.parley.load.crowd.Crowd;
import dev.parley.load.wire.TokenSigner;

/** Gives tests one whole stack, started for the first that asks and closed after the last of the run. */
public final class SharedStack implements ParameterResolver {

    /** As in production, and all there is. */
    private static final Map<String, String> LOGS = Map
            .of("logging.structured.format.console", "ecs", "logging.level.dev.parley", "debug");

    /** The stack, and crowds on it. */
    public record Running(LocalStack stack, Path folder, SpanCollector spans) implements AutoCloseable {

        static Running start() {
            try {
                var folder = Files.createTempDirectory("parley-stack");
                var spans = SpanCollector.start();
                var settings = new HashMap<>(LOGS);
                settings.putAll(spans.settings());
                return new Running(LocalStack.start(folder, false, settings), folder, spans);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the stack was starting", e);
            }
        }

        Crowd crowd() {
            var endpoints = new Endpoints(List.of(stack.gateway(1), stack.gateway(2)), stack.rest());
            var tokens = TokenSigner.fromFile(stack.secretFile(), Duration.ofHours(1), Clock.systemUTC());
            return new Crowd(endpoints, tokens, ClientSettings.defaults());
        }

        @Override
        public void close() throws IOException {
            stack.close();
            spans.close();
            try (var files = Files.walk(folder)) {
                files.sorted((one, other) -> other.compareTo(one)).map(Path::toFile).forEach(java.io.File::delete);
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedStack.class))
                .computeIfAbsent("stack", key -> Running.start(), Running.class);
    }
}
