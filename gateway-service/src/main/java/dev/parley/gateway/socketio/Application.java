package dev.parley.gateway.socketio;

import dev.parley.gateway.protocol.Refusal;
import dev.parley.gateway.protocol.socketio.Packet;
import dev.parley.gateway.session.CloseCode;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** What is behind the namespaces of one connection. */
interface Application {

    boolean has(String namespace);

    /** Decides who may join; it may take its time, on a thread of its own. */
    CompletionStage<Entry> join(Packet.Connect packet);

    /** The verdict on a CONNECT. */
    sealed interface Entry {

        /** @param member is made only if the client is still there */
        record Granted(Supplier<Member> member) implements Entry {}

        /** Told to the client, which does not try again by itself. */
        record Denied(Refusal refusal) implements Entry {}

        /** Nobody can say now: the connection is closed, and the client tries again by itself. */
        record Undecided() implements Entry {}
    }

    /** A client in a namespace. */
    interface Member {

        /** Others may know it, unlike the connection's. */
        String id();

        /** The client knows that it is in. */
        void joined();

        void event(Packet.Event event);

        void close(CloseCode code);

        /** Once, after {@link #joined()}. */
        void left();
    }
}
