/**
 * Makes the container images of the services. Each is a runtime, a program and a cache of what the program loads, laid
 * out in one folder; a container engine or Jib only copies that folder.
 */
@NullMarked
package dev.parley.images;

import org.jspecify.annotations.NullMarked;
