package dev.parley.contractcheck;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Looks on at all clients of a process, and keeps what it finds until it is asked. */
public final class WireWatch {

    private final SocketContract sockets = SocketContract.ofRepository();
    private final RestContract rest = RestContract.ofRepository();
    private final List<SocketWatch> watches = new ArrayList<>();
    private final List<ContractViolation> wrongCalls = new ArrayList<>();

    /** For one plain socket. */
    public synchronized SocketWatch socket() {
        var watch = sockets.watch();
        watches.add(watch);
        return watch;
    }

    /** @param answer to a request that it knows, with its body if it has one */
    public void answered(HttpResponse<byte[]> answer) {
        var request = answer.request();
        var call = new Exchange.Call(request.method(), request.uri(), request.headers());
        var told = new Exchange.Answer(answer.statusCode(), answer.headers(), new String(answer.body(), UTF_8));
        try {
            rest.check(new Exchange(call, SentBody.of(request), told));
        } catch (ContractViolation e) {
            note(e);
        }
    }

    private synchronized void note(ContractViolation violation) {
        wrongCalls.add(violation);
    }

    /**
     * Forgets what was seen up to here.
     *
     * @throws ContractViolation the first that was found
     */
    public synchronized void verify() {
        var seen = List.copyOf(watches);
        var wrong = List.copyOf(wrongCalls);
        watches.clear();
        wrongCalls.clear();
        seen.forEach(SocketWatch::verify);
        if (!wrong.isEmpty()) {
            throw wrong.getFirst();
        }
    }
}
