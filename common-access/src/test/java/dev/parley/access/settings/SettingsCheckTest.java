package dev.parley.access.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.access.StartRefused;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SettingsCheckTest {

    @Test
    void takesWhatItKnowsInAllSpellings() {
        assertThatCode(() -> check(Map.of(
                "parley.jwt.clock-skew", "10s",
                "parley.cors.allowedOrigins[0]", "https://a.example.org",
                "parley.jwt.jwk-set.timeout", "1s",
                "other.things", "x"))).doesNotThrowAnyException();
        assertThatCode(() -> checkVariables(Map.of(
                "PARLEY_JWT_CLOCK_SKEW", "10s",
                "PARLEY_JWT_JWKSET_TIMEOUT", "1s",
                "PARLEY_CORS_ALLOWED_ORIGINS_0", "https://a.example.org",
                "HOME", "/"))).doesNotThrowAnyException();
    }

    @Test
    void refusesANameThatNobodyKnowsAndSaysWhatMayBeMeant() {
        assertThatThrownBy(() -> check(Map.of("parley.jwt.clock-scew", "10s")))
                .isInstanceOf(StartRefused.class)
                .hasMessage("parley.jwt.clock-scew: no setting of this service (did you mean parley.jwt.clock-skew?),"
                        + " in test");
        assertThatThrownBy(() -> checkVariables(Map.of("PARLEY_JWT_SECRETT", "do not show me")))
                .hasMessage("PARLEY_JWT_SECRETT: no setting of this service (did you mean PARLEY_JWT_SECRET?),"
                        + " in the environment");
    }

    @Test
    void leavesTheAddressesOfServicesInKubernetesAlone() {
        assertThatCode(() -> checkVariables(Map.of(
                "PARLEY_GATEWAY_SERVICE_HOST", "10.0.0.7",
                "PARLEY_GATEWAY_SERVICE_PORT", "8080",
                "PARLEY_GATEWAY_SERVICE_PORT_HTTP", "8080",
                "PARLEY_GATEWAY_PORT", "tcp://10.0.0.7:8080",
                "PARLEY_GATEWAY_PORT_8080_TCP", "tcp://10.0.0.7:8080",
                "PARLEY_GATEWAY_PORT_8080_TCP_PROTO", "tcp",
                "PARLEY_GATEWAY_PORT_8080_TCP_PORT", "8080",
                "PARLEY_JWT_PORT_8080_TCP_ADDR", "10.0.0.7"))).doesNotThrowAnyException();
    }

    @Test
    void saysOfAnUnreadableValueWhatIsExpected() {
        assertThatThrownBy(() -> check(Map.of("parley.jwt.clock-skew", "soon")))
                .hasMessageStartingWith(
                        "parley.jwt.clock-skew: soon (expected: a duration, such as 500ms, 30s, 5m or 1d)");
    }

    @Test
    void saysOfAValueOutOfItsRangeWhatIsAllowed() {
        assertThatThrownBy(() -> check(Map.of("parley.jwt.clock-skew", "-1s")))
                .hasMessage("parley.jwt.clock-skew: -1000 ms (expected: 0 or more)");
    }

    @Test
    void saysWhatARecordSays() {
        assertThatThrownBy(() -> check(Map.of("parley.jwt.jwk-set.outage", "1s")))
                .hasMessageStartingWith("parley.jwt.jwk-set: timeout 2000 ms, refresh 300000 ms, outage 1000 ms");
    }

    @Test
    void saysAllMistakesAtOnce() {
        assertThatThrownBy(() -> check(Map.of("parley.jwd", "x", "parley.jwt.clock-skew", "soon", "parley.cors.max-age",
                "0s", "parley.cors.max-aeg", "1h")))
                .message().hasLineCount(3).contains("parley.jwd", "parley.jwt.clock-skew", "parley.cors.max-aeg");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void isAskedAtEachStartAndPrintsNoStackTrace(CapturedOutput output) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(SettingsCheckTest.class).web(WebApplicationType.NONE)
                .run("--parley.cors.max-age=x")).isInstanceOf(StartRefused.class);
        assertThat(output).contains("parley.cors.max-age: x (expected: a duration").doesNotContain("\tat ");
    }

    private static void check(Map<String, Object> properties) {
        try (var application = new GenericApplicationContext()) {
            application.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
            new SettingsCheck().initialize(application);
        }
    }

    private static void checkVariables(Map<String, Object> variables) {
        try (var application = new GenericApplicationContext()) {
            var name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
            application.getEnvironment().getPropertySources()
                    .replace(name, new SystemEnvironmentPropertySource(name, new HashMap<>(variables)));
            new SettingsCheck().initialize(application);
        }
    }
}
