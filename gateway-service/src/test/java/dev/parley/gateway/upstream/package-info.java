@NullMarked
package dev.parley.gateway.upstream;

import org.jspecify.annotations.NullMarked;
