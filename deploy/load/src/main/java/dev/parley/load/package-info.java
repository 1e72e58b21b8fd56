/**
 * Clients by the thousand over Parley's public wire: they replay a corpus, talk in a terminal, and record what they saw so
 * that a checker can prove or refute what the project promises. Nothing here knows the inside of a service.
 */
@NullMarked
package dev.parley.load;

import org.jspecify.annotations.NullMarked;
