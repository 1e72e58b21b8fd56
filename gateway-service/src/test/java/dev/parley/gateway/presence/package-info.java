/** What is known of who is there, without any gateway around it. */
@NullMarked
package dev.parley.gateway.presence;

import org.jspecify.annotations.NullMarked;
