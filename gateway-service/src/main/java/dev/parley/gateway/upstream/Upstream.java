package dev.parley.gateway.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;
import dev.parley.gateway.access.BearerToken;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The persistence service as a user sees it. No call blocks, and none fails: what goes wrong is in the answer. */
public final class Upstream {

    /** That one look-up may ask about. */
    public static final int CONTACTS_AT_A_TIME = 200;

    private static final String SYNC = "sync";
    private static final String PARTICIPANTS = "participants";
    private static final String CONTACTS = "contacts";
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PAGE = 500;
    /** Far beyond any group that may be: a service that goes on after that is not one to follow. */
    private static final int MOST_PAGES = 20;

    private final Rest rest;
    private final Gate syncs;
    private final Gate lookups;
    private final MeterRegistry metrics;

    Upstream(Rest rest, Gate syncs, Gate lookups, MeterRegistry metrics) {
        this.rest = rest;
        this.syncs = syncs;
        this.lookups = lookups;
        this.metrics = metrics;
        // There from the start, so that a call that was never made counts as zero.
        List.of(SYNC, PARTICIPANTS, CONTACTS).forEach(call -> timer(call, "given"));
    }

    /**
     * @param since the token of the sync before; null for the first
     * @param limit of conversations; null for as many as there may be
     * @return a page, as the JSON object that it came as
     */
    public CompletableFuture<Answer<byte[]>> sync(
            BearerToken token, @Nullable String since, @Nullable Integer limit) {
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        if (since != null) {
            query.add("token=" + URLEncoder.encode(since, UTF_8));
        }
        if (limit != null) {
            query.add("limit=" + limit);
        }
        var request = rest.to("/api/v1/sync" + query, token).build();
        return timed(SYNC, () -> rest.call(syncs, request, DataSlice::of));
    }

    /** All members of a conversation that the user is in. */
    public CompletableFuture<Answer<Set<UserId>>> participants(BearerToken token, ConversationId conversationId) {
        var path = "/api/v1/conversations/" + conversationId + "/participants?limit=" + PAGE;
        return timed(PARTICIPANTS, () -> pages(path, null, token, new HashSet<>(), MOST_PAGES));
    }

    private CompletableFuture<Answer<Set<UserId>>> pages(
            String path, @Nullable String cursor, BearerToken token, Set<UserId> before, int pagesLeft) {
        if (pagesLeft == 0) {
            return CompletableFuture.completedFuture(
                    Answer.unavailable("members: more than " + PAGE * MOST_PAGES + " (expected: fewer)"));
        }
        var query = cursor == null ? "" : "&cursor=" + URLEncoder.encode(cursor, UTF_8);
        var request = rest.to(path + query, token).build();
        return rest.call(lookups, request, UserPage::read).thenCompose(answer -> switch (answer) {
            case Answer.Refused<UserPage>(var refusal) ->
                CompletableFuture.completedFuture(new Answer.Refused<>(refusal));
            case Answer.Given<UserPage>(var page) -> {
                before.addAll(page.users());
                yield page.nextCursor() == null
                        ? CompletableFuture.completedFuture(new Answer.Given<>(Set.copyOf(before)))
                        : pages(path, page.nextCursor(), token, before, pagesLeft - 1);
            }
        });
    }

    /**
     * Those of them who share a conversation with the user now.
     *
     * @throws IllegalArgumentException if they are too many for one look-up
     */
    public CompletableFuture<Answer<Set<UserId>>> contactsAmong(BearerToken token, Collection<UserId> userIds) {
        if (userIds.size() > CONTACTS_AT_A_TIME) {
            throw new IllegalArgumentException(
                    "userIds: " + userIds.size() + " (expected: at most " + CONTACTS_AT_A_TIME + ")");
        }
        var body = JSON.writeValueAsBytes(
                Map.of("userIds", userIds.stream().map(UserId::value).toList()));
        var request = rest.to("/api/v1/contacts/lookup", token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return timed(CONTACTS,
                () -> rest.call(lookups, request, answer -> Set.copyOf(UserPage.read(answer).users())));
    }

    private <T> CompletableFuture<Answer<T>> timed(String call, Supplier<CompletableFuture<Answer<T>>> asking) {
        var since = System.nanoTime();
        return asking.get().whenComplete((answer, _) -> timer(call, outcome(answer))
                .record(System.nanoTime() - since, TimeUnit.NANOSECONDS));
    }

    private Timer timer(String call, String outcome) {
        return Timer.builder("parley.gateway.upstream")
                .description("calls to the persistence service, their wait for a turn included")
                .tag("call", call)
                .tag("outcome", outcome)
                .register(metrics);
    }

    private static String outcome(@Nullable Answer<?> answer) {
        return switch (answer) {
            case null -> "bug";
            case Answer.Given<?> _ -> "given";
            case Answer.Refused<?>(var refusal) -> refusal.code().name().toLowerCase(Locale.ROOT);
        };
    }
}
