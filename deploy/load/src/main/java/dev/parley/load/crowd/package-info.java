/**
 * A handful of recorded people for tests from end to end: they join, talk, lose their connection, come back, and in the end the
 * checker says whether every promise was kept.
 */
@NullMarked
package dev.parley.load.crowd;

import org.jspecify.annotations.NullMarked;
