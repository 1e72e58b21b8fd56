/** Serves the document of a service's protocol, for machines and as a page to read; anyone may have it. */
@NullMarked
package dev.parley.access.documents;

import org.jspecify.annotations.NullMarked;
