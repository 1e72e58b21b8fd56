package dev.parley.load.talk;

import dev.parley.load.wire.Message;

/** Where a talk is shown: a terminal that can be drawn on, or plain lines. Called from the device's event loop. */
interface Screen {

    /** A message of either side, as it comes; one's own with how far it has come. */
    void show(Message message, Tick tick);

    /** A message that was said here has come further. */
    void tick(String text, Tick tick);

    void typing(boolean started);

    void notice(String text);
}
