package dev.parley.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.contractcheck.ContractViolation;
import dev.parley.load.client.Onlooker;
import org.junit.jupiter.api.Test;

class WatchedTest {

    @Test
    void isWhatClientsFindAndCatchesAFrameThatIsNotDocumented() {
        Onlooker.find().socket().received(UTF_8.encode("{\"event\":\"no:such\",\"data\":{}}"));
        assertThatExceptionOfType(ContractViolation.class)
                .isThrownBy(Watched::verify)
                .withMessageContaining("no:such");
    }
}
