package dev.parley.persistence.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class WebhookSettingsTest {

    @Test
    void defaultsAreWhatTheDocsSay() {
        var settings = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("parley.webhook", WebhookSettings.class);
        assertThat(settings).isEqualTo(new WebhookSettings(
                null, null, "parley-webhook", Duration.ofSeconds(5), 8, Duration.ofMillis(500),
                Duration.ofSeconds(30)));
    }

    @Test
    void stopsTheStartOfAServiceThatHasAUrlAndNoSecret() {
        new ApplicationContextRunner()
                .withUserConfiguration(Bound.class)
                .withPropertyValues("parley.webhook.url=http://127.0.0.1/push")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessage(
                        "parley.webhook.secret: 0 characters (expected: 16 or more, since parley.webhook.url is set)"));
    }

    @Test
    void isOffWhereTheUrlIsEmpty() {
        new ApplicationContextRunner()
                .withUserConfiguration(Bound.class)
                .withPropertyValues("parley.webhook.url=")
                .run(context -> assertThat(context.getBean(WebhookSettings.class).url()).isNull());
    }

    @Test
    void neverPrintsTheSecret() {
        var url = URI.create("https://push.example.org/key/of/ours");
        assertThat(settings(url, "long enough for a secret")).hasToString("WebhookSettings[push.example.org]");
        assertThatIllegalArgumentException().isThrownBy(() -> settings(url, "short"))
                .withMessageNotContaining("short")
                .withMessageContaining("5 characters");
    }

    @Test
    void refusesWhatIsNoWebAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(URI.create("ftp://push.example.org"), "long enough for a secret"))
                .withMessageContaining("expected: http or https");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(URI.create("push"), "long enough for a secret"));
    }

    private static WebhookSettings settings(URI url, String secret) {
        return new WebhookSettings(url, secret, "group", Duration.ofSeconds(1), 1, Duration.ofMillis(1),
                Duration.ofMillis(1));
    }

    @EnableConfigurationProperties(WebhookSettings.class)
    static class Bound {}
}
