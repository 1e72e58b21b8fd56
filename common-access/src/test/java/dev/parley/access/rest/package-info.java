@NullMarked
package dev.parley.access.rest;

import org.jspecify.annotations.NullMarked;
