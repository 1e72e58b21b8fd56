/** Who is in which conversation with whom: making conversations, coming and going, and what is asked about it. */
@NullMarked
package dev.parley.persistence.membership;

import org.jspecify.annotations.NullMarked;
