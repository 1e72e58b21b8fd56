/**
 * What a service can be told, checked before it starts: a name that nobody knows and a value that makes no sense are
 * refused in a sentence each. The names are those that the build has written down beside the settings records.
 */
@NullMarked
package dev.parley.access.settings;

import org.jspecify.annotations.NullMarked;
