/** The commands over real engines, with a stand-in where the services would be: it is the launching that is tested. */
@NullMarked
package dev.parley.local;

import org.jspecify.annotations.NullMarked;
