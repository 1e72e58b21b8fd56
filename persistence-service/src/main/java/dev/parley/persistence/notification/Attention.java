package dev.parley.persistence.notification;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;
import dev.parley.persistence.delivery.ConnectedUsers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Looks at each message twice: soon, for members who are not connected, and when the delay is over, for all whose
 * devices still do not have it. While Redis can't tell who is connected, everybody counts as connected.
 */
@Component
class Attention {

    private final Absences absences;
    private final ConnectedUsers connectedUsers;
    private final Announcer announcer;
    private final NotificationMeters meters;
    private final NotificationSettings settings;
    private final InstantSource clock;

    Attention(
            Absences absences,
            ConnectedUsers connectedUsers,
            Announcer announcer,
            NotificationMeters meters,
            NotificationSettings settings,
            InstantSource clock) {
        this.absences = absences;
        this.connectedUsers = connectedUsers;
        this.announcer = announcer;
        this.meters = meters;
        this.settings = settings;
        this.clock = clock;
    }

    boolean isTooOld(StoredMessage message) {
        return message.storedAt().isBefore(oldest());
    }

    /** When the oldest message was stored that anybody is still notified of. */
    Instant oldest() {
        return clock.instant().minus(settings.maxAge());
    }

    /**
     * One batch of each kind. What throws is as it was, to be begun again.
     *
     * @return whether a batch was full, so that more may be due already
     */
    boolean look(Waiting waiting) {
        var fresh = waiting.fresh(settings.batch());
        if (!fresh.isEmpty()) {
            lookSoon(waiting, fresh);
        }
        var overdue = waiting.storedBy(clock.instant().minus(settings.delay()), settings.batch());
        if (!overdue.isEmpty()) {
            var missed = absences.of(overdue);
            announcer.tell(missed);
            meters.overdue(missed.size());
            waiting.done(overdue);
        }
        return fresh.size() == settings.batch() || overdue.size() == settings.batch();
    }

    private void lookSoon(Waiting waiting, List<StoredMessage> fresh) {
        var missed = absences.of(fresh);
        var gone = notConnected(missed);
        var atOnce = missed.stream().filter(absence -> gone.contains(absence.userId())).toList();
        if (!atOnce.isEmpty()) {
            var told = new ArrayList<>(stillWaiting(waiting, atOnce, gone));
            told.addAll(atOnce);
            announcer.tell(told);
            meters.atOnce(told.size());
        }
        var open = missed.stream()
                .filter(absence -> !gone.contains(absence.userId()))
                .map(Absence::message)
                .collect(Collectors.toSet());
        waiting.done(fresh.stream().filter(message -> !open.contains(message)).toList());
        waiting.keep(open);
    }

    /** Who went away while an earlier message waited for them is told of that one first: marks only move forward. */
    private List<Absence> stillWaiting(Waiting waiting, List<Absence> atOnce, Set<UserId> gone) {
        Set<ConversationId> conversations = atOnce.stream()
                .map(absence -> absence.message().conversationId())
                .collect(Collectors.toSet());
        var earlier = waiting.seenOf(conversations);
        return earlier.isEmpty()
                ? List.of()
                : absences.of(earlier).stream().filter(absence -> gone.contains(absence.userId())).toList();
    }

    private Set<UserId> notConnected(List<Absence> missed) {
        var users = missed.stream().map(Absence::userId).collect(Collectors.toCollection(HashSet::new));
        var connected = connectedUsers.among(users);
        if (connected.isEmpty()) {
            return Set.of();
        }
        users.removeAll(connected.get());
        return users;
    }
}
