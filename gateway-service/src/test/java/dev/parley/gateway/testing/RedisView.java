package dev.parley.gateway.testing;

import io.lettuce.core.KillArgs;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.List;
import java.util.regex.Pattern;

/** Looks into a Redis from outside. */
public final class RedisView implements AutoCloseable {

    private final RedisClient client;
    private final StatefulRedisConnection<String, String> redis;

    public RedisView(String url) {
        client = RedisClient.create(url);
        redis = client.connect();
    }

    public void forgetCalls() {
        redis.sync().configResetstat();
    }

    /** How often a command has been called by now, scripts included. */
    public long calls(String command) {
        var stats = Pattern.compile("cmdstat_" + command + ":calls=(\\d+)").matcher(redis.sync().info("commandstats"));
        return stats.find() ? Long.parseLong(stats.group(1)) : 0;
    }

    public void forgetScripts() {
        redis.sync().scriptFlush();
    }

    public List<String> keys(String pattern) {
        return redis.sync().keys(pattern);
    }

    /** Of a sorted set, in its order. */
    public List<String> members(String key) {
        return redis.sync().zrange(key, 0, -1);
    }

    /** Into a sorted set. */
    public void putIn(String key, double score, String member) {
        redis.sync().zadd(key, score, member);
    }

    public long lifeMillis(String key) {
        return redis.sync().pttl(key);
    }

    /** Ends the connections of all who listen to a channel. */
    public void dropListeners() {
        redis.sync().clientKill(KillArgs.Builder.typePubsub());
    }

    @Override
    public void close() {
        redis.close();
        client.shutdown();
    }
}
