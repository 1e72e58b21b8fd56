package dev.parley.gateway.ratelimit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.util.function.LongSupplier;

/** A bucket for each of many, in the memory of this gateway; those that are full again are forgotten. */
final class LocalBuckets<K> {

    private final LoadingCache<K, Bucket> buckets;

    /**
     * @param bound of the buckets held; beyond, those that have been quiet for longest are forgotten
     * @param nanos a clock that only moves forward
     */
    LocalBuckets(Rate rate, int bound, LongSupplier nanos) {
        buckets = Caffeine.newBuilder()
                .maximumSize(bound)
                .expireAfterAccess(rate.toFill())
                .ticker(nanos::getAsLong)
                .build(_ -> rate.bucket(nanos));
    }

    Verdict take(K key) {
        return Rate.take(buckets.get(key));
    }

    /** How many are held by now. */
    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }
}
