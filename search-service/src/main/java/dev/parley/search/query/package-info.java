/** What a user asks for: from the text of a query to what a message has to hold, and the REST call around it. */
@NullMarked
package dev.parley.search.query;

import org.jspecify.annotations.NullMarked;
