package dev.parley.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextAnalyzerLoadTest {

    private static final int LONG = 200_000;

    private final TextAnalyzer analyzer = new TextAnalyzer(new TextRules(1, "english"));

    /** Each takes less than two seconds; quadratic time would be minutes. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "a.", "111,", "e\u0301", "\u0301\u0316", "京", "ภาษา", "ท", "ﷺ", "🇩", "\u1161"})
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void takesLinearTime(String piece) {
        var content = piece.repeat(LONG / piece.codePointCount(0, piece.length()));
        var query = analyzer.parse("a b* \"a b\" 京京 ภาษา");

        var text = analyzer.analyze(content);

        assertThat(analyzer.highlights(query, content)).hasSizeLessThanOrEqualTo(100);
        assertThat(text.words()).hasSizeLessThanOrEqualTo(LONG * 4);
    }

    /** Thai, since its words come from an iterator that has a state; a stem, since stemmers have one. */
    @Test
    void servesManyThreadsAtOnce() throws Exception {
        var content = "ภาษาไทยเป็นภาษาที่มีระดับเสียง running 東京";
        var expected = analyzer.analyze(content);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Callable<AnalyzedText>>();
            for (var count = 0; count < 500; count++) {
                tasks.add(() -> analyzer.analyze(content));
            }

            for (var text : threads.invokeAll(tasks, 60, TimeUnit.SECONDS)) {
                assertThat(text.get()).isEqualTo(expected);
            }
        }
    }
}
