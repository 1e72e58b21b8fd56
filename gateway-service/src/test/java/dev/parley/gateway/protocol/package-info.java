@NullMarked
package dev.parley.gateway.protocol;

import org.jspecify.annotations.NullMarked;
