/** Who may call: the token's user, and the form in which every refusal is answered. */
@NullMarked
package dev.parley.persistence.access;

import org.jspecify.annotations.NullMarked;
