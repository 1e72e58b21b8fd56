/** Tests of the documents as they are served. */
@NullMarked
package dev.parley.persistence.documents;

import org.jspecify.annotations.NullMarked;
