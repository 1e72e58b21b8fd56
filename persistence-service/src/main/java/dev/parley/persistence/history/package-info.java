/** Reading conversations, their history and their changes. */
@NullMarked
package dev.parley.persistence.history;

import org.jspecify.annotations.NullMarked;
