package dev.parley.gateway.presence;

import dev.parley.contracts.UserId;
import dev.parley.gateway.protocol.PeopleEvents;
import dev.parley.gateway.session.ChatSession;
import dev.parley.gateway.upstream.Answer;
import dev.parley.gateway.upstream.Upstream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells sessions what is new of those whom they watch. Before somebody is shown, it is asked again whether the two share
 * a conversation, unless that was asked a moment ago: so it costs nothing where there is no news.
 */
final class Reporter {

    private final Board<ChatSession> board;
    private final Upstream upstream;
    private final Duration sharedFor;
    private final Set<ChatSession> asking = ConcurrentHashMap.newKeySet();

    Reporter(Board<ChatSession> board, Upstream upstream, Duration sharedFor) {
        this.board = board;
        this.upstream = upstream;
        this.sharedFor = sharedFor;
    }

    void report() {
        board.takeSessionsWithNews().forEach(this::report);
    }

    private void report(ChatSession session) {
        var doubtful = board.allowedBefore(session, System.nanoTime() - sharedFor.toNanos());
        if (doubtful.isEmpty()) {
            tell(session);
        } else if (asking.add(session)) {
            upstream.contactsAmong(session.token(), doubtful)
                    .whenComplete((_, _) -> asking.remove(session))
                    .thenAccept(answer -> {
                        switch (answer) {
                            case Answer.Given<Set<UserId>>(var contacts) -> {
                                board.allow(session, contacts, System.nanoTime());
                                tell(session);
                            }
                            // Nothing is shown on doubt; the next round asks again.
                            case Answer.Refused<Set<UserId>> _ -> board.keep(session);
                        }
                    });
        } else {
            board.keep(session);
        }
    }

    private void tell(ChatSession session) {
        var frames = board.tellNews(session).stream()
                .map(presence -> session.framing().event(PeopleEvents.presence(presence)))
                .toList();
        if (!frames.isEmpty()) {
            session.deliver(frames);
        }
    }
}
