package dev.parley.local.deadletters;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes in what a {@code .dlt} topic holds, and keeps a bounded number of it: a flood is to be looked at as well. */
final class Gathering {

    /** Which of too many stay. */
    enum Kept {
        NEWEST(Comparator.comparing(DeadLetter::at).thenComparing(DeadLetter::place).reversed()),
        /** Those that nobody has replayed yet. */
        OLDEST_WAITING(Comparator.comparing(DeadLetter::at).thenComparing(DeadLetter::place));

        private final Comparator<DeadLetter> order;

        Kept(Comparator<DeadLetter> order) {
            this.order = order;
        }
    }

    private final Kept kept;
    private final int most;
    private final Map<Place, DeadLetter> letters = new HashMap<>();
    private long seen;

    Gathering(Kept kept, int most) {
        this.kept = kept;
        this.most = most;
    }

    void take(ConsumerRecord<byte[], byte[]> record) {
        Note.read(record).ifPresentOrElse(this::take, () -> take(new DeadLetter(record, Optional.empty())));
    }

    private void take(DeadLetter letter) {
        seen++;
        letters.put(letter.place(), letter);
        if (letters.size() > 2 * most) {
            var staying = letters();
            letters.clear();
            staying.forEach(each -> letters.put(each.place(), each));
        }
    }

    private void take(Note note) {
        letters.computeIfPresent(note.letter(),
                (_, letter) -> kept == Kept.OLDEST_WAITING ? null : letter.replayedAs(note.replayedAs()));
    }

    List<DeadLetter> letters() {
        return letters.values().stream().sorted(kept.order).limit(most).toList();
    }

    long seen() {
        return seen;
    }
}
