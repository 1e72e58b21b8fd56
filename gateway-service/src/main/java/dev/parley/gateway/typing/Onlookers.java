package dev.parley.gateway.typing;

import dev.parley.contracts.UserId;
import dev.parley.gateway.protocol.Framed;
import dev.parley.gateway.protocol.PeopleEvents;
import dev.parley.gateway.redis.Channels;
import dev.parley.gateway.session.Arrivals;
import dev.parley.gateway.session.Sessions;
import java.util.List;

/** Each user of this gateway has a channel, on which others' gateways say who is typing to them. */
final class Onlookers implements Arrivals {

    private final Channels channels;
    private final Sessions sessions;

    Onlookers(Channels channels, Sessions sessions) {
        this.channels = channels;
        this.sessions = sessions;
    }

    @Override
    public void arrived(UserId userId) {
        channels.listen(Signal.channelOf(userId), message -> show(Signal.of(message), userId));
        // Gone while its route was made: then nobody else takes the channel away.
        left(userId);
    }

    @Override
    public void left(UserId userId) {
        channels.leave(Signal.channelOf(userId), () -> !sessions.of(userId.value()).isEmpty());
    }

    private void show(Signal signal, UserId recipient) {
        var framed = new Framed(PeopleEvents.typing(signal.kind(), signal.conversationId(), signal.userId()));
        sessions.of(recipient.value()).forEach(session -> session.deliver(List.of(framed.in(session.framing()))));
    }
}
