package dev.parley.contractcheck;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * One call and its answer.
 *
 * @param sent the body of the call, null if it has none
 */
public record Exchange(Call call, @Nullable String sent, Answer answer) {

    /** What was asked, its body aside. */
    public record Call(String method, URI uri, HttpHeaders headers) {

        @Override
        public String toString() {
            return method + " " + uri.getPath();
        }
    }

    /** What came back. */
    public record Answer(int status, HttpHeaders headers, String body) {}

    public static Exchange of(@Nullable String sent, HttpResponse<String> answer) {
        var request = answer.request();
        return new Exchange(
                new Call(request.method(), request.uri(), request.headers()),
                sent,
                new Answer(answer.statusCode(), answer.headers(), answer.body()));
    }

    boolean succeeded() {
        return answer.status() < 300;
    }

    /** Says nothing of headers and bodies: tokens and messages are in them. */
    @Override
    public String toString() {
        return call + " answered with " + answer.status();
    }
}
