package dev.parley.load.talk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.load.client.ClientSettings;
import dev.parley.load.crowd.Crowd;
import dev.parley.load.fake.FakeParley;
import dev.parley.load.wire.UserId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TalkTest {

    private static final UserId ALICE = new UserId("alice");

    @TempDir
    Path folder;

    private final FakeParley server = new FakeParley();
    private final Crowd crowd = new Crowd(server.endpoints(), server.tokens(), ClientSettings.defaults());

    @AfterEach
    void close() {
        crowd.close();
        server.close();
    }

    private List<String> talkAsAlice(String input) throws IOException, InterruptedException {
        var secret = Files.writeString(folder.resolve("secret"), FakeParley.SECRET);
        var words = new ArrayList<>(
                List.of("--as", "alice", "--to", "bob", "--secret-file", secret.toString(), "--rest",
                        server.endpoints().rest().toString()));
        server.endpoints().gateways().forEach(gateway -> words.addAll(List.of("--gateway", gateway.toString())));
        var out = new ByteArrayOutputStream();
        var code = Talk.run(words, new ByteArrayInputStream(input.getBytes(UTF_8)), new PrintStream(out, true, UTF_8));
        assertThat(code).isZero();
        return out.toString(UTF_8).lines().toList();
    }

    @Test
    void sendsLinesAndShowsHowFarTheyCame() throws IOException, InterruptedException {
        var bob = crowd.join("bob");
        crowd.awaitCaughtUp(Duration.ofSeconds(10));
        assertThat(talkAsAlice("hello\n\nhow are you?\n")).contains("# connected as alice, talking to bob", "✓ hello",
                "✓ how are you?", "✓✓ read how are you?");
        assertThat(bob.shown()).hasSize(2);
    }

    @Test
    void showsTheHistoryOfThisTalkOnly() throws IOException, InterruptedException {
        var bob = crowd.join("bob");
        var carol = crowd.join("carol");
        bob.say(ALICE, "two\nlines");
        carol.say(ALICE, "something else");
        await().until(() -> bob.shown().size() == 1 && carol.shown().size() == 1);
        assertThat(talkAsAlice("")).anyMatch(line -> line.endsWith("bob: two"))
                .contains("      lines")
                .noneMatch(line -> line.contains("something else"));
    }

    @Test
    void letsNoControlCharacterThroughToTheTerminal() throws IOException, InterruptedException {
        var bob = crowd.join("bob");
        bob.say(ALICE, "\u001b[2Jgone\u0007");
        await().until(() -> bob.shown().size() == 1);
        assertThat(talkAsAlice("")).anyMatch(line -> line.endsWith("bob: ?[2Jgone?"));
    }

    @Test
    void readsOnlyWhatItShows() throws IOException, InterruptedException {
        var bob = crowd.join("bob");
        var carol = crowd.join("carol");
        bob.say(ALICE, "for now");
        carol.say(ALICE, "for later");
        await().until(() -> bob.shown().size() == 1 && carol.shown().size() == 1);
        talkAsAlice("");
        await().untilAsserted(() -> assertThat(bob.log().toString()).contains("READ"));
        assertThat(carol.log().toString()).contains("kind=DELIVERED").doesNotContain("kind=READ, conversation");
    }
}
