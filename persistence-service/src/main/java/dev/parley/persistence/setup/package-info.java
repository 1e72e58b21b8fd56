/**
 * What has to be there before the service starts: the tables and the topics. Made by the service itself where it is told
 * so, or once for all its instances by {@code setup}.
 */
@NullMarked
package dev.parley.persistence.setup;

import org.jspecify.annotations.NullMarked;
