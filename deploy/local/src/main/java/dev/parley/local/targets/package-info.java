/**
 * The system that a command works on: the stack on this machine, or one that runs elsewhere and is described by a file.
 *
 * <p>A file names doors, engines and where secrets lie, and never holds a secret itself, so that it can be kept beside
 * the operator's notes. Every part may be left out; a command that needs it says which line is missing.
 */
@NullMarked
package dev.parley.local.targets;

import org.jspecify.annotations.NullMarked;
