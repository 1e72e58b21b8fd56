package dev.parley.contractcheck;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A body that was sent, read like one that was received. */
record SentBody(BodySubscriber<String> reader) implements Flow.Subscriber<ByteBuffer> {

    static @Nullable String of(HttpRequest request) {
        return request.bodyPublisher().map(publisher -> {
            var body = new SentBody(BodySubscribers.ofString(UTF_8));
            publisher.subscribe(body);
            return body.reader().getBody().toCompletableFuture().join();
        }).orElse(null);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        reader.onSubscribe(subscription);
    }

    @Override
    public void onNext(ByteBuffer part) {
        reader.onNext(List.of(part));
    }

    @Override
    public void onError(Throwable failure) {
        reader.onError(failure);
    }

    @Override
    public void onComplete() {
        reader.onComplete();
    }
}
