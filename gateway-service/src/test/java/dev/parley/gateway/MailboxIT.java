package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.Conversation;
import dev.parley.contracts.wire.ConversationKind;
import dev.parley.contracts.wire.Delivery;
import dev.parley.contracts.wire.Event;
import dev.parley.contracts.wire.MailboxEntry;
import dev.parley.contracts.wire.Mark;
import dev.parley.contracts.wire.Participant;
import dev.parley.contracts.wire.Receipt;
import dev.parley.contracts.wire.Role;
import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.Engines;
import dev.parley.engines.testing.WithEngines;
import dev.parley.gateway.testing.ChatClient;
import dev.parley.gateway.testing.RunningGateway;
import dev.parley.gateway.testing.SharedEngines;
import dev.parley.gateway.testing.Tokens;
import dev.parley.gateway.testing.Writer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From a writer's append to the sockets of its recipients. */
@WithEngines({EngineKind.KAFKA, EngineKind.REDIS})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailboxIT {

    private static final ConversationId GROUP = ConversationId.parse("0190163d-8694-839b-aea5-966c26f8ad91");

    private RunningGateway gateway;
    private Writer writer;

    @BeforeAll
    void start() {
        var redis = Engines.redis().url();
        gateway = RunningGateway.start(SharedEngines.kafka(), redis, Map.of(
                "parley.mailbox.refresh", "300ms",
                "parley.mailbox.reading.block", "100ms",
                "parley.mailbox.reading.entries", "4"));
        writer = new Writer(redis);
    }

    @AfterAll
    void stop() {
        gateway.close();
        assertThat(writer.gateways()).isEmpty();
        writer.close();
    }

    @Test
    void hasTheRouteBeforeItSaysReady() {
        try (var client = ChatClient.open(gateway.socket(), Tokens.of("routed"))) {
            assertThat(client.next().path("event").asString()).isEqualTo("session:ready");
            assertThat(writer.routesOf("routed")).hasSize(1).isEqualTo(writer.gateways());
        }
    }

    @Test
    void takesTheRouteAwayWithTheLastSession() {
        var one = ChatClient.ready(gateway.socket(), "fickle");
        var other = ChatClient.ready(gateway.socket(), "fickle");
        one.close();
        await().during(Duration.ofMillis(300)).until(() -> writer.routesOf("fickle").size() == 1);
        other.close();
        await().until(() -> writer.routesOf("fickle").isEmpty());
        ChatClient.ready(gateway.socket(), "fickle").close();
    }

    @Test
    void pushesToAllSessionsOfTheRecipientsAndNobodyElse() {
        try (var anna = ChatClient.ready(gateway.socket(), "anna");
                var ben = ChatClient.ready(gateway.socket(), "ben");
                var bensOther = ChatClient.ready(gateway.socket(), "ben");
                var carl = ChatClient.ready(gateway.socket(), "carl")) {
            writer.push("ben", Writer.message("anna", "ben", 1, "hello"));
            for (var each : new ChatClient[]{anna, ben, bensOther}) {
                var message = each.await("message:new").path("data");
                assertThat(message.path("content").asString()).isEqualTo("hello");
                assertThat(message.path("seq").asInt()).isEqualTo(1);
                assertThat(message.path("changedSeq").asInt()).isEqualTo(1);
                assertThat(message.path("senderId").asString()).isEqualTo("anna");
                assertThat(message.path("status").asString()).isEqualTo("sent");
                assertThat(message.path("sentAt").asString()).isEqualTo("2023-11-14T22:13:20.123Z");
            }
            carl.send("{\"event\":\"ping\",\"id\":1}");
            assertThat(carl.next().path("id").asInt()).isEqualTo(1);
        }
    }

    @Test
    void doesNotEchoAReceiptToItsOwnSession() {
        try (var one = ChatClient.open(gateway.socket(), Tokens.of("dora"));
                var other = ChatClient.ready(gateway.socket(), "dora")) {
            var sessionId = one.await("session:ready").at("/data/sessionId").asString();
            writer.push("dora", receipt("dora", 3).setExceptSessionId(sessionId), receipt("dora", 4));
            var first = other.await("message:read").path("data");
            assertThat(first.path("seq").asInt()).isEqualTo(3);
            assertThat(first.path("userId").asString()).isEqualTo("dora");
            assertThat(other.await("message:read").at("/data/seq").asInt()).isEqualTo(4);
            assertThat(one.await("message:read").at("/data/seq").asInt()).isEqualTo(4);
        }
    }

    @Test
    void tellsEachMemberOfAGroupWhatItIsToThem() {
        try (var olga = ChatClient.ready(gateway.socket(), "olga");
                var olgasOther = ChatClient.ready(gateway.socket(), "olga");
                var pia = ChatClient.ready(gateway.socket(), "pia")) {
            writer.push("olga", group("olga", "pia"), removal("pia", "olga"));
            for (var each : new ChatClient[]{olga, olgasOther}) {
                assertThat(each.await("conversation:created").at("/data/role").asString()).isEqualTo("owner");
                assertThat(each.await("conversation:updated").at("/data/removed/0").asString()).isEqualTo("pia");
            }
            assertThat(pia.next().at("/data/role").asString()).isEqualTo("member");
            assertThat(pia.next().path("event").asString()).isEqualTo("conversation:removed");
        }
    }

    private static Delivery.Builder group(String owner, String member) {
        return Delivery.newBuilder().addRecipients(owner).addRecipients(member).setEvent(Event.newBuilder()
                .setConversationId(GROUP.toBytes())
                .setConversationCreated(Conversation.newBuilder()
                        .setKind(ConversationKind.CONVERSATION_KIND_GROUP)
                        .setTitle("Climbing")
                        .addParticipants(Participant.newBuilder().setUserId(owner).setRole(Role.ROLE_OWNER))
                        .addParticipants(Participant.newBuilder().setUserId(member).setRole(Role.ROLE_MEMBER))));
    }

    private static Delivery.Builder removal(String removed, String staying) {
        return Delivery.newBuilder().addRecipients(staying).addRecipients(removed).setEvent(Event.newBuilder()
                .setConversationId(GROUP.toBytes())
                .setSeq(1)
                .setParticipantRemoved(Participant.newBuilder().setUserId(removed)));
    }

    private static Delivery.Builder receipt(String user, long seq) {
        return Delivery.newBuilder().addRecipients(user).setReceipt(Receipt.newBuilder()
                .setConversationId(ConversationId.direct(new UserId(user), new UserId("x")).toBytes())
                .setUserId(user)
                .setReadSeq(seq)
                .setDeliveredSeq(seq)
                .setMoved(Mark.MARK_READ));
    }

    @Test
    void keepsTheOrderOfTheMailbox() {
        try (var eve = ChatClient.ready(gateway.socket(), "eve")) {
            var count = 300;
            for (var seq = 1; seq <= count; seq++) {
                writer.push("eve", Writer.message("x", "eve", seq, "#" + seq));
            }
            for (var seq = 1; seq <= count; seq++) {
                assertThat(eve.await("message:new").at("/data/seq").asInt()).isEqualTo(seq);
            }
        }
    }

    @Test
    void refreshesItsLease() {
        var id = writer.gateways().iterator().next();
        var before = writer.leaseMillis(id);
        await().until(() -> writer.leaseMillis(id) > before - 200);
        assertThat(writer.leaseMillis(id)).isBetween(25_000L, 30_000L);
    }

    @Test
    void movesToANewMailboxAndAsksForASyncWhenItsLeaseIsLost() {
        try (var finn = ChatClient.ready(gateway.socket(), "finn")) {
            var lost = writer.routesOf("finn").iterator().next();
            writer.removeMailbox(lost);
            assertThat(finn.await("sync:required").at("/data/reason").asString()).isEqualTo("lease_lost");
            assertThat(writer.append(lost, new byte[0], 100)).isFalse();
            assertThat(writer.routesOf("finn")).hasSizeGreaterThan(1);
            writer.push("finn", Writer.message("x", "finn", 1, "found again"));
            assertThat(finn.await("message:new").at("/data/content").asString()).isEqualTo("found again");
        }
    }

    @Test
    void asksForASyncWhenTheWriterSaysSo() {
        try (var gina = ChatClient.ready(gateway.socket(), "gina")) {
            var resync = MailboxEntry.newBuilder().setResync(true).build().toByteArray();
            writer.routesOf("gina").forEach(id -> writer.append(id, resync, 1000));
            assertThat(gina.await("sync:required").at("/data/reason").asString()).isEqualTo("writer_asked");
        }
    }

    @Test
    void asksForASyncAfterAnEntryThatCannotBeReadAndGoesOn() {
        try (var hugo = ChatClient.ready(gateway.socket(), "hugo")) {
            writer.routesOf("hugo").forEach(id -> writer.append(id, new byte[]{1, 2, 3}, 1000));
            assertThat(hugo.await("sync:required").at("/data/reason").asString()).isEqualTo("entry_unreadable");
            writer.push("hugo", Writer.message("x", "hugo", 1, "still here"));
            assertThat(hugo.await("message:new").at("/data/content").asString()).isEqualTo("still here");
        }
    }

    @Test
    void asksForASyncAfterAnEventOfANewerWriter() {
        try (var ines = ChatClient.ready(gateway.socket(), "ines")) {
            writer.push("ines", Delivery.newBuilder().addRecipients("ines"));
            assertThat(ines.await("sync:required").at("/data/reason").asString()).isEqualTo("event_unknown");
        }
    }

    @Test
    void asksForASyncWhenEntriesWereCutOffBeforeItReadThem() {
        try (var jo = ChatClient.ready(gateway.socket(), "jo")) {
            var empty = MailboxEntry.getDefaultInstance().toByteArray();
            writer.routesOf("jo").forEach(id -> writer.appendAtOnce(id, empty, 20, 2));
            assertThat(jo.await("sync:required").at("/data/reason").asString()).isEqualTo("entries_missed");
            writer.push("jo", Writer.message("x", "jo", 1, "going on"));
            assertThat(jo.await("message:new").at("/data/content").asString()).isEqualTo("going on");
            jo.send("{\"event\":\"ping\",\"id\":1}");
            assertThat(jo.next().path("id").asInt()).isEqualTo(1);
        }
    }
}
