package dev.parley.load.crowd;

import dev.parley.load.check.DeviceLog;
import dev.parley.load.check.DeviceRecorder;
import dev.parley.load.check.Event;
import dev.parley.load.client.ChatClient;
import dev.parley.load.wire.Content;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.Target;
import dev.parley.load.wire.UserId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** One recorded device of one user. */
public final class Person {

    private final ChatClient client;
    private final DeviceRecorder recorder;
    private final CompletableFuture<Void> caughtUp;
    private final AtomicInteger said = new AtomicInteger();

    Person(ChatClient client, DeviceRecorder recorder, CompletableFuture<Void> caughtUp) {
        this.client = client;
        this.recorder = recorder;
        this.caughtUp = caughtUp;
    }

    public UserId user() {
        return client.user();
    }

    /** Completes when the device has caught up for the first time; fails when the server sends it away for good. */
    public CompletableFuture<Void> caughtUp() {
        return caughtUp;
    }

    /** Sends under a new id, sooner or later: the device keeps it until there is an answer. */
    public MessageId say(UserId recipient, String text) {
        var id = new MessageId(UUID.randomUUID());
        say(new Target.Person(recipient), id, text);
        return id;
    }

    public void say(Target target, MessageId id, String text) {
        said.incrementAndGet();
        client.send(target, id, new Content(text));
    }

    public void typing(ConversationId conversation, boolean started) {
        client.typing(conversation, started);
    }

    /** Loses the connection; it comes back by itself. */
    public void loseConnection() {
        client.disconnect();
    }

    /** Goes for good: what is sent from here on need not reach this device. */
    public void leave() {
        recorder.left();
        client.stop();
    }

    /** Whether the device has taken over all that it was told to say: it does so on a thread of its own. */
    boolean hasBegunAll() {
        var begun = log().entries().stream().filter(entry -> entry.event() instanceof Event.Sent).count();
        return begun == said.get();
    }

    /** Everything that this device did and saw. */
    public DeviceLog log() {
        return recorder.log();
    }

    /** The messages that the device was shown, in the order shown. */
    public List<MessageId> shown() {
        return log().entries()
                .stream()
                .filter(entry -> entry.event() instanceof Event.Received received && !received.isRepeated())
                .map(entry -> ((Event.Received) entry.event()).message().id())
                .toList();
    }
}
