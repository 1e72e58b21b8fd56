package dev.parley.gateway.protocol;

import java.util.function.Function;

/** What a delivery looks like to clients. */
public sealed interface Rendered {

    /** The same for everyone. */
    record Shared(ServerEvent event) implements Rendered {}

    /** Recipients have views of their own; those with the same one get the same event, so that it is encoded once. */
    record Personal(Function<String, ServerEvent> of) implements Rendered {}

    /** A newer writer's word that this gateway can't say: the recipients have to sync to learn it. */
    record Unsayable(String kind) implements Rendered {}
}
