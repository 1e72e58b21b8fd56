package dev.parley.local.observability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The alert rules with shorter times, so that a fault of seconds is enough: what an alert looks back at ({@code [15m]})
 * is divided by 10 and at least 20 s, what it waits for ({@code for: 5m}) by 30 and from 2 to 10 s. Thresholds stay as
 * they are.
 */
final class HastyRules {

    private static final Pattern WINDOW = Pattern.compile("(?<=\\[)\\d+[smh](?=])");
    private static final Pattern WAIT = Pattern.compile("(?<= for: )\\d+[smh]");

    private HastyRules() {}

    static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve("hasty.yaml"), hasten(Files.readString(Repository.ALERTS)));
    }

    static String hasten(String rules) {
        var looking = WINDOW.matcher(rules)
                .replaceAll(found -> seconds(Math.max(20, time(found).toSeconds() / 10)));
        return WAIT.matcher(looking)
                .replaceAll(found -> seconds(Math.clamp(time(found).toSeconds() / 30, 2, 10)));
    }

    private static Duration time(MatchResult found) {
        return Duration.parse("PT" + found.group());
    }

    private static String seconds(long seconds) {
        return seconds + "s";
    }
}
