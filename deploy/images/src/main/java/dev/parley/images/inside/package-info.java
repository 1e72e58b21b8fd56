/** Small programs that every image carries, for what others do with a shell: the images have none. Only the JDK. */
@NullMarked
package dev.parley.images.inside;

import org.jspecify.annotations.NullMarked;
