package dev.parley.gateway.mailbox;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.parley.contracts.wire.Delivery;
import dev.parley.contracts.wire.MailboxEntry;
import dev.parley.gateway.protocol.Framed;
import dev.parley.gateway.protocol.Rendered;
import dev.parley.gateway.protocol.Renderer;
import dev.parley.gateway.protocol.ServerEvent;
import dev.parley.gateway.session.ChatSession;
import dev.parley.gateway.session.Sessions;
import dev.parley.tracing.Span;
import dev.parley.tracing.Tracing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From entries of the mailbox to local sockets: each event is encoded once for each framing, each socket written to once. */
final class Fanout {

    private static final Logger log = LoggerFactory.getLogger(Fanout.class);

    private final Sessions sessions;
    private final MembershipNews memberships;
    private final PassageMeters passages;
    private final Tracing tracing;
    private final Counter entriesRead;
    private final Counter eventsPushed;

    Fanout(
            Sessions sessions,
            MembershipNews memberships,
            PassageMeters passages,
            Tracing tracing,
            MeterRegistry metrics) {
        this.sessions = sessions;
        this.memberships = memberships;
        this.passages = passages;
        this.tracing = tracing;
        entriesRead = Counter.builder("parley.gateway.mailbox.entries")
                .description("mailbox entries read")
                .register(metrics);
        eventsPushed = Counter.builder("parley.gateway.events.pushed")
                .description("events given to sockets")
                .register(metrics);
    }

    /** @return what was lost on the way: none of it stops the rest */
    Set<LossReason> deliver(List<Entry> entries) {
        var outgoing = new Outgoing(passages);
        var losses = EnumSet.noneOf(LossReason.class);
        for (var entry : entries) {
            deliver(entry, outgoing, losses);
        }
        entriesRead.increment(entries.size());
        eventsPushed.increment(outgoing.send());
        return losses;
    }

    private void deliver(Entry read, Outgoing outgoing, Set<LossReason> losses) {
        var bytes = read.bytes();
        if (bytes == null) {
            losses.add(LossReason.ENTRY_UNREADABLE);
            return;
        }
        try {
            var entry = MailboxEntry.parseFrom(bytes);
            if (entry.getResync()) {
                losses.add(LossReason.WRITER_ASKED);
            }
            for (var delivery : entry.getDeliveriesList()) {
                deliver(delivery, read.pushedAt(), outgoing, losses);
            }
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            log.warn("a mailbox entry can't be read: {}", e.toString());
            losses.add(LossReason.ENTRY_UNREADABLE);
        }
    }

    private void deliver(Delivery delivery, long pushedAt, Outgoing outgoing, Set<LossReason> losses) {
        memberships.pass(delivery);
        var targets = targets(delivery);
        // Routes may be stale: what is for nobody here is not worth rendering.
        if (targets.isEmpty()) {
            return;
        }
        outgoing.follow(tracing.resume("deliver", Span.Kind.CONSUMER, delivery.getTraceparent()));
        switch (Renderer.render(delivery)) {
            case Rendered.Shared shared -> {
                var framed = new Framed(shared.event());
                var passage = Passage.isOf(delivery) ? new Passage(delivery.getEvent().getAt(), pushedAt) : null;
                targets.forEach(session -> outgoing.add(session, framed.in(session.framing()), passage));
            }
            case Rendered.Personal personal -> {
                var views = new IdentityHashMap<ServerEvent, Framed>();
                targets.forEach(session -> {
                    var view = personal.of().apply(session.userId().value());
                    var framed = views.computeIfAbsent(view, Framed::new);
                    outgoing.add(session, framed.in(session.framing()), null);
                });
            }
            case Rendered.Unsayable unsayable -> {
                log.warn("a delivery can't be told to clients: {}", unsayable.kind());
                losses.add(LossReason.EVENT_UNKNOWN);
            }
        }
    }

    /** In plain loops: this runs for every event, and streams were a sixth of all allocation. */
    private List<ChatSession> targets(Delivery delivery) {
        var targets = new ArrayList<ChatSession>(4);
        for (var recipient : delivery.getRecipientsList()) {
            for (var session : sessions.of(recipient)) {
                if (!session.id().equals(delivery.getExceptSessionId())) {
                    targets.add(session);
                }
            }
        }
        return targets;
    }
}
