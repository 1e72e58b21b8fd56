@NullMarked
package dev.parley.persistence.access;

import org.jspecify.annotations.NullMarked;
