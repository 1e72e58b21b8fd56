@NullMarked
package dev.parley.gateway.commands;

import org.jspecify.annotations.NullMarked;
