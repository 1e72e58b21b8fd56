package dev.parley.local.observability;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file of {@code deploy/observability/dashboards}, as Grafana exports it. */
record Dashboard(String file, JsonNode json) {

    /** A place in the grid of 24 columns. */
    record Place(int x, int y, int width, int height) {

        boolean overlaps(Place other) {
            return x < other.x + other.width && other.x < x + width && y < other.y + other.height
                    && other.y < y + height;
        }
    }

    /** A picture of some queries, or the heading of a row. */
    record Panel(JsonNode json) {

        int id() {
            return json.path("id").asInt();
        }

        String title() {
            return json.path("title").asString();
        }

        boolean isRow() {
            return json.path("type").asString().equals("row");
        }

        Place place() {
            var grid = json.path("gridPos");
            return new Place(grid.path("x").asInt(), grid.path("y").asInt(), grid.path("w").asInt(),
                    grid.path("h").asInt());
        }

        String unit() {
            return json.at("/fieldConfig/defaults/unit").asString("");
        }

        List<Query> queries() {
            return json.path("targets").valueStream().map(target -> new Query(target.path("expr").asString()))
                    .toList();
        }

        /** Where its links lead to, such as an alert's runbook. */
        List<String> links() {
            return json.path("links").valueStream().map(link -> link.path("url").asString()).toList();
        }
    }

    static List<Dashboard> all() throws IOException {
        return Repository.dashboards().stream().map(Dashboard::read).toList();
    }

    private static Dashboard read(Path file) {
        return new Dashboard(file.getFileName().toString(), JsonMapper.shared().readTree(file));
    }

    String uid() {
        return json.path("uid").asString("");
    }

    /** Those in collapsed rows too. */
    List<Panel> panels() {
        var panels = new ArrayList<Panel>();
        collect(json, panels);
        return panels;
    }

    private static void collect(JsonNode holder, List<Panel> panels) {
        for (var panel : holder.path("panels")) {
            panels.add(new Panel(panel));
            collect(panel, panels);
        }
    }

    List<Query> queries() {
        return panels().stream().flatMap(panel -> panel.queries().stream()).toList();
    }
}
