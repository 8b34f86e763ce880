package org.cognito4j;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Publishes keys as a test says, and remembers when it was asked. */
final class ScriptedPublisher implements KeySetSource {

    static final RSAPublicKey KEY = anyKey();

    /** What happens to a fetch. */
    interface Behaviour {

        Fetched answer(Duration timeout) throws KeySetUnavailable;
    }

    private final ManualTime time;
    private final List<Long> fetches = new ArrayList<>();
    private final List<Duration> timeouts = new ArrayList<>();
    private Behaviour behaviour;
    private boolean closed;

    ScriptedPublisher(ManualTime time) {
        this.time = time;
        publish("one");
    }

    void behave(Behaviour next) {
        behaviour = next;
    }

    void publish(String... keyIds) {
        Fetched answer = keySet(Optional.empty(), keyIds);
        behave(timeout -> answer);
    }

    void publishFor(Duration maxAge, String... keyIds) {
        Fetched answer = keySet(Optional.of(maxAge), keyIds);
        behave(timeout -> answer);
    }

    void refuse() {
        behave(timeout -> {
            throw new KeySetUnavailable("refused");
        });
    }

    void refuseFor(Duration retryAfter) {
        behave(timeout -> {
            throw new KeySetUnavailable("HTTP status 503", Optional.of(retryAfter));
        });
    }

    void hang() {
        behave(timeout -> {
            time.elapse(timeout);
            throw new KeySetUnavailable("no complete answer in time");
        });
    }

    @Override
    public Fetched fetch(Duration timeout) throws KeySetUnavailable {
        fetches.add(time.tick());
        timeouts.add(timeout);
        return behaviour.answer(timeout);
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    int fetches() {
        return fetches.size();
    }

    List<Duration> timeouts() {
        return timeouts;
    }

    /** The times between one fetch and the next. */
    List<Duration> pauses() {
        return Stream.iterate(1, i -> i < fetches.size(), i -> i + 1)
                .map(i -> Duration.ofNanos(fetches.get(i) - fetches.get(i - 1)))
                .toList();
    }

    /** The most fetches that were started within any period of the given length. */
    long mostFetchesWithin(Duration period) {
        return fetches.stream()
                .mapToLong(first -> fetches.stream()
                        .filter(other -> other >= first && other < first + period.toNanos())
                        .count())
                .max()
                .orElse(0);
    }

    static Fetched keySet(Optional<Duration> maxAge, String... keyIds) {
        return new Fetched(Stream.of(keyIds).collect(Collectors.toMap(Function.identity(), id -> KEY)), maxAge);
    }

    static Map<String, RSAPublicKey> keys(String... keyIds) {
        return keySet(Optional.empty(), keyIds).keys();
    }

    private static RSAPublicKey anyKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return (RSAPublicKey) generator.generateKeyPair().getPublic();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
