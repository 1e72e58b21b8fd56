@NullMarked
package dev.parley.gateway.mailbox;

import org.jspecify.annotations.NullMarked;
