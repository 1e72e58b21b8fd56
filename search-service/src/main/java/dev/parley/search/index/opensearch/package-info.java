/** The index in OpenSearch. */
@NullMarked
package dev.parley.search.index.opensearch;

import org.jspecify.annotations.NullMarked;
