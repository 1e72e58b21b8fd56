package dev.parley.gateway.typing;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.UserId;
import dev.parley.gateway.protocol.Answers;
import dev.parley.gateway.protocol.Refusal;
import dev.parley.gateway.protocol.Request;
import dev.parley.gateway.redis.RedisLine;
import dev.parley.gateway.session.ChatSession;
import dev.parley.gateway.session.TypingSignals;
import dev.parley.gateway.upstream.Answer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a typing user to the other members, wherever they are connected. */
final class Typists implements TypingSignals {

    private static final Logger log = LoggerFactory.getLogger(Typists.class);

    private final Members members;
    private final Thinning thinning;
    private final RedisLine redis;
    private final int mostMembers;
    private final Counter passedOn;

    Typists(Members members, Thinning thinning, RedisLine redis, int mostMembers, MeterRegistry metrics) {
        this.members = members;
        this.thinning = thinning;
        this.redis = redis;
        this.mostMembers = mostMembers;
        passedOn = Counter.builder("parley.gateway.typing.signals")
                .description("typing signals passed on")
                .register(metrics);
    }

    @Override
    public void signal(Request.Typing request, ChatSession from, Consumer<Answer<byte[]>> answer) {
        members.of(request.conversationId(), from.token()).thenAccept(asked -> {
            switch (asked) {
                case Answer.Given<Set<UserId>>(var all) -> answer.accept(tell(request, from.userId(), all));
                case Answer.Refused<Set<UserId>>(var refusal) -> answer.accept(new Answer.Refused<>(refusal));
            }
        });
    }

    private Answer<byte[]> tell(Request.Typing request, UserId typist, Set<UserId> all) {
        if (!all.contains(typist)) {
            return new Answer.Refused<>(Refusal.of(
                    ErrorCode.CHAT_CONVERSATION_NOT_FOUND,
                    "conversationId",
                    "conversationId: " + request.conversationId() + " (expected: a conversation that you are in)"));
        }
        if (all.size() <= mostMembers
                && thinning.letsThrough(request.kind(), request.conversationId(), typist)) {
            passOn(new Signal(request.kind(), request.conversationId(), typist), all);
        }
        return new Answer.Given<>(Answers.accepted());
    }

    private void passOn(Signal signal, Set<UserId> all) {
        var channels = all.stream()
                .filter(each -> !each.equals(signal.userId()))
                .map(Signal::channelOf)
                .toList();
        passedOn.increment();
        redis.publish(channels, signal.toBytes()).exceptionally(failure -> {
            log.debug("typing was not passed on: {}", failure.toString());
            return null;
        });
    }
}
