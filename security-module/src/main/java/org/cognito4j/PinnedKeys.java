package org.cognito4j;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.cognito4j.KeySnapshot.Origin;
import org.cognito4j.net.DaemonRefreshThread;
import org.cognito4j.net.RefreshThread;

/**
 * A key set that comes with the application, for a start while the publisher cannot be reached.
 *
 * @param keys by {@code kid}, never empty
 * @param asOf when they were known to be the pool's: a file is as old as its last change. A class-path resource counts
 *     from now on, since what packs archives sets times as it pleases
 */
record PinnedKeys(Map<String, RSAPublicKey> keys, Instant asOf) {

    private static final String RESOURCE = "classpath:";
    private static final int MAX_BYTES = 256 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * Reads them.
     *
     * @param location a path, or {@code classpath:} and the name of a resource
     * @throws KeySetUnavailable if there is no such file, or no usable key in it
     */
    static PinnedKeys read(String location, InstantSource clock) throws KeySetUnavailable {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader application = context == null ? PinnedKeys.class.getClassLoader() : context;
        return inTime(
                () -> location.startsWith(RESOURCE)
                        ? resource(location.substring(RESOURCE.length()), application, clock)
                        : file(Path.of(location)),
                PATIENCE);
    }

    /** Reads on a thread of its own: a pipe, or a file system of the network, may hang. */
    static PinnedKeys inTime(Callable<PinnedKeys> read, Duration patience) throws KeySetUnavailable {
        CompletableFuture<PinnedKeys> keys = new CompletableFuture<>();
        try (RefreshThread thread = new DaemonRefreshThread("cognito4j-key-file")) {
            thread.runAfter(Duration.ZERO, () -> complete(keys, read));
            return keys.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new KeySetUnavailable("it cannot be read within " + patience.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeySetUnavailable("interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KeySetUnavailable unavailable
                    ? unavailable
                    : new KeySetUnavailable(
                            "it cannot be read (" + e.getCause().getClass().getSimpleName() + ")");
        }
    }

    private static void complete(CompletableFuture<PinnedKeys> keys, Callable<PinnedKeys> read) {
        try {
            keys.complete(read.call());
        } catch (Throwable failure) { // whatever it is, the start waits for it
            keys.completeExceptionally(failure);
        }
    }

    /** Usable until they are as old as they may become. */
    KeySnapshot snapshot(Duration maxAge, InstantSource clock, LongSupplier ticker) {
        Instant now = clock.instant();
        // A file from the future is as new as can be.
        Instant takenAt = asOf.isAfter(now) ? now : asOf;
        long takenTick = ticker.getAsLong() - Duration.between(takenAt, now).toNanos();
        // They may be outdated already, so that the first token has them fetched if the start did not.
        return new KeySnapshot(
                keys, Origin.PINNED, new Moment(takenAt, takenTick), maxAge, new Moment(now, ticker.getAsLong()));
    }

    private static PinnedKeys file(Path path) throws IOException, KeySetUnavailable {
        try (InputStream content = Files.newInputStream(path)) {
            return new PinnedKeys(
                    parse(content), Files.getLastModifiedTime(path).toInstant());
        }
    }

    private static PinnedKeys resource(String name, ClassLoader loader, InstantSource clock)
            throws IOException, KeySetUnavailable {
        String relative = name.startsWith("/") ? name.substring(1) : name;
        try (InputStream content = loader.getResourceAsStream(relative)) {
            if (content == null) {
                throw new KeySetUnavailable("there is no such resource");
            }
            return new PinnedKeys(parse(content), clock.instant());
        }
    }

    private static Map<String, RSAPublicKey> parse(InputStream content) throws IOException, KeySetUnavailable {
        byte[] json = content.readNBytes(MAX_BYTES + 1);
        if (json.length > MAX_BYTES) {
            throw new KeySetUnavailable("it is larger than " + MAX_BYTES + " bytes");
        }
        return KeySetParser.parse(json);
    }
}
