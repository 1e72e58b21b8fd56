package dev.parley.local.observability;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import dev.parley.load.client.ClientSettings;
import dev.parley.load.client.Endpoints;
import dev.parley.load.crowd.Crowd;
import dev.parley.load.crowd.Person;
import dev.parley.load.wire.TokenSigner;
import dev.parley.local.LocalStack;

/** People who talk, lose their connections and search all the time, and mind no fault. */
final class Bustle implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PEOPLE = 6;

    private final LocalStack stack;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Crowd crowd;
    private final List<Person> people;
    private volatile boolean quiet;
    private volatile boolean over;

    private Bustle(LocalStack stack) {
        this.stack = stack;
        var endpoints = new Endpoints(List.of(stack.gateway(1), stack.gateway(2)), stack.rest());
        var tokens = TokenSigner.fromFile(stack.secretFile(), Duration.ofHours(1), Clock.systemUTC());
        crowd = new Crowd(endpoints, tokens, ClientSettings.defaults());
        people = IntStream.range(0, PEOPLE).mapToObj(number -> crowd.join("busy-" + number)).toList();
    }

    static Bustle start(LocalStack stack) {
        var bustle = new Bustle(stack);
        bustle.crowd.awaitCaughtUp(PATIENCE);
        bustle.everySoOften(Duration.ofMillis(25), () -> bustle.anybody().say(bustle.anybody().user(), "some words"));
        bustle.everySoOften(Duration.ofMillis(300), () -> bustle.anybody().loseConnection());
        bustle.everySoOften(Duration.ofMillis(200), () -> bustle.post(stack.search(), "/api/v1/messages/search",
                "{\"query\":\"words\"}"));
        return bustle;
    }

    Person anybody() {
        return people.get(ThreadLocalRandom.current().nextInt(PEOPLE));
    }

    /** Nobody says anything until the next call. */
    void pause(boolean paused) {
        quiet = paused;
    }

    /** So many lists of conversations at a time are asked for, until the bustle is over. */
    void readAlso(int atATime) {
        for (var reader = 0; reader < atATime; reader++) {
            everySoOften(Duration.ofMillis(10), () -> get(stack.rest(), "/api/v1/conversations"));
        }
    }

    private void everySoOften(Duration rest, Deed deed) {
        Thread.ofVirtual().start(() -> {
            while (!over) {
                try {
                    if (!quiet) {
                        deed.happen();
                    }
                    TimeUnit.NANOSECONDS.sleep(ThreadLocalRandom.current().nextLong(2 * rest.toNanos()));
                } catch (IOException | InterruptedException duringAFault) {
                    // That somebody gets no answer is what the alerts are about.
                }
            }
        });
    }

    private void post(URI service, String path, String body) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(service.resolve(path)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private void get(URI service, String path) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(service.resolve(path)));
    }

    private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var token = stack.token(anybody().user().value());
        http.send(request.header("Authorization", "Bearer " + token).timeout(PATIENCE).build(),
                BodyHandlers.discarding());
    }

    /** One thing that somebody does. */
    private interface Deed {
        void happen() throws IOException, InterruptedException;
    }

    @Override
    public void close() {
        over = true;
        http.shutdownNow();
        crowd.close();
    }
}
