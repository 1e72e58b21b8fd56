package dev.parley.gateway.socketio;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.access.BearerToken;
import dev.parley.gateway.access.Identity;
import dev.parley.gateway.access.TokenCheck;
import dev.parley.gateway.access.Verdict;
import dev.parley.gateway.protocol.Fields.Value;
import dev.parley.gateway.protocol.Refusal;
import dev.parley.gateway.protocol.socketio.Arguments;
import dev.parley.gateway.protocol.socketio.Packet;
import dev.parley.gateway.protocol.socketio.Packets;
import dev.parley.gateway.ratelimit.FrameLimit;
import dev.parley.gateway.ratelimit.Verdict.Over;
import dev.parley.gateway.session.Client;
import dev.parley.gateway.session.CloseCode;
import dev.parley.gateway.session.Line;
import dev.parley.gateway.session.Reception;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Parley in the main namespace: a token opens a session like any other. */
final class Chat implements Application {

    private static final Entry.Denied NO_TOKEN = new Entry.Denied(Refusal.of(
            ErrorCode.CHAT_UNAUTHENTICATED, "token: missing (expected: auth: {token}, or Authorization: Bearer …)"));

    private final Line line;
    private final @Nullable BearerToken ofHandshake;
    private final Desk desk;
    /** Of the socket: who leaves the namespace and joins it again goes on with what is left. */
    private final FrameLimit frames;

    /** What all connections share. */
    record Desk(TokenCheck tokens, Reception reception, BooleanSupplier open) {}

    /** @param ofHandshake the token in its header, for clients that can set one */
    Chat(Line line, @Nullable BearerToken ofHandshake, Desk desk) {
        this.line = line;
        this.ofHandshake = ofHandshake;
        this.desk = desk;
        this.frames = desk.reception().frameLimit();
    }

    @Override
    public boolean has(String namespace) {
        return namespace.equals(Packets.MAIN);
    }

    @Override
    public CompletionStage<Entry> join(Packet.Connect packet) {
        if (frames.take() instanceof Over) {
            return CompletableFuture.completedFuture(new Entry.Undecided());
        }
        var token = packet.auth().values().get("token") instanceof Value.Text text
                ? new BearerToken(text.value())
                : ofHandshake;
        return token == null
                ? CompletableFuture.completedFuture(NO_TOKEN)
                : desk.tokens().later(token).thenApply(this::entry);
    }

    private Entry entry(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted _ when !desk.open().getAsBoolean() -> new Entry.Undecided();
            case Verdict.Accepted accepted -> new Entry.Granted(() -> member(accepted.identity()));
            case Verdict.Refused refused when refused.code().isRetryable() -> new Entry.Undecided();
            case Verdict.Refused refused -> new Entry.Denied(Refusal.of(refused.code(), refused.message()));
        };
    }

    private Member member(Identity identity) {
        return new Talker(desk.reception().receive(identity, line, frames), desk.reception());
    }

    private record Talker(Client client, Reception reception) implements Member {

        @Override
        public String id() {
            return client.id();
        }

        @Override
        public void joined() {
            reception.admit(client);
        }

        @Override
        public void event(Packet.Event event) {
            reception.received(Arguments.request(event), client);
        }

        @Override
        public void close(CloseCode code) {
            client.close(code);
        }

        @Override
        public void left() {
            reception.dismiss(client);
        }
    }
}
