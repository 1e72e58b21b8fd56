package dev.parley.load.crowd;

import dev.parley.load.check.DeviceLog;
import dev.parley.load.check.DeviceRecorder;
import dev.parley.load.check.Event;
import dev.parley.load.client.ChatClient;
import dev.parley.load.client.Fleet;
import dev.parley.load.client.Groups;
import dev.parley.load.client.Notebook;
import dev.parley.load.wire.Command;
import dev.parley.load.wire.Content;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.Pages;
import dev.parley.load.wire.Target;
import dev.parley.load.wire.UserId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** One recorded device of one user. */
public final class Person {

    private final Fleet fleet;
    private final DeviceRecorder recorder;
    private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
    private final PersonListener listener;
    private final AtomicInteger said = new AtomicInteger();
    private final AtomicInteger gateway;
    private final Notebook notebook = new Notebook();
    private volatile ChatClient client;

    Person(Fleet fleet, DeviceRecorder recorder, int gateway) {
        this.fleet = fleet;
        this.recorder = recorder;
        this.listener = new PersonListener(recorder, caughtUp);
        this.gateway = new AtomicInteger(gateway);
        this.client = fleet.device(recorder.user(), listener, gateway, notebook);
        client.start();
    }

    public UserId user() {
        return recorder.user();
    }

    /** Completes when the device has caught up for the first time; fails when the server sends it away for good. */
    public CompletableFuture<Void> caughtUp() {
        return caughtUp;
    }

    /** Sends under a new id, sooner or later: the device keeps it until there is an answer. */
    public MessageId say(UserId recipient, String text) {
        return say(new Target.Person(recipient), text);
    }

    public MessageId say(ConversationId conversation, String text) {
        return say(new Target.Room(conversation), text);
    }

    private MessageId say(Target target, String text) {
        var id = new MessageId(UUID.randomUUID());
        say(target, id, text);
        return id;
    }

    public void say(Target target, MessageId id, String text) {
        say(new Command.Send(target, id, new Content(text), null));
    }

    public MessageId reply(ConversationId conversation, MessageId to, String text) {
        var id = new MessageId(UUID.randomUUID());
        say(new Command.Send(new Target.Room(conversation), id, new Content(text), to));
        return id;
    }

    /** Puts another text in the place of what this user said; to be called once that has been acked. */
    public void edit(ConversationId conversation, MessageId message, String text) {
        say(new Command.Edit(new Target.Room(conversation), message, new Content(text)));
    }

    public void delete(ConversationId conversation, MessageId message) {
        say(new Command.Delete(new Target.Room(conversation), message));
    }

    private void say(Command command) {
        said.incrementAndGet();
        client.say(command);
    }

    public void typing(ConversationId conversation, boolean started) {
        client.typing(conversation, started);
    }

    /** What this user does with groups. */
    public GroupLife groups() {
        return new GroupLife(new Groups(fleet.rest(), user()), user(), recorder);
    }

    /** Loses the connection; it comes back by itself. */
    public void loseConnection() {
        client.disconnect();
    }

    /** Whether what it was told to say has been acked or refused, all of it. */
    public boolean hasAnswers() {
        return hasBegunAll() && notebook.isAnswered();
    }

    /** Its process dies: no farewell, and nothing is remembered but what was written down. */
    public void crash() {
        client.kill().join();
        recorder.disconnected("crashed");
    }

    /** Starts again from what was written down, at another gateway than before. */
    public void restart() {
        client = fleet.device(user(), listener, gateway.incrementAndGet(), notebook);
        client.start();
    }

    /** Goes for good: what is sent from here on need not reach this device. */
    public void leave() {
        recorder.gone();
        client.stop();
    }

    /** Whether the device has taken over all that it was told to say: it does so on a thread of its own. */
    boolean hasBegunAll() {
        var begun = log().entries().stream()
                .filter(entry -> entry.event() instanceof Event.Sent || entry.event() instanceof Event.Altering)
                .count();
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
                .filter(entry -> entry.event() instanceof Event.Received received && received.arrival().isShown())
                .map(entry -> ((Event.Received) entry.event()).message().id())
                .toList();
    }

    /** The messages of this user's own that the device was shown in a conversation, each once. */
    public List<MessageId> own(ConversationId conversation) {
        return log().entries()
                .stream()
                .filter(entry -> entry.event() instanceof Event.Received(var where, var message, var arrival)
                        && arrival.isShown() && where.equals(conversation) && message.sender().equals(user()))
                .map(entry -> ((Event.Received) entry.event()).message().id())
                .distinct()
                .toList();
    }

    /** The beginning of a conversation, as the server shows it to this user. */
    public CompletableFuture<Pages.Messages> history(ConversationId conversation) {
        return fleet.rest().messagesAfter(user(), conversation, 0);
    }
}
