/** Serves the protocol's AsyncAPI document, for machines and as a page to read; anyone may have it. */
@NullMarked
package dev.parley.gateway.documents;

import org.jspecify.annotations.NullMarked;
