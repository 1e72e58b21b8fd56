package dev.parley.local.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** What the database says: the message as it is now, and how far each member is. */
record Stored(Rows.Row row, List<Rows.Marks> marks) {

    static final int MOST_MEMBERS = 20;

    void tell(Findings findings, boolean content) {
        var details = new ArrayList<>(Trace.content(content && row.content() != null, String.valueOf(row.content())));
        details.add(0, state());
        findings.add(Station.seen(row.sentAt(), "PostgreSQL messages",
                "seq " + row.seq() + " from " + row.sender() + ", sent_at is the time of its acceptance", details));
        row.editedAt().ifPresent(at -> findings.add(changed(at, "edited")));
        row.deletedAt().ifPresent(at -> findings.add(changed(at, "deleted")));
        marks.stream().limit(MOST_MEMBERS).filter(each -> !each.user().equals(row.sender()))
                .forEach(each -> tell(each, findings));
        if (marks.size() > MOST_MEMBERS) {
            findings.add(Station.told("PostgreSQL participants", "more members, who are not listed"));
        }
    }

    private String state() {
        var characters = row.content() == null ? "no content" : row.content().length() + " characters";
        return characters + (row.changedSeq() == row.seq() ? ", never changed" : ", last change " + row.changedSeq());
    }

    private Station changed(Instant at, String how) {
        return Station.seen(at, "PostgreSQL messages", how + " as change " + row.changedSeq());
    }

    /** A mark has one time, of its last move: of this message it is the time only if it stands right on it. */
    private void tell(Rows.Marks member, Findings findings) {
        mark("delivered to", member.user(), member.delivered(), member.deliveredAt(), findings);
        mark("read by", member.user(), member.read(), member.readAt(), findings);
    }

    private void mark(String what, String user, long seq, Optional<Instant> moved, Findings findings) {
        @Nullable
        Instant at = seq == row.seq() ? moved.orElse(null) : null;
        var place = "PostgreSQL participants";
        if (seq < row.seq()) {
            findings.add(Station.told(place, "not yet " + what + " " + user + " (mark at " + seq + ")"));
        } else if (at == null) {
            findings.add(Station.told(place, what + " " + user + " (mark at " + seq
                    + moved.map(time -> " since " + Clocks.time(time)).orElse("") + ")"));
        } else {
            findings.add(Station.seen(at, place, what + " " + user + " (mark at " + seq + ")"));
        }
    }
}
