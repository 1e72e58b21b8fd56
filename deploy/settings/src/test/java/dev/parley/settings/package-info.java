/**
 * All that the services can be told: that the reference says it, that the environment can say it, and that
 * {@code application.yaml} says the defaults.
 */
@NullMarked
package dev.parley.settings;

import org.jspecify.annotations.NullMarked;
