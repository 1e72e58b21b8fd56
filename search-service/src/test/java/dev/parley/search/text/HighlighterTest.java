package dev.parley.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighlighterTest {

    private final TextAnalyzer analyzer = new TextAnalyzer(new TextRules(1, null));

    /** The highlights are shown in brackets. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        world               | Hello, World!              | Hello, [World]!
        "to be"             | To be, or not to be        | [To be], or not [to be]
        "a b" "b c"         | x a b c d                  | x [a b c] d
        hel*                | Hello, help! shell         | [Hello], [help]! shell
        a -b                | b a b                      | b [a] b
        resume              | mon re\u0301sume\u0301!    | mon [re\u0301sume\u0301]!
        creme               | la crème                   | la [crème]
        find                | ﬁnd ﬁn                     | [ﬁnd] ﬁn
        strasse             | die Straße.                | die [Straße].
        istanbul            | İstanbul'da                | [İstanbul]'da
        amour               | l’amour                    | l’[amour]
        dont                | I don't                    | I [don't]
        code                | the `code`                 | the `[code]`
        1000                | 1,000.50                   | [1,000].50
        京都                | 大京都東京                 | 大[京都]東京
        京 都               | 大京都東京                 | 大[京都]東[京]
        ガス                | 𠀋のｶﾞｽ                   | 𠀋の[ｶﾞｽ]
        👍                  | 😀👍🏽😀                      | 😀[👍🏽]😀
        👩‍💻                 | x 👩‍💻 y                    | x [👩‍💻] y
        ไทย                 | ภาษาไทย                    | ภาษา[ไทย]
        2                   | x² ½                       | x² [½]
        """)
    void showsWhatWasLookedForAsWritten(String query, String content, String shown) {
        assertThat(show(query, content)).isEqualTo(shown);
    }

    @Test
    void showsOtherFormsWhole() {
        var english = new TextAnalyzer(new TextRules(1, "english"));

        assertThat(english.highlights(english.parse("run"), "no running")).containsExactly(new Range(3, 10));
    }

    @Test
    void countsCodePoints() {
        assertThat(analyzer.highlights(analyzer.parse("b"), "😀\uD83D b")).containsExactly(new Range(3, 4));
    }

    @Test
    void showsTheFirstHundred() {
        var ranges = analyzer.highlights(analyzer.parse("a"), "a, ".repeat(5000));

        assertThat(ranges).hasSize(100).endsWith(new Range(297, 298));
    }

    private String show(String query, String content) {
        var shown = new ArrayList<String>();
        var codePoints = content.codePoints().toArray();
        var from = 0;
        for (var range : analyzer.highlights(analyzer.parse(query), content)) {
            shown.add(new String(codePoints, from, range.start() - from));
            shown.add("[" + new String(codePoints, range.start(), range.end() - range.start()) + "]");
            from = range.end();
        }
        shown.add(new String(codePoints, from, codePoints.length - from));
        return String.join("", shown);
    }
}
