/** Serves the protocol's OpenAPI document, for machines and in Swagger UI; anyone may have it. */
@NullMarked
package dev.parley.persistence.documents;

import org.jspecify.annotations.NullMarked;
