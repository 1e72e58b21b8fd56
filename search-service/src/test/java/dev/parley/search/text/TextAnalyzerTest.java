package dev.parley.search.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextAnalyzerTest {

    private final TextAnalyzer analyzer = new TextAnalyzer(new TextRules(1, null));
    private final TextAnalyzer english = new TextAnalyzer(new TextRules(1, "english"));

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
        To be, or not to be!         | to be or not to be
        Crème brûlée                 | creme brulee
        Smørrebrød på Østerbro       | smorrebrod pa osterbro
        STRASSE Straße               | strasse strasse
        İstanbul'da ılık             | istanbul da ilik
        ΟΔΥΣΣΕΥΣ Ὀδυσσεύς            | οδυσσευσ οδυσσευσ
        Ёлка и йод                   | елка и йод
        комп'ютер комп’ютер          | компютер компютер
        مُحَمَّد كتاب ٣٫١٤           | محمد كتاب 3 14
        می‌خواهم                     | ميخواهم
        שָׁלוֹם צה"ל                 | שלום צהל
        क्या हिन्दी १२३              | क्या हिन्दी 123
        ภาษาไทยabc                   | ภาษา ไทย abc
        ກວ່າດອກ                      | ກວ່າ ດອກ
        បីបួនខ្នងនេះ                  | បី បួន ខ្នង នេះ
            သက်ဝင်လှုပ်ရှားစေပြီး          | သက်ဝင် လှုပ်ရှား စေ ပြီး
        我爱北京                     | 我 爱 北 京
        ｶﾞｽとカス                    | ガ ス と カ ス
        Javaでコーヒーを2杯           | java で コ ー ヒ ー を 2 杯
        한국어를                     | 한 국 어 를
        ＦＵＬＬ ｗｉｄｔｈ          | full width
        ﬁnd the ﬂoor                 | find the floor
        𝒜lpha 𠀋字                   | alpha 𠀋 字
        ok👍🏽👨‍👩‍👧 I ❤️ 🇩🇪🇫🇷       | ok 👍 👨 👩 👧 i ❤ 🇩🇪 🇫🇷
        zero\u200bwidth co\u00adop       | zero width coop
        col·lecció co­op             | colleccio coop
        """, delimiter = '|')
    void readsManyScripts(String content, String words) {
        assertThat(analyzer.analyze(content).words()).containsExactly(words.split(" "));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
        don't don’t Don´t dont       | dont dont dont dont
        we've you're I'm he'd        | weve youre im hed
            she'll we're I'd kill'd      | she ll we re i d kill d
        it's that's                  | its thats
        Hamlet's ghost               | hamlet s ghost
        l'amour qu’il aujourd'hui    | l amour qu il aujourd hui
        σ'αγαπώ צ'יפס Ali'ye         | σ αγαπω ציפס ali ye
        O'Brien o'clock              | obrien oclock
        'tis the dogs' ne'er         | tis the dogs neer
        rock'n'roll                  | rock n roll
        new-york                     | new york
        snake_case __init__          | snake case init
        @anna_b #release `code`      | anna b release code
        https://example.com/a?b=c#d  | https example com a b c d
        anna@mail.example.com        | anna mail example com
        U.S.A. e.g. z.B. a.m.        | usa eg zb am
        end.Begin note:this          | end begin note this
        3.14 3,14                    | 3 14 3 14
        1,000 12'345,678 1,2,3       | 1000 12345678 1 2 3
        v10.5.1 2026-11-22 12:30     | v10 5 1 2026 11 22 12 30
        50% $5 C++                   | 50 5 c
        """, delimiter = '|')
    void cutsWherePeopleLookForTheParts(String content, String words) {
        assertThat(analyzer.analyze(content).words()).containsExactly(words.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t\n", "\0", "-*\"", "\u0301\u200d", "\ud800", "\udc00\ud800", "ـ", "!?…"})
    void findsNoWordWhereThereIsNone(String content) {
        assertThat(analyzer.analyze(content).words()).isEmpty();
    }

    @Test
    void pairsNeighboursInScriptsWithoutSpaces() {
        assertThat(analyzer.analyze("a東京、大b阪").marks()).containsExactlyInAnyOrder("#東京", "#京大");
    }

    @Test
    void marksStemsOfWordsOnly() {
        assertThat(english.analyze("Running runs 京 👍 42").marks()).containsExactly("=run");
        assertThat(english.parse("ran runs \"runs\" 京 42").required())
                .containsExactly(
                        new Clause.Word("ran", "=ran"),
                        new Clause.Word("runs", "=run"),
                        new Clause.Word("runs", null),
                        new Clause.Word("京", null),
                        new Clause.Word("42", null));
    }

    @Test
    void cutsWordsThatAreTooLongInTextsAndQueriesAlike() {
        var word = "ж".repeat(300);

        assertThat(analyzer.analyze(word).words()).containsExactly("ж".repeat(127));
        assertThat(analyzer.matches(analyzer.parse(word), "x " + word)).isTrue();
        assertThat(analyzer.matches(analyzer.parse(word + "*"), "x " + word)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        hello world            | Hello, big World           | true
        hello world            | Hello                      | false
        to be or not to be     | To be, or not to be, that  | true
        "or not"               | not or                     | false
        “or not”               | to be or not               | true
        hello -world           | hello                      | true
        hello -world           | hello world                | false
        a -"b c"               | a b x c                    | true
        a -"b c"               | a b c                      | false
        a -b*                  | a banana                   | false
        new-yor*               | to New York                | true
        new-yor*               | new or york                | false
        "new yor"*             | New Yorkers                | true
        "new yor*"             | New Yorkers                | true
        amour                  | l'amour                    | true
        anna@example.com       | Mail: anna@example.com.    | true
        anna@example.com       | com example anna           | false
        東京                   | 京東                       | false
        東京                   | 大東京都                   | true
        東京*                  | 大東京都                   | true
        👍                     | ok 👍🏽                      | true
        ไทย                    | ภาษาไทย                    | true
        10.5                   | version 10.5.1             | true
        צה"ל                   | צה״ל                       | true
        """)
    void matches(String query, String content, boolean expected) {
        assertThat(analyzer.matches(analyzer.parse(query), content)).isEqualTo(expected);
    }

    @Test
    void findsOtherFormsByTheirStemButNotInQuotes() {
        assertThat(english.matches(english.parse("runs"), "Running!")).isTrue();
        assertThat(english.matches(english.parse("\"runs\""), "Running!")).isFalse();
        assertThat(english.matches(english.parse("it -running"), "it runs")).isFalse();
        assertThat(analyzer.matches(analyzer.parse("runs"), "Running!")).isFalse();
    }

    @Test
    void refusesRulesItDoesNotKnow() {
        assertThatThrownBy(() -> new TextAnalyzer(new TextRules(2, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("text rules: version 2 (expected: 1)");
        assertThatThrownBy(() -> new TextAnalyzer(new TextRules(1, "klingon")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("stemmer: klingon (expected: ");
    }

    @Test
    void highlightsNothingOfWhatIsNotThere() {
        assertThat(analyzer.highlights(analyzer.parse("a -b c*"), "b, x")).isEqualTo(List.of());
    }
}
