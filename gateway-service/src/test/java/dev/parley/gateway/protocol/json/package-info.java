@NullMarked
package dev.parley.gateway.protocol.json;

import org.jspecify.annotations.NullMarked;
