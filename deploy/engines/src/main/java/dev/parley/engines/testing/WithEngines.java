package dev.parley.engines.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts the engines that a test class needs, unless they run already. Constructor and method parameters of type
 * {@link Kafka}, {@link Postgres}, {@link Redis} and {@link OpenSearch} are resolved, and {@link dev.parley.engines.Database}: a fresh one,
 * the same throughout the class.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(EnginesExtension.class)
public @interface WithEngines {

    EngineKind[] value();
}
