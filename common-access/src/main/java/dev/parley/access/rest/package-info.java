/** The door of every REST service: who calls, what calls are made of, and the form of every answer and refusal. */
@NullMarked
package dev.parley.access.rest;

import org.jspecify.annotations.NullMarked;
