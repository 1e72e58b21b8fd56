package dev.parley.local.deadletters;

import java.io.PrintStream;
import java.util.HexFormat;
import java.util.List;

/** Dead letters for eyes. Nothing that anybody wrote is shown unless it is asked for. */
public final class Listing {

    private static final int HEX_BYTES = 1024;
    private static final int REASON_LENGTH = 300;

    private final DeadLetterLog log;
    private final PrintStream out;

    public Listing(DeadLetterLog log, PrintStream out) {
        this.log = log;
        this.out = out;
    }

    /** Three lines each, the newest first. */
    public void list(int most) throws DeadLetterException {
        var newest = log.newest(most);
        newest.letters().forEach(this::summarize);
        var shown = newest.letters().size();
        out.println(shown < newest.seen()
                ? "The newest " + shown + " of " + newest.seen() + " dead letters (--last N shows more)"
                : "Dead letters: " + shown);
    }

    public void show(Place place, boolean withContent) throws DeadLetterException {
        var letter = log.at(place);
        summarize(letter);
        letter.headers().forEach(
                header -> out.println("  header " + header.key() + ": " + Fields.printable(DeadLetter.text(header))));
        out.println("  value: " + letter.value().length + " bytes");
        lines(letter, withContent).forEach(line -> out.println("    " + line));
        out.println("  " + switch (Verdict.of(letter)) {
            case Verdict.Fit _ -> "./parley dlt replay " + place + " has it decided again";
            case Verdict.Unfit(var why) -> "A replay can't help: " + why;
        });
    }

    private static List<String> lines(DeadLetter letter, boolean withContent) {
        return letter.payload().map(payload -> new Fields(withContent).lines(payload.message()))
                .orElseGet(
                        () -> List.of(withContent ? hex(letter.value()) : "(not readable; --content shows its bytes)"));
    }

    private static String hex(byte[] value) {
        return HexFormat.of().formatHex(value, 0, Math.min(value.length, HEX_BYTES));
    }

    private void summarize(DeadLetter letter) {
        out.println(letter.place() + "  " + letter.at() + "  from " + Fields.printable(letter.origin()));
        out.println("    " + Fields.printable(subject(letter)));
        out.println("    " + shortened(Fields.printable(letter.reason())));
        letter.replayOf().ifPresent(of -> out.println("    was itself a replay of " + Fields.printable(of)));
        letter.replayedAs().ifPresent(as -> out.println("    replayed as " + Fields.printable(as)));
    }

    private static String subject(DeadLetter letter) {
        return letter.payload().map(payload -> payload.kind()
                + payload.user().map(user -> " by " + user).orElse("")
                + payload.conversation().map(id -> ", conversation " + id).orElse("")
                + payload.messageId().map(id -> ", message " + id).orElse(""))
                .orElse("not readable, " + letter.value().length + " bytes");
    }

    private static String shortened(String reason) {
        return reason.length() <= REASON_LENGTH ? reason : reason.substring(0, REASON_LENGTH) + " …";
    }
}
