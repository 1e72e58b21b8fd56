package dev.parley.search.text;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.ArabicStemmer;
import org.tartarus.snowball.ext.ArmenianStemmer;
import org.tartarus.snowball.ext.BasqueStemmer;
import org.tartarus.snowball.ext.CatalanStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.EstonianStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.GreekStemmer;
import org.tartarus.snowball.ext.HindiStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.IndonesianStemmer;
import org.tartarus.snowball.ext.IrishStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.LithuanianStemmer;
import org.tartarus.snowball.ext.NepaliStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SerbianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TamilStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;
import org.tartarus.snowball.ext.YiddishStemmer;

/**
 * What is common to the forms of a word, in a language. It sees folded words only: whoever leaves the accents away has
 * to come to the same stem.
 */
final class Stemmer {

    private final @Nullable Supplier<SnowballStemmer> language;

    /** @param language null for none */
    Stemmer(@Nullable String language) {
        this.language = language == null ? null : of(language);
    }

    boolean stems() {
        return language != null;
    }

    String stem(String word) {
        if (language == null) {
            return word;
        }
        // Stemmers have a state. They are small, and made faster than they are looked for in a pool.
        var stemmer = language.get();
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    private static Supplier<SnowballStemmer> of(String language) {
        return switch (language) {
            case "arabic" -> ArabicStemmer::new;
            case "armenian" -> ArmenianStemmer::new;
            case "basque" -> BasqueStemmer::new;
            case "catalan" -> CatalanStemmer::new;
            case "danish" -> DanishStemmer::new;
            case "dutch" -> DutchStemmer::new;
            case "english" -> EnglishStemmer::new;
            case "estonian" -> EstonianStemmer::new;
            case "finnish" -> FinnishStemmer::new;
            case "french" -> FrenchStemmer::new;
            case "german" -> GermanStemmer::new;
            case "greek" -> GreekStemmer::new;
            case "hindi" -> HindiStemmer::new;
            case "hungarian" -> HungarianStemmer::new;
            case "indonesian" -> IndonesianStemmer::new;
            case "irish" -> IrishStemmer::new;
            case "italian" -> ItalianStemmer::new;
            case "lithuanian" -> LithuanianStemmer::new;
            case "nepali" -> NepaliStemmer::new;
            case "norwegian" -> NorwegianStemmer::new;
            case "portuguese" -> PortugueseStemmer::new;
            case "romanian" -> RomanianStemmer::new;
            case "russian" -> RussianStemmer::new;
            case "serbian" -> SerbianStemmer::new;
            case "spanish" -> SpanishStemmer::new;
            case "swedish" -> SwedishStemmer::new;
            case "tamil" -> TamilStemmer::new;
            case "turkish" -> TurkishStemmer::new;
            case "yiddish" -> YiddishStemmer::new;
            default ->
                throw new IllegalArgumentException("stemmer: " + language
                        + " (expected: the name of a language in English that Snowball has a stemmer for, such as"
                        + " english)");
        };
    }
}
