package dev.parley.engines.testing;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

import dev.parley.engines.Database;

/** Starts what {@link WithEngines} names, hands it out, and ends it after the last test. */
final class EnginesExtension implements BeforeAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(EnginesExtension.class);

    private static final Map<Class<?>, Supplier<?>> PARAMETERS = Map.of(Kafka.class, Engines::kafka, Postgres.class,
            Engines::postgres, Redis.class, Engines::redis, OpenSearch.class, Engines::openSearch, Database.class,
            () -> Engines.postgres().createDatabase());

    @Override
    public void beforeAll(ExtensionContext context) {
        endAfterLastTest(context);
        AnnotationSupport.findAnnotation(context.getRequiredTestClass(), WithEngines.class).ifPresent(needs -> {
            for (var kind : needs.value()) {
                Engines.start(kind);
            }
        });
    }

    /** The root's store is closed when all test classes are done. */
    private static void endAfterLastTest(ExtensionContext context) {
        AutoCloseable ending = Engines::stop;
        context.getRoot().getStore(NAMESPACE).computeIfAbsent(Engines.class, type -> ending);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARAMETERS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return ofTestClass(context).computeIfAbsent(type, EnginesExtension::take);
    }

    private static Object take(Class<?> type) {
        return Objects.requireNonNull(PARAMETERS.get(type)).get();
    }

    /** Nested classes and methods share what their outermost class was given. */
    private static Store ofTestClass(ExtensionContext context) {
        var outermost = context;
        while (outermost.getParent().isPresent() && outermost.getParent().get().getTestClass().isPresent()) {
            outermost = outermost.getParent().get();
        }
        return outermost.getStore(NAMESPACE);
    }
}
