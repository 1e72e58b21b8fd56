package dev.parley.load.talk;

import dev.parley.load.wire.Message;
import dev.parley.load.wire.UserId;
import java.io.PrintStream;
import java.time.ZoneId;

/** A line for everything that happens, for pipes and for terminals that can do no more. */
final class PlainScreen implements Screen {

    private final PrintStream out;
    private final Wording wording;

    PlainScreen(PrintStream out, UserId self, ZoneId zone) {
        this.out = out;
        this.wording = new Wording(self, zone);
    }

    @Override
    public void show(Message message, Tick tick) {
        print(wording.line(message, tick));
    }

    @Override
    public void tick(String text, Tick tick) {
        print(tick.sign() + " " + Wording.onOneLine(text));
    }

    @Override
    public void typing(boolean started) {
        if (started) {
            print("# typing");
        }
    }

    @Override
    public void notice(String text) {
        print("# " + text);
    }

    private synchronized void print(String line) {
        out.println(line);
        out.flush();
    }
}
