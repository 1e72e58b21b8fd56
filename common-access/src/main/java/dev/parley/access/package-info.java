/** Who may call a service: whose tokens are believed, and what they have to say. */
@NullMarked
package dev.parley.access;

import org.jspecify.annotations.NullMarked;
