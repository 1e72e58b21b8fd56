/** The framing of {@code chat.v1}: one JSON object per text frame. */
@NullMarked
package dev.parley.gateway.protocol.json;

import org.jspecify.annotations.NullMarked;
