/**
 * The search service. In come the facts of {@code chat.events}, applied to a full-text index: the newest state of each
 * message and of each membership, by its {@code seq}, so repeats and disorder do no harm. Out go answers to
 * {@code POST /api/v1/messages/search}, of conversations that the caller is in as of the index's position.
 *
 * <p>Promised: what the log holds can be found within a second, or the answer says how far the index has got
 * ({@code meta.indexedAt}); an index that has fallen more than a minute behind refuses to answer, since it can't know
 * who may see what. All of it can be built again from the log while the old one serves.
 */
@NullMarked
package dev.parley.search;

import org.jspecify.annotations.NullMarked;
