/** Groups under load: many members over all gateways, some of whom speak at a rate, and how soon the others hear it. */
@NullMarked
package dev.parley.load.group;

import org.jspecify.annotations.NullMarked;
