/**
 * Renders the AsyncAPI document as one static page, when a gateway is built. There is no WebJar of a renderer for
 * AsyncAPI 3, and those of npm are megabytes of script that compile schemas by {@code eval}; a page without any script
 * needs neither, and may be served under the strictest policy.
 */
@NullMarked
package dev.parley.contractcheck.page;

import org.jspecify.annotations.NullMarked;
