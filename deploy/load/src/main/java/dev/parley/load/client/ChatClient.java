package dev.parley.load.client;

import dev.parley.load.wire.Command;
import dev.parley.load.wire.Content;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.FrameWriter;
import dev.parley.load.wire.MarkKind;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.ServerFrame;
import dev.parley.load.wire.Target;
import dev.parley.load.wire.UserId;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One device of one user. Its methods may be called from any thread; everything happens on its own event loop. */
public final class ChatClient {

    private final Fleet fleet;
    private final Seat seat;
    private final Self self;
    private final DeviceListener listener;
    private final ClientSettings settings;
    private final Wiring wiring = new Wiring();
    private final Outbox outbox;
    private final Marks marks;
    private final Shelf shelf;
    private final Catchup catchup;
    private final Questions questions = new Questions();
    private final Hearing hearing;
    private Link link = new Link.Idle();
    private int gateway;
    private int failures;
    private long reconnectAfterMs;

    ChatClient(Fleet fleet, Seat seat, Self self, DeviceListener listener, ClientSettings settings) {
        this.fleet = fleet;
        this.seat = seat;
        this.self = self;
        this.listener = listener;
        this.settings = settings;
        this.gateway = self.gateway();
        this.outbox = new Outbox(wiring, self.notebook(), listener, settings);
        this.marks = new Marks(wiring, self.notebook(), listener, settings);
        this.shelf = new Shelf(self, settings.bounds().beyondGap(), listener, marks, wiring::gapFound);
        this.catchup = new Catchup(self, fleet.rest(), shelf, new Catchup.Reporting(marks, listener), wiring, settings);
        this.hearing = new Hearing(new Hearing.Answers(questions, outbox), shelf, catchup, listener, wiring);
    }

    public UserId user() {
        return self.user();
    }

    public void start() {
        seat.run(() -> {
            if (link instanceof Link.Idle) {
                seat.add(this);
                connect();
            }
        });
    }

    /** Sends when there is a session, and again until there is an answer; the listener hears of it. */
    public void send(Target target, MessageId id, Content content) {
        say(new Command.Send(target, id, content, null));
    }

    /** Says it when there is a session, and again until there is an answer; the listener hears of it. */
    public void say(Command command) {
        seat.run(() -> outbox.add(command));
    }

    public void typing(ConversationId conversation, boolean started) {
        seat.run(() -> {
            if (link instanceof Link.Ready(var socket)) {
                socket.write(out -> FrameWriter.typing(out, conversation, started));
            }
        });
    }

    /** Moves the read mark by hand, for a device whose policy leaves that to its user. Without a session nothing is sent. */
    public void read(ConversationId conversation, long seq) {
        seat.run(() -> {
            if (link instanceof Link.Ready(var socket)) {
                socket.write(out -> FrameWriter.mark(out, 0, MarkKind.READ, conversation, seq));
                listener.marked(MarkKind.READ, conversation, seq);
            }
        });
    }

    /** Loses the socket as a network fault would; the device comes back by itself. */
    public void disconnect() {
        seat.run(() -> link.socket().ifPresent(socket -> socket.drop("dropped on purpose")));
    }

    public void stop() {
        end(GatewaySocket::farewell);
    }

    /**
     * Dies without a farewell and forgets everything but its notebook, from which a new device can go on once this is
     * complete.
     */
    public CompletableFuture<Notebook> kill() {
        return end(socket -> socket.drop("killed")).thenApply(dead -> self.notebook());
    }

    private CompletableFuture<Void> end(Consumer<GatewaySocket> parting) {
        return CompletableFuture.runAsync(() -> {
            seat.remove(this);
            var last = link;
            link = new Link.Stopped();
            catchup.abandon();
            last.socket().ifPresent(parting);
        }, seat::run);
    }

    private void connect() {
        link = new Link.Waiting();
        seat.admit(() -> {
            if (!(link instanceof Link.Waiting)) {
                seat.leave();
                return;
            }
            var attempt = new Session();
            link = new Link.Opening(attempt.open());
        });
    }

    void tick(long now) {
        if (link instanceof Link.Ready(var socket)) {
            if (now - socket.lastHeard() > settings.patience().silence().toNanos()) {
                socket.drop("nothing heard for " + settings.patience().silence().toSeconds() + " s");
                return;
            }
            outbox.tick(now);
            marks.tick(now);
        }
    }

    private void comeBack(Closure closure) {
        if (link instanceof Link.Stopped) {
            return;
        }
        var wasReady = link instanceof Link.Ready;
        outbox.lost();
        questions.clear();
        catchup.abandon();
        if (wasReady) {
            listener.disconnected(closure.toString());
        } else {
            listener.unreachable(closure.toString());
        }
        if (closure.comeBack() == Closure.Return.NEVER) {
            link = new Link.Stopped();
            seat.remove(this);
            listener.stopped(closure.toString());
            return;
        }
        failures = wasReady ? 1 : failures + 1;
        gateway++;
        link = new Link.Idle();
        schedule(waitBefore(closure), () -> {
            if (link instanceof Link.Idle) {
                connect();
            }
        });
    }

    private Duration waitBefore(Closure closure) {
        var told = Duration.ofMillis(reconnectAfterMs);
        reconnectAfterMs = 0;
        if (closure.comeBack() == Closure.Return.AT_ONCE) {
            return Duration.ZERO;
        }
        var own = settings.backoff().delay(failures, ThreadLocalRandom.current());
        return told.compareTo(own) > 0 ? told : own;
    }

    private void schedule(Duration wait, Runnable task) {
        seat.loop().schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void ready() {
        if (link instanceof Link.Opening(var socket)) {
            link = new Link.Ready(socket);
            listener.ready();
            outbox.resume();
            catchup.begin();
        }
    }

    /** One attempt to have a session, from the handshake to the close. */
    private final class Session implements GatewaySocket.Owner {

        private boolean shaking = true;

        GatewaySocket open() {
            var call = new GatewaySocket.Call(fleet.endpoints().gateway(gateway), fleet.tokens().tokenFor(self.user()),
                    settings.patience().handshake());
            return GatewaySocket.open(seat.loop(), call, this, fleet.onlooker().socket());
        }

        @Override
        public void opened() {
            handsShaken();
        }

        @Override
        public void frame(ServerFrame frame) {
            hearing.take(frame);
        }

        @Override
        public void batchEnded() {
            if (!catchup.holdsBack()) {
                marks.flush();
            }
        }

        @Override
        public void closed(Closure closure) {
            handsShaken();
            comeBack(closure);
        }

        private void handsShaken() {
            if (shaking) {
                shaking = false;
                seat.leave();
            }
        }
    }

    /** What the parts of the device need of it. */
    private final class Wiring implements Outbox.Line, Marks.Line, Catchup.Host, Hearing.Control {

        @Override
        public boolean isReady() {
            return link instanceof Link.Ready;
        }

        @Override
        public long nextFrame() {
            return questions.nextFrame();
        }

        @Override
        public void write(Consumer<OutputStream> frame) {
            link.socket().ifPresent(socket -> socket.write(frame));
        }

        @Override
        public void ask(Catchup.FrameBody frame, Questions.Answer answer) {
            var number = questions.ask(answer);
            write(out -> frame.write(out, number));
        }

        @Override
        public void doubt(long since) {
            link.socket()
                    .filter(socket -> socket.lastHeard() - since < 0)
                    .ifPresent(socket -> socket.drop("an answer is overdue and nothing else was heard"));
        }

        @Override
        public void run(Runnable task) {
            seat.run(task);
        }

        @Override
        public void after(Duration wait, Runnable task) {
            schedule(wait, task);
        }

        @Override
        public void sessionReady() {
            ready();
        }

        @Override
        public void reconnectAfter(long millis) {
            reconnectAfterMs = millis;
        }

        @Override
        public void rejected(ServerFrame.Rejected rejected) {
            hearing.rejected(rejected);
        }

        void gapFound(ConversationId conversation) {
            catchup.repair(conversation);
        }
    }
}
