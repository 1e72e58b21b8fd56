/** Tests of the contract check, and of the documents themselves. */
@NullMarked
package dev.parley.contractcheck;

import org.jspecify.annotations.NullMarked;
