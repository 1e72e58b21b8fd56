package dev.parley.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.access.settings.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.json.JsonParserFactory;

/** What ConfigMaps and Secrets say to a service is something that it can be told: a renamed setting fails here. */
class SettingsTest {

    @ParameterizedTest
    @EnumSource
    void saysOnlyWhatTheServiceTakes(Overlay overlay) {
        assertThat(Told.in(overlay).map(each -> each.workload().name()))
                .contains("gateway", "persistence", "search", "setup-persistence");
        assertThat(Told.in(overlay)).allSatisfy(told -> assertThat(
                told.program().known().mistakes(told.environment(), getClass().getClassLoader())).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void namesOnlyPropertiesThatAreThere(Overlay overlay) {
        var names = new HashSet<String>();
        var maps = new HashSet<String>();
        properties().forEach((name, type) -> {
            var both = List.of(name, new Setting(name, type).shortVariable());
            (type.startsWith("java.util.Map") ? maps : names).addAll(both);
        });
        assertThat(Told.in(overlay)).allSatisfy(
                told -> assertThat(Stream.concat(told.variables().keySet().stream(), told.files().stream()))
                        .allMatch(name -> names.contains(name)
                                || maps.stream().anyMatch(map -> name.startsWith(map + "_")
                                        || name.startsWith(map + "."))));
    }

    @ParameterizedTest
    @EnumSource
    void knowsWhoseTokensToTrust(Overlay overlay) {
        for (var program : Program.values()) {
            var environment = Told.service(overlay, program).environment();
            assertThat(Stream.of("parley.jwt.secret", "spring.security.oauth2.resourceserver.jwt.jwk-set-uri",
                    "spring.security.oauth2.resourceserver.jwt.issuer-uri")
                    .filter(environment::containsProperty)).as(program.word()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void countsPartitionsAlikeEverywhere(Overlay overlay) {
        assertThat(Told.in(overlay).map(each -> each.environment().getProperty("parley.partitions")).distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void leavesTablesAndTopicsToJobs(Overlay overlay) {
        for (var program : List.of(Program.PERSISTENCE, Program.SEARCH)) {
            assertThat(Told.service(overlay, program).environment().getProperty("parley.setup.at-start"))
                    .isEqualTo("false");
        }
    }

    @ParameterizedTest
    @EnumSource
    void opensThePortsThatTheServiceListensAt(Overlay overlay) {
        for (var program : Program.values()) {
            var told = Told.service(overlay, program);
            assertThat(told.workload().ports().map(each -> each.path("containerPort").asInt())).containsExactly(
                    told.environment().getRequiredProperty("server.port", Integer.class),
                    told.environment().getRequiredProperty("management.server.port", Integer.class));
        }
    }

    @Test
    void findsASettingThatIsNoMore() {
        var environment = Program.GATEWAY
                .environment(Map.of("PARLEY_UPSTREAM_PERSISTENCEURI", "http://persistence:8091",
                        "PARLEY_COMMANDS_STARTTIMEOUT", "soon"));
        assertThat(Program.GATEWAY.known().mistakes(environment, getClass().getClassLoader())).hasSize(2);
    }

    /** Types by names: ours, Spring Boot's, and those of all others that are there. */
    private static Map<String, String> properties() {
        var types = new HashMap<String, String>();
        try {
            for (var file : SettingsTest.class.getClassLoader()
                    .resources("META-INF/spring-configuration-metadata.json").toList()) {
                try (var in = file.openStream()) {
                    var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    for (var each : (List<?>) Objects.requireNonNull(
                            JsonParserFactory.getJsonParser().parseMap(text).getOrDefault("properties", List.of()))) {
                        var property = (Map<?, ?>) each;
                        types.put(String.valueOf(property.get("name")), String.valueOf(property.get("type")));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return types;
    }
}
