/**
 * OpenSearch as a program: what runs in its process, and nowhere else. Its jars would clash with everybody's (Netty,
 * protobuf, Lucene, log4j), so who starts it takes their places from the resource {@code class-path}, and depends on
 * this module without what this module depends on.
 */
@NullMarked
package dev.parley.engines.opensearch;

import org.jspecify.annotations.NullMarked;
