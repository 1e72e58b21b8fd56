package dev.parley.contractcheck;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks on at the frames of one socket, from whatever threads. It knows which answer belongs to which question; what it
 * finds is kept for {@link #verify}, since a thread of a socket is no place to fail a test.
 */
public final class SocketWatch {

    private static final JsonMapper JSON = new JsonMapper();

    private final SocketContract contract;
    private final Map<JsonNode, Deque<Question>> questions = new HashMap<>();
    private final List<ContractViolation> violations = new ArrayList<>();

    /** @param deliberate whether it may break the contract on purpose */
    private record Question(JsonNode frame, boolean deliberate) {}

    SocketWatch(SocketContract contract) {
        this.contract = contract;
    }

    /** A frame that has to be right if the gateway takes it: where it has an id, that is known once it is answered. */
    public void sent(String text) {
        note(() -> sent(JSON.readTree(text), false));
    }

    /** A frame that a test has broken on purpose. */
    public void sentOnPurpose(String text) {
        try {
            sent(JSON.readTree(text), true);
        } catch (JacksonException e) {
            // That was the purpose; it can't have an id to be answered by.
        }
    }

    private synchronized void sent(JsonNode frame, boolean deliberate) {
        if (frame.hasNonNull("id")) {
            questions.computeIfAbsent(frame.path("id"), _ -> new ArrayDeque<>()).add(new Question(frame, deliberate));
        } else if (!deliberate) {
            contract.fromClient(frame);
        }
    }

    public void received(String text) {
        note(() -> judge(JSON.readTree(text)));
    }

    private void judge(JsonNode frame) {
        var question = frame.hasNonNull("id") ? take(frame.path("id")) : null;
        if (!frame.path("event").asString("").equals("ack")) {
            contract.fromServer(frame);
            return;
        }
        if (question == null) {
            throw new ContractViolation("ack", List.of("value at /id: " + frame.path("id") + " asked for no ack"));
        }
        if (!question.deliberate()) {
            contract.fromClient(question.frame());
        }
        contract.ack(question.frame().path("event").asString(), frame);
    }

    private @Nullable Question take(JsonNode id) {
        var asked = questions.get(id);
        return asked == null ? null : asked.poll();
    }

    private synchronized void note(Runnable check) {
        try {
            check.run();
        } catch (ContractViolation e) {
            violations.add(e);
        } catch (JacksonException e) {
            violations.add(new ContractViolation("frame", List.of("not JSON: " + e.getOriginalMessage())));
        }
    }

    /** @throws ContractViolation the first that was found */
    public synchronized void verify() {
        if (!violations.isEmpty()) {
            throw violations.getFirst().again();
        }
    }
}
