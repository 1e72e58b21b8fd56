/** What is promised of the manifests: that an API server takes them, and that their parts fit each other and the services. */
@NullMarked
package dev.parley.kubernetes;

import org.jspecify.annotations.NullMarked;
