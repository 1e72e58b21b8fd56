package dev.parley.local;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;

/** Prints a token for each user, one a line, and nothing else. */
record TokenCommand(List<String> users, DevelopmentToken signer, Terminal terminal) {

    private static final Pattern DURATION = Pattern.compile("([1-9]\\d{0,8})([smhd])");
    private static final String FROM_INPUT = "-";

    static TokenCommand of(CommandLine line, Home home, Terminal terminal)
            throws IOException, InterruptedException, UsageException {
        var timeToLive = duration("--ttl", line.last("--ttl").orElse("1h"));
        var source = LocalTarget.of(line, home).requireTokens();
        var signer = new DevelopmentToken(Secret.readOrMake(source.secretFile()), timeToLive, source.claims());
        return new TokenCommand(line.arguments(), signer, terminal);
    }

    static Duration duration(String option, String text) throws UsageException {
        var matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new UsageException(option + ": " + text + " (expected: a number with s, m, h or d)");
        }
        var amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    int run() throws IOException {
        var now = InstantSource.system().instant();
        try (var out = new PrintStream(new BufferedOutputStream(terminal.out()), false, StandardCharsets.UTF_8)) {
            for (var user : users) {
                if (user.equals(FROM_INPUT)) {
                    signInput(out);
                } else {
                    out.println(signer.sign(user, now));
                }
            }
        }
        return 0;
    }

    private void signInput(PrintStream out) throws IOException {
        var now = InstantSource.system().instant();
        var input = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
        for (var user = input.readLine(); user != null; user = input.readLine()) {
            if (!user.isBlank()) {
                out.println(signer.sign(user.strip(), now));
            }
        }
    }
}
