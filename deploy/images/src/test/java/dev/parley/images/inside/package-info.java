/** What the programs inside of images do. */
@NullMarked
package dev.parley.images.inside;

import org.jspecify.annotations.NullMarked;
