@NullMarked
package dev.parley.local.targets;

import org.jspecify.annotations.NullMarked;
