/** Tests of the documents as they are served. */
@NullMarked
package dev.parley.gateway.documents;

import org.jspecify.annotations.NullMarked;
