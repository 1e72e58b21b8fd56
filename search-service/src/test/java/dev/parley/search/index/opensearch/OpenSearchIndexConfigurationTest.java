package dev.parley.search.index.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.search.index.IndexCatalog;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class OpenSearchIndexConfigurationTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(OpenSearchIndexConfiguration.class)
            .withBean(Clock.class, Clock::systemUTC);

    @Test
    void makesACatalogForThoseWhoAskForIt() {
        application.withPropertyValues("parley.search.engine=opensearch", "parley.search.opensearch.prefix=other")
                .run(context -> {
                    assertThat(context).hasSingleBean(IndexCatalog.class);
                    assertThat(context.getBean(OpenSearchSettings.class).prefix()).isEqualTo("other");
                });
    }

    @Test
    void isNotThereOtherwise() {
        application.run(context -> assertThat(context).doesNotHaveBean(IndexCatalog.class));
        application.withPropertyValues("parley.search.engine=postgres")
                .run(context -> assertThat(context).doesNotHaveBean(IndexCatalog.class));
    }
}
