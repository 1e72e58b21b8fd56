/**
 * The words of the public wire: ids, messages, the frames of the socket and the replies of REST, read and written as streams
 * of tokens. A driver of thousands of clients reads tens of thousands of frames a second, so no trees are built.
 */
@NullMarked
package dev.parley.load.wire;

import org.jspecify.annotations.NullMarked;
