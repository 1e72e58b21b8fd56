package dev.parley.load.client;

import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.Message;
import dev.parley.load.wire.Pages;
import dev.parley.load.wire.ReplyReader;
import dev.parley.load.wire.RequestWriter;
import dev.parley.load.wire.TokenSigner;
import dev.parley.load.wire.UserId;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The calls of REST that a device makes. All devices share few connections: at most a given number of calls is under way, the
 * others wait in line (each device asks for one thing at a time, so the line is no longer than the devices are many).
 */
public final class Rest implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int LIST_LIMIT = 100;
    private static final int HISTORY_LIMIT = 200;
    private static final int MEMBERS_LIMIT = 500;

    private final String base;
    private final TokenSigner tokens;
    private final int atOnce;
    private final Onlooker onlooker;
    private final ExecutorService workers = Executors.newFixedThreadPool(2,
            Thread.ofPlatform().daemon().name("rest-", 0).factory());
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .executor(workers)
            .build();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int underWay;

    Rest(URI base, TokenSigner tokens, int atOnce, Onlooker onlooker) {
        this.base = base.toString();
        this.tokens = tokens;
        this.atOnce = atOnce;
        this.onlooker = onlooker;
    }

    public CompletableFuture<Pages.Conversations> conversations(UserId user, @Nullable String cursor) {
        var path = "/conversations?limit=" + LIST_LIMIT + (cursor == null ? "" : "&cursor=" + encode(cursor));
        return get(user, path, ReplyReader::conversations);
    }

    public CompletableFuture<Pages.Changes> changes(UserId user, ConversationId conversation, long after) {
        var path = "/conversations/" + conversation + "/changes?after=" + after + "&limit=" + HISTORY_LIMIT;
        return get(user, path, body -> ReplyReader.changes(body, conversation));
    }

    public CompletableFuture<Pages.Messages> messagesAfter(UserId user, ConversationId conversation, long after) {
        var path = "/conversations/" + conversation + "/messages?after=" + after + "&limit=" + HISTORY_LIMIT;
        return get(user, path, ReplyReader::messages);
    }

    /** The newest messages of a conversation. */
    public CompletableFuture<Pages.Messages> newest(UserId user, ConversationId conversation, int limit) {
        return get(user, "/conversations/" + conversation + "/messages?limit=" + limit, ReplyReader::messages);
    }

    public CompletableFuture<Pages.Members> members(UserId user, ConversationId conversation, @Nullable String cursor) {
        var path = "/conversations/" + conversation + "/participants?limit=" + MEMBERS_LIMIT
                + (cursor == null ? "" : "&cursor=" + encode(cursor));
        return get(user, path, ReplyReader::members);
    }

    /** The messages on the first page of a search; the search service answers it. */
    public CompletableFuture<List<Message>> search(UserId user, String query) {
        var body = RequestWriter.search(query);
        return exchange(user, "/messages/search",
                request -> request.header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body)),
                ReplyReader::found);
    }

    private <T> CompletableFuture<T> get(UserId user, String path, Function<byte[], T> reader) {
        return exchange(user, path, HttpRequest.Builder::GET, reader);
    }

    /** Any call; what is no success fails as a {@link RestFailure}. */
    <T> CompletableFuture<T> exchange(UserId user, String path, UnaryOperator<HttpRequest.Builder> method,
            Function<byte[], T> reader) {
        var answer = new CompletableFuture<T>();
        var request = method.apply(HttpRequest.newBuilder(URI.create(base + path)))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + tokens.tokenFor(user))
                .header("Accept", "application/json")
                .build();
        admit(() -> http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .whenComplete((response, failure) -> {
                    release();
                    if (response != null) {
                        onlooker.answered(response);
                    }
                    settle(answer, request.method() + " " + path, response, failure, reader);
                }));
        return answer;
    }

    private static <T> void settle(CompletableFuture<T> answer, String call, @Nullable HttpResponse<byte[]> response,
            @Nullable Throwable failure, Function<byte[], T> reader) {
        try {
            if (response == null) {
                var cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
                throw new RestFailure(0, call + ": no answer (" + cause + ")");
            }
            if (response.statusCode() / 100 != 2) {
                throw new RestFailure(response.statusCode(),
                        call + ": " + response.statusCode() + " " + ReplyReader.problemCode(response.body()));
            }
            answer.complete(reader.apply(response.body()));
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    private void admit(Runnable call) {
        synchronized (waiting) {
            if (underWay == atOnce) {
                waiting.add(call);
                return;
            }
            underWay++;
        }
        call.run();
    }

    private void release() {
        Runnable next;
        synchronized (waiting) {
            next = waiting.poll();
            if (next == null) {
                underWay--;
                return;
            }
        }
        next.run();
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.shutdownNow();
        workers.shutdownNow();
    }
}
