package dev.parley.gateway.presence;

import dev.parley.contracts.UserId;
import dev.parley.gateway.protocol.Presence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who watches whom on this gateway, what is known of them, and what each watcher was told: news is where the two differ,
 * so nothing is told twice, and what could not be told now is told later. No I/O, one lock.
 *
 * @param <S> of a session
 */
final class Board<S> {

    private final Map<UserId, Subject<S>> subjects = new HashMap<>();
    private final Map<S, Watch<S>> watches = new HashMap<>();
    private final Set<Watch<S>> dirty = new HashSet<>();
    private final int mostSubjects;
    private final int misses;

    Board(int mostSubjects, int misses) {
        this.mostSubjects = mostSubjects;
        this.misses = misses;
    }

    /** @return whether there is room for it; the session's watch before is over in any case */
    synchronized boolean watch(S session, Set<UserId> users, long now) {
        unwatch(session);
        var added = users.stream().filter(each -> !subjects.containsKey(each)).count();
        if (subjects.size() + added > mostSubjects) {
            return false;
        }
        var watch = new Watch<S>(session, users, now);
        watches.put(session, watch);
        users.forEach(each -> subjects.computeIfAbsent(each, Subject::new).watches.add(watch));
        return true;
    }

    synchronized void unwatch(S session) {
        var watch = watches.remove(session);
        if (watch != null) {
            watch.users.forEach(each -> release(each, watch));
            dirty.remove(watch);
        }
    }

    private void release(UserId userId, Watch<S> watch) {
        var subject = subjects.get(userId);
        if (subject != null && subject.watches.remove(watch) && subject.watches.isEmpty()) {
            subjects.remove(userId);
        }
    }

    synchronized void unwatchAllBut(Predicate<S> open) {
        List.copyOf(watches.keySet()).stream().filter(open.negate()).forEach(this::unwatch);
    }

    synchronized boolean isWatched(UserId userId) {
        return subjects.containsKey(userId);
    }

    synchronized List<UserId> subjects() {
        return List.copyOf(subjects.keySet());
    }

    synchronized void seen(UserId userId, Instant now) {
        change(userId, subject -> subject.seen(now));
    }

    synchronized void missed(UserId userId) {
        change(userId, subject -> subject.missed(misses));
    }

    /** After a goodbye, one look is enough. */
    synchronized void gone(UserId userId) {
        change(userId, subject -> subject.missed(0));
    }

    /** By a first look, which tells of those only of whom nothing is known yet. */
    synchronized void absent(UserId userId) {
        change(userId, subject -> {
            if (subject.presence() == null) {
                subject.missed(0);
            }
        });
    }

    synchronized @Nullable Instant lastSeen(UserId userId) {
        var subject = subjects.get(userId);
        return subject == null ? null : subject.lastSeen();
    }

    synchronized void forgetMisses() {
        subjects.values().forEach(Subject::forgetMisses);
    }

    synchronized void lastSeenAt(UserId userId, Instant at) {
        change(userId, subject -> subject.lastSeenAt(at));
    }

    private void change(UserId userId, Consumer<Subject<S>> change) {
        var subject = subjects.get(userId);
        if (subject != null) {
            change.accept(subject);
            subject.watches.stream().filter(watch -> isNews(watch, userId, subject)).forEach(dirty::add);
        }
    }

    private boolean isNews(Watch<S> watch, UserId userId, Subject<S> subject) {
        var presence = subject.presence();
        return presence != null && !Boolean.valueOf(presence.online()).equals(watch.told.get(userId));
    }

    synchronized @Nullable Presence presence(UserId userId) {
        var subject = subjects.get(userId);
        return subject == null ? null : subject.presence();
    }

    /** All that is known of those whom the session watches, told by that. */
    synchronized List<Presence> tellAll(S session) {
        var watch = watches.get(session);
        return watch == null ? List.of() : tell(watch, watch.users);
    }

    /** What the session was not told yet, told by that. */
    synchronized List<Presence> tellNews(S session) {
        var watch = watches.get(session);
        if (watch == null) {
            return List.of();
        }
        var news = watch.users.stream()
                .filter(each -> subjects.containsKey(each) && isNews(watch, each, subjects.get(each)))
                .toList();
        return tell(watch, news);
    }

    private List<Presence> tell(Watch<S> watch, Iterable<UserId> users) {
        var all = new ArrayList<Presence>();
        for (var user : users) {
            var presence = presence(user);
            if (presence != null) {
                watch.told.put(user, presence.online());
                all.add(presence);
            }
        }
        return all;
    }

    /** The sessions that there is news for; what can't be told now is for {@link #keep}. */
    synchronized List<S> takeSessionsWithNews() {
        var sessions = dirty.stream().map(watch -> watch.session).toList();
        dirty.clear();
        return sessions;
    }

    synchronized void keep(S session) {
        var watch = watches.get(session);
        if (watch != null) {
            dirty.add(watch);
        }
    }

    /** @return whom the session watches, if that it may was found out before this time; else nobody */
    synchronized Set<UserId> allowedBefore(S session, long time) {
        var watch = watches.get(session);
        return watch == null || watch.allowedAt - time >= 0 ? Set.of() : watch.users;
    }

    /** From here on the session watches no others than these. */
    synchronized void allow(S session, Set<UserId> contacts, long now) {
        var watch = watches.get(session);
        if (watch != null) {
            var rest = new HashSet<>(watch.users);
            rest.retainAll(contacts);
            watch.users.stream().filter(each -> !rest.contains(each)).forEach(each -> release(each, watch));
            watch.told.keySet().retainAll(rest);
            watch.users = Set.copyOf(rest);
            watch.allowedAt = now;
        }
    }
}
