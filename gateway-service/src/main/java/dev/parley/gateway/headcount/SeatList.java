package dev.parley.gateway.headcount;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.GatewayId;
import dev.parley.contracts.RedisKeys;
import dev.parley.contracts.UserId;
import dev.parley.gateway.redis.RedisLine;
import dev.parley.gateway.redis.Script;
import dev.parley.gateway.session.ChatSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The seats of each user in Redis, by age, as seen from one place. */
final class SeatList {

    private static final int NANOS_PER_MICRO = 1_000;
    /** Ages rather than times come in, so that only the clock of Redis counts. Who is there already keeps his time. */
    private static final Script ENTER = Script.of("""
        local time = redis.call('TIME')
        local now = time[1] * 1000000 + time[2]
        for i = 3, #ARGV, 2 do
          redis.call('ZADD', KEYS[1], 'NX', string.format('%.0f', now - ARGV[i + 1]), ARGV[i])
        end
        redis.call('PEXPIRE', KEYS[1], ARGV[2])
        if redis.call('ZCARD', KEYS[1]) <= tonumber(ARGV[1]) then
          return {}
        end
        return redis.call('ZRANGE', KEYS[1], 0, -1)
        """);

    private final GatewayId gatewayId;
    private final RedisLine line;
    private final int most;
    private final Duration kept;

    /** @param kept after which the seats of a user are forgotten, unless a session comes meanwhile */
    SeatList(GatewayId gatewayId, RedisLine line, int most, Duration kept) {
        this.gatewayId = gatewayId;
        this.line = line;
        this.most = most;
        this.kept = kept;
    }

    GatewayId gatewayId() {
        return gatewayId;
    }

    /**
     * Enters sessions of a user. That is one round trip, and another one if there are too many.
     *
     * @return the seats that have to be given up, wherever they are. They stay on the list until they are, so whoever
     *     looks in between counts them in, and means the same ones
     */
    CompletableFuture<List<Seat>> enter(UserId userId, List<ChatSession> sessions) {
        var arguments = new ArrayList<byte[]>();
        arguments.add(number(most));
        arguments.add(number(kept.toMillis()));
        for (var session : sessions) {
            arguments.add(new Seat(gatewayId, session.id()).member().getBytes(UTF_8));
            arguments.add(number(session.age().toNanos() / NANOS_PER_MICRO));
        }
        return line.runForTexts(ENTER, RedisKeys.sessions(userId), arguments.toArray(byte[][]::new))
                .thenCompose(members -> members.isEmpty()
                        ? CompletableFuture.completedFuture(List.of())
                        : tooMany(userId, members.stream().map(Seat::of).toList()));
    }

    private static byte[] number(long number) {
        return Long.toString(number).getBytes(US_ASCII);
    }

    /** Those of dead gateways are nobody's, and do not count. */
    private CompletableFuture<List<Seat>> tooMany(UserId userId, List<Seat> oldestFirst) {
        return living(oldestFirst).thenApply(living -> {
            var dead = oldestFirst.stream().filter(each -> !living.contains(each.gatewayId())).toList();
            if (!dead.isEmpty()) {
                line.takeOut(RedisKeys.sessions(userId), dead.stream().map(Seat::member).toList());
            }
            var taken = oldestFirst.stream().filter(each -> living.contains(each.gatewayId())).toList();
            return taken.subList(0, Math.max(0, taken.size() - most));
        });
    }

    private CompletableFuture<Set<GatewayId>> living(List<Seat> seats) {
        var gateways = seats.stream().map(Seat::gatewayId).distinct().toList();
        return line.exist(gateways.stream().map(RedisKeys::mailbox).toList()).thenApply(exist -> {
            var living = new HashSet<GatewayId>();
            for (var i = 0; i < gateways.size(); i++) {
                if (exist.get(i)) {
                    living.add(gateways.get(i));
                }
            }
            return living;
        });
    }

    CompletableFuture<Void> leave(Seat.Of seat) {
        var member = new Seat(gatewayId, seat.sessionId()).member();
        return line.takeOut(RedisKeys.sessions(seat.userId()), List.of(member));
    }

    /** Tells the gateway that holds this seat. Should it not hear of it, the user's next session has it told again. */
    CompletableFuture<Void> askBack(Seat seat, UserId userId) {
        return line.publish(
                List.of(RedisKeys.goodbyes(seat.gatewayId())), new Seat.Of(seat.sessionId(), userId).toBytes());
    }
}
