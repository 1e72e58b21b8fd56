package dev.parley.local.observability;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A rule of {@code deploy/observability/alerts}. */
record Alert(String name, Query query, String severity, String summary, String runbook) {

    static List<Alert> all() {
        var alerts = new ArrayList<Alert>();
        for (var group : new YAMLMapper().readTree(Repository.ALERTS).path("groups")) {
            group.path("rules").forEach(rule -> alerts.add(of(rule)));
        }
        return alerts;
    }

    private static Alert of(JsonNode rule) {
        return new Alert(rule.path("alert").asString(), new Query(rule.path("expr").asString()),
                rule.at("/labels/severity").asString(), rule.at("/annotations/summary").asString(),
                rule.at("/annotations/runbook").asString());
    }

    /** Where its entry is, as Markdown makes it from a heading. */
    String anchor() {
        return "docs/alerts.md#" + name.toLowerCase(Locale.ROOT);
    }
}
