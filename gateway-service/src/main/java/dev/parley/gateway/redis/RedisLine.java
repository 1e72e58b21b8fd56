package dev.parley.gateway.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Commands to Redis. None of them waits for a line: without one, each fails with {@link RedisAway}. */
public final class RedisLine {

    private final KeptConnection<StatefulRedisConnection<String, byte[]>> connection;

    RedisLine(KeptConnection<StatefulRedisConnection<String, byte[]>> connection) {
        this.connection = connection;
    }

    public boolean isUp() {
        return connection.current() != null;
    }

    /** Runs a script over one key, in one round trip where Redis knows the script. */
    public CompletableFuture<Long> run(Script script, String key, byte[]... arguments) {
        var present = connection.current();
        if (present == null) {
            return away();
        }
        var keys = new String[]{key};
        var commands = present.async();
        return commands.<Long>evalsha(script.digest(), ScriptOutputType.INTEGER, keys, arguments)
                .toCompletableFuture()
                .exceptionallyCompose(failure -> isUnknownScript(failure)
                        ? eval(commands, script, keys, arguments)
                        : CompletableFuture.failedFuture(failure));
    }

    private static CompletableFuture<Long> eval(
            RedisAsyncCommands<String, byte[]> commands, Script script, String[] keys, byte[][] arguments) {
        return commands.<Long>eval(script.text(), ScriptOutputType.INTEGER, keys, arguments).toCompletableFuture();
    }

    private static boolean isUnknownScript(Throwable failure) {
        return failure instanceof RedisNoScriptException
                || failure instanceof CompletionException && failure.getCause() instanceof RedisNoScriptException;
    }

    private static <T> CompletableFuture<T> away() {
        return CompletableFuture.failedFuture(new RedisAway());
    }
}
