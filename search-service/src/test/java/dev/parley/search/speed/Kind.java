package dev.parley.search.speed;

import dev.parley.search.index.IndexedMessage;
import java.util.List;
import java.util.Random;

/** What people look for. */
enum Kind {
    RARE {
        @Override
        String query(Random random, List<IndexedMessage> visible) {
            return Vocabulary.word(1_000 + random.nextInt(9_000));
        }
    },
    MIDDLING {
        @Override
        String query(Random random, List<IndexedMessage> visible) {
            return Vocabulary.word(100 + random.nextInt(900));
        }
    },
    COMMON {
        @Override
        String query(Random random, List<IndexedMessage> visible) {
            return Vocabulary.word(random.nextInt(10));
        }
    },
    TWO_COMMON {
        @Override
        String query(Random random, List<IndexedMessage> visible) {
            return Vocabulary.word(random.nextInt(10)) + " " + Vocabulary.word(random.nextInt(100));
        }
    },
    PHRASE {
        @Override
        String query(Random random, List<IndexedMessage> visible) {
            var words = visible.get(random.nextInt(visible.size())).content().split("[ ,.]+", -1);
            var first = random.nextInt(Math.max(1, words.length - 3));
            return '"' + words[first] + " " + words[Math.min(first + 1, words.length - 1)] + '"';
        }
    },
    PREFIX {
        @Override
        String query(Random random, List<IndexedMessage> visible) {
            return Vocabulary.word(100 + random.nextInt(900)).substring(0, 3) + "*";
        }
    },
    WITHOUT {
        @Override
        String query(Random random, List<IndexedMessage> visible) {
            return Vocabulary.word(10 + random.nextInt(90)) + " -" + Vocabulary.word(random.nextInt(10));
        }
    };

    abstract String query(Random random, List<IndexedMessage> visible);
}
