/** Images that are built and looked into, and the Dockerfile that has to say the same. */
@NullMarked
package dev.parley.images;

import org.jspecify.annotations.NullMarked;
