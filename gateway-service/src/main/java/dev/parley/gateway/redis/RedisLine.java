package dev.parley.gateway.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.output.ValueOutput;
import io.lettuce.core.output.ValueSetOutput;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Commands to Redis. None of them waits for a line: without one, each fails with {@link RedisAway}. */
public final class RedisLine {

    static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private final Supplier<@Nullable StatefulRedisConnection<String, byte[]>> connection;

    /** @param connection null while there is none */
    RedisLine(Supplier<@Nullable StatefulRedisConnection<String, byte[]>> connection) {
        this.connection = connection;
    }

    /** A line that does not come back. */
    public static RedisLine over(StatefulRedisConnection<String, byte[]> connection) {
        return new RedisLine(() -> connection.isOpen() ? connection : null);
    }

    public boolean isUp() {
        return connection.get() != null;
    }

    /** The members of each set, in the order of the keys; all in one round trip. */
    public CompletableFuture<List<Set<String>>> members(List<String> keys) {
        return each(keys, key -> new Command<>(CommandType.SMEMBERS, new ValueSetOutput<>(CODEC), key(key)))
                .thenApply(all -> all.stream().map(RedisLine::texts).toList());
    }

    /** Whether each of the keys is there, in their order; all in one round trip. */
    public CompletableFuture<List<Boolean>> exist(List<String> keys) {
        return each(keys, key -> new Command<>(CommandType.EXISTS, new IntegerOutput<>(CODEC), key(key)))
                .thenApply(all -> all.stream().map(count -> count != null && count > 0).toList());
    }

    /** The value of each key, in their order; all in one round trip. */
    public CompletableFuture<List<Optional<String>>> values(List<String> keys) {
        return each(keys, key -> new Command<>(CommandType.GET, new ValueOutput<>(CODEC), key(key)))
                .thenApply(all -> all.stream().map(value -> Optional.ofNullable(value).map(RedisLine::text)).toList());
    }

    /** Sets a key that is gone after its life. */
    public CompletableFuture<Void> set(String key, String value, Duration life) {
        var present = connection.get();
        return present == null
                ? away()
                : present.async().psetex(key, life.toMillis(), value.getBytes(UTF_8)).toCompletableFuture()
                        .thenApply(_ -> null);
    }

    /** Says the same on each of the channels; all in one round trip. */
    public CompletableFuture<Void> publish(Collection<String> channels, byte[] message) {
        return each(channels, channel -> new Command<>(
                CommandType.SPUBLISH, new IntegerOutput<>(CODEC), key(channel).addValue(message)))
                .thenApply(_ -> null);
    }

    private <T> CompletableFuture<List<@Nullable T>> each(
            Collection<String> keys, Function<String, Command<String, byte[], T>> command) {
        var present = connection.get();
        if (present == null) {
            return away();
        }
        var commands = keys.stream().map(key -> new AsyncCommand<>(command.apply(key))).toList();
        // Written at once: one by one, each would be a write of its own.
        present.dispatch(commands);
        return CompletableFuture.allOf(commands.toArray(CompletableFuture[]::new))
                .thenApply(_ -> commands.stream().<@Nullable T>map(AsyncCommand::join).toList());
    }

    private static CommandArgs<String, byte[]> key(String key) {
        return new CommandArgs<>(CODEC).addKey(key);
    }

    private static Set<String> texts(@Nullable Set<byte[]> values) {
        return values == null ? Set.of() : values.stream().map(RedisLine::text).collect(Collectors.toUnmodifiableSet());
    }

    private static String text(byte[] value) {
        return new String(value, UTF_8);
    }

    /** Takes members out of a sorted set. */
    public CompletableFuture<Void> takeOut(String key, Collection<String> members) {
        var present = connection.get();
        if (present == null) {
            return away();
        }
        var values = members.stream().map(each -> each.getBytes(UTF_8)).toArray(byte[][]::new);
        return present.async().zrem(key, values).toCompletableFuture().thenApply(_ -> null);
    }

    /** Runs a script over one key, in one round trip where Redis knows the script. */
    public CompletableFuture<Long> run(Script script, String key, byte[]... arguments) {
        return run(script, ScriptOutputType.INTEGER, key, arguments);
    }

    /** Runs a script that gives a list of texts. */
    public CompletableFuture<List<String>> runForTexts(Script script, String key, byte[]... arguments) {
        return this.<List<byte[]>>run(script, ScriptOutputType.MULTI, key, arguments)
                .thenApply(values -> values.stream().map(RedisLine::text).toList());
    }

    private <T> CompletableFuture<T> run(Script script, ScriptOutputType type, String key, byte[][] arguments) {
        var present = connection.get();
        if (present == null) {
            return away();
        }
        var keys = new String[]{key};
        var commands = present.async();
        return commands.<T>evalsha(script.digest(), type, keys, arguments)
                .toCompletableFuture()
                .exceptionallyCompose(failure -> isUnknownScript(failure)
                        ? commands.<T>eval(script.text(), type, keys, arguments).toCompletableFuture()
                        : CompletableFuture.failedFuture(failure));
    }

    private static boolean isUnknownScript(Throwable failure) {
        return failure instanceof RedisNoScriptException
                || failure instanceof CompletionException && failure.getCause() instanceof RedisNoScriptException;
    }

    private static <T> CompletableFuture<T> away() {
        return CompletableFuture.failedFuture(new RedisAway());
    }
}
