/** OpenSearch under the shared suite, and what is its own. */
@NullMarked
package dev.parley.search.index.opensearch;

import org.jspecify.annotations.NullMarked;
