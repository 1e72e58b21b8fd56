package dev.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.contracts.Content.Flaw;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest {

    private static final MessageId REPLIED = MessageId.parse("0190163d-8694-739b-aea5-966c26f8ad91");

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\r", "\u2003"})
    void seesThatATextIsBlank(String text) {
        assertThat(Content.flawOf(text)).isEqualTo(Flaw.BLANK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\u0000", "\ud800", "\udc00", "a\ud800b", "\udc00\ud800", "👋\ud83d"})
    void seesThatATextCanNotBeSent(String text) {
        assertThat(Content.flawOf(text)).isEqualTo(Flaw.UNSENDABLE);
        assertThatIllegalArgumentException().isThrownBy(() -> new Content(text));
    }

    @Property(tries = 500)
    @Domain(Generators.class)
    void hasAUtf8FormThatComesBack(@ForAll Content content) {
        var bytes = content.text().getBytes(StandardCharsets.UTF_8);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(content.text());
    }

    @Test
    void countsCodePointsAndPrintsNoText() {
        var content = new Content("sécret 👋");
        assertThat(content.codePoints()).isEqualTo(8);
        assertThat(content).hasToString("Content[8 code points]");
    }

    /** Rows hold these for good: the same send has to be told from another one for years. */
    @Test
    void keepsItsFingerprints() {
        assertThat(fingerprint("hello", false)).isEqualTo("8a2a5c9b768827de5a9552c38a044c66");
        assertThat(fingerprint("hello", true)).isEqualTo("c5bacc73de1bfb6be9ce9a30f1a774e8");
        assertThat(fingerprint("👋", false)).isEqualTo("39dacb7742fd0d4ba3347b3f425ae982");
    }

    private static String fingerprint(String text, boolean isReply) {
        return HexFormat.of().formatHex(new Content(text).fingerprint(isReply ? REPLIED : null));
    }
}
