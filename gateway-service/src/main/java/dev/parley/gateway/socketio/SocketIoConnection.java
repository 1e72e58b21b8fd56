package dev.parley.gateway.socketio;

import dev.parley.gateway.protocol.Answers;
import dev.parley.gateway.protocol.Refusal;
import dev.parley.gateway.protocol.socketio.Packet;
import dev.parley.gateway.protocol.socketio.PacketReader;
import dev.parley.gateway.protocol.socketio.Packets;
import dev.parley.gateway.session.CloseCode;
import dev.parley.gateway.session.Connection;
import dev.parley.gateway.session.Line;
import dev.parley.gateway.socketio.Application.Entry;
import dev.parley.gateway.socketio.Application.Member;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One socket with Engine.IO on it: its namespaces, and what its packets lead to. */
final class SocketIoConnection implements Connection {

    private static final Logger log = LoggerFactory.getLogger(SocketIoConnection.class);

    private final Line line;
    private final byte[] greeting;
    private final PacketReader packets;
    private final Application application;
    private final Switchboard switchboard;
    private final Seats seats = new Seats();
    private final AtomicInteger denials = new AtomicInteger();
    private volatile @Nullable Long closingSince;

    /** @param greeting the first packet */
    SocketIoConnection(
            Line line, byte[] greeting, PacketReader packets, Application application, Switchboard switchboard) {
        this.line = line;
        this.greeting = greeting;
        this.packets = packets;
        this.application = application;
        this.switchboard = switchboard;
    }

    @Override
    public void opened() {
        switchboard.opened(this);
        send(greeting);
    }

    @Override
    public void text(String text) {
        switch (packets.read(text)) {
            case Packet.Event event -> receive(event);
            case Packet.Pong _ -> line.pulse().answered();
            case Packet.Connect connect -> connect(connect);
            case Packet.Disconnect disconnect -> disconnect(disconnect.namespace());
            case Packet.Ack ack -> expect(seats.in(ack.namespace()));
            case Packet.Close _ -> close(CloseCode.NORMAL);
            case Packet.Malformed malformed -> {
                log.debug("{}: {}", this, malformed.reason());
                close(CloseCode.NOT_THE_PROTOCOL);
            }
        }
    }

    private void receive(Packet.Event event) {
        var member = expect(seats.in(event.namespace()));
        if (member != null) {
            member.event(event);
        }
    }

    private void disconnect(String namespace) {
        if (expect(seats.in(namespace)) != null) {
            seats.leave(namespace).forEach(Member::left);
            waitIfEmpty();
        }
    }

    /** Nothing is said to a namespace before the client has joined it. */
    private @Nullable Member expect(@Nullable Member member) {
        if (member == null) {
            close(CloseCode.NOT_THE_PROTOCOL);
        }
        return member;
    }

    private void connect(Packet.Connect packet) {
        var namespace = packet.namespace();
        if (!application.has(namespace)) {
            deny(Packets.refused(namespace, "Invalid namespace", null));
        } else if (!seats.reserve(namespace)) {
            close(CloseCode.NOT_THE_PROTOCOL);
        } else {
            application.join(packet).whenComplete((entry, failure) -> answer(namespace, entry, failure));
        }
    }

    private void answer(String namespace, @Nullable Entry entry, @Nullable Throwable failure) {
        if (failure != null) {
            log.error("{}: a CONNECT could not be decided", this, failure);
        }
        switch (entry) {
            case Entry.Granted granted -> join(namespace, granted.member().get());
            case Entry.Denied denied -> {
                seats.release(namespace);
                deny(Packets.refused(namespace, denied.refusal().message(), Answers.refused(denied.refusal())));
            }
            case Entry.Undecided _ -> close(CloseCode.OVERLOADED);
            case null -> close(CloseCode.OVERLOADED);
        }
    }

    /** First the answer, then the first event: a client takes none before it. */
    private void join(String namespace, Member member) {
        if (!seats.take(namespace, member)) {
            return;
        }
        switchboard.joined(this);
        send(Packets.connected(namespace, member.id()));
        member.joined();
        if (!seats.settle(namespace, member)) {
            member.left();
        }
    }

    private void deny(byte[] refusal) {
        send(refusal);
        if (denials.incrementAndGet() > switchboard.deniedConnects()) {
            close(CloseCode.NOT_THE_PROTOCOL);
        }
    }

    private void waitIfEmpty() {
        if (seats.isEmpty()) {
            switchboard.waiting(this);
        }
    }

    @Override
    public void binary() {
        close(CloseCode.NOT_THE_PROTOCOL);
    }

    /** Engine.IO has its own. */
    @Override
    public void pong() {}

    @Override
    public void closed() {
        switchboard.closed(this);
        seats.close().forEach(Member::left);
    }

    /** A session on this line asks the same pulse, and whoever comes first pings. */
    void lookAfter(long nowNanos, Duration closeGrace) {
        var since = closingSince;
        if (since != null) {
            if (nowNanos - since > closeGrace.toNanos()) {
                line.socket().abort();
            }
            return;
        }
        switch (line.pulse().due(nowNanos)) {
            case NOTHING -> {}
            case PING -> {
                if (!line.ping()) {
                    close(CloseCode.TOO_SLOW);
                }
            }
            case GIVE_UP -> close(CloseCode.NO_ANSWER);
        }
    }

    /** Those in a namespace have their own way to go. */
    void close(CloseCode code) {
        var members = seats.members();
        members.forEach(member -> member.close(code));
        if (members.isEmpty() && closingSince == null) {
            closingSince = System.nanoTime();
            line.socket().close(code);
        }
    }

    private void send(byte[] packet) {
        if (!line.socket().send(List.of(packet))) {
            close(CloseCode.TOO_SLOW);
        }
    }
}
