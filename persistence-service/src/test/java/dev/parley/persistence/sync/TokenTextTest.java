package dev.parley.persistence.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.access.rest.ChatException;
import dev.parley.persistence.sync.Position.AfterConversation;
import dev.parley.persistence.sync.Position.AfterRefusal;
import dev.parley.persistence.sync.SyncToken.Foreign;
import dev.parley.persistence.sync.SyncToken.Told;
import dev.parley.persistence.sync.SyncToken.Underway;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TokenTextTest {

    @Property
    void readsWhatItWrote(@ForAll("tokens") SyncToken token) {
        assertThat(TokenText.parse(TokenText.write(token))).isEqualTo(token);
        assertThat(TokenText.write(token)).matches("[A-Za-z0-9_-]+");
    }

    @Property
    void refusesATokenThatWasCutOrMistyped(@ForAll("tokens") SyncToken token, @ForAll int place) {
        var text = TokenText.write(token);
        var at = Math.floorMod(place, text.length() - 1);
        assertThatThrownBy(() -> TokenText.parse(text.substring(0, at))).isInstanceOf(ChatException.class);
        var mistyped = new StringBuilder(text);
        mistyped.setCharAt(at, text.charAt(at) == 'A' ? 'B' : 'A');
        assertThatThrownBy(() -> TokenText.parse(mistyped.toString())).isInstanceOf(ChatException.class);
    }

    @Property
    void answersAnyBytesWithATokenOrARefusal(@ForAll byte[] body) {
        var text = sealed(body);
        try {
            assertThat(TokenText.parse(text)).isNotNull();
        } catch (ChatException e) {
            assertThat(e).hasMessageStartingWith("token: ");
        }
    }

    @Test
    void takesAnotherFormForAnotherHistory() {
        assertThat(TokenText.parse(sealed(new byte[]{2, 3, 4}))).isEqualTo(new Foreign());
    }

    @Test
    void refusesWhatIsNoTokenAtAll() {
        for (var text : List.of("", "garbage", "not base64!", "AAAA", "A".repeat(20_000))) {
            assertThatThrownBy(() -> TokenText.parse(text)).isInstanceOf(ChatException.class)
                    .hasMessageContaining("expected: the token of the answer before, unchanged");
        }
    }

    @Test
    void fitsAUrlWithAsManyPartitionsAsProductionHas() {
        var offsets = new Offsets(Collections.nCopies(96, 10_000_000_000L));
        var token = new Underway(1, Round.since(offsets, offsets).at(AfterConversation.NONE));
        assertThat(TokenText.write(token)).hasSizeLessThan(1_000);
    }

    @Provide
    Arbitrary<SyncToken> tokens() {
        var history = Arbitraries.longs();
        var told = Combinators.combine(history, offsets()).as(Told::new);
        return Arbitraries.oneOf(told, Combinators.combine(history, rounds()).as(Underway::new));
    }

    private static Arbitrary<Round> rounds() {
        var positions = Arbitraries.<Position>oneOf(
                Combinators.combine(Arbitraries.integers().between(0, 500), Arbitraries.longs().greaterOrEqual(-1))
                        .as(AfterRefusal::new),
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
                        .as((most, least) -> new AfterConversation(new UUID(most, least))));
        return Combinators.combine(Arbitraries.of(true, false), offsets(), Arbitraries.longs().between(0, 1000),
                positions)
                .as((first, since, ahead, position) -> new Round(first, since,
                        new Offsets(since.next().stream().map(offset -> offset + ahead).toList()), position));
    }

    private static Arbitrary<Offsets> offsets() {
        return Arbitraries.longs().between(0, Long.MAX_VALUE / 2).list().ofMaxSize(96).map(Offsets::new);
    }

    private static String sealed(byte[] body) {
        var crc = new CRC32();
        crc.update(body);
        var bytes = ByteBuffer.allocate(body.length + Integer.BYTES).put(body).putInt((int) crc.getValue());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
