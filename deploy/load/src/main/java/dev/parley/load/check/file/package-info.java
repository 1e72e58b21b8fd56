/** A recorded history as a file of JSON lines: what devices saw first, then what was kept. */
@NullMarked
package dev.parley.load.check.file;

import org.jspecify.annotations.NullMarked;
