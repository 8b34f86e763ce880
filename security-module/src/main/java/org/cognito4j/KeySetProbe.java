package org.cognito4j;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cognito4j.net.BoundedExchange;
import org.cognito4j.net.StrictJson;

/**
 * What one place that keys come from has to offer, looked at by itself: for operators who check a configuration. No token
 * and no secret is sent anywhere. Immutable and thread-safe.
 *
 * @param place the address, or the pinned file as it is configured
 * @param problem why no keys can be had from there; empty if they can. Quotes nothing that came from outside
 * @param keyIds the ids of the usable keys
 * @param published how many keys there are, usable or not
 * @param clockAhead by how much this machine's clock is ahead of the server's, negative if it is behind; exact to a second.
 *     Empty if the server did not tell its time
 * @param issuer what the pool calls itself in its OpenID configuration beside the key set; empty if it does not tell
 */
public record KeySetProbe(
        String place,
        Optional<String> problem,
        Set<String> keyIds,
        int published,
        Optional<Duration> clockAhead,
        Optional<String> issuer) {

    private static final int MAX_BODY_BYTES = 256 * 1024;
    private static final int OK = 200;
    private static final String KEY_SET = "/.well-known/jwks.json";
    private static final String CONFIGURATION = "/.well-known/openid-configuration";

    /** A {@code Date} is cut off to seconds, so it is half of one older on average. */
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    /**
     * Takes a copy of the ids.
     *
     * @param place the address or file
     * @param problem why no keys can be had from there
     * @param keyIds the ids of the usable keys
     * @param published how many keys there are
     * @param clockAhead by how much this machine's clock is ahead
     * @param issuer what the pool calls itself
     */
    public KeySetProbe {
        keyIds = Set.copyOf(keyIds);
    }

    /**
     * Fetches the keys from each address of a pool, one after the other, with the timeout that is set.
     *
     * @param settings of the pool
     * @param clock the wall clock that is compared with the servers'
     * @return one for each address, in the order of the addresses
     */
    public static List<KeySetProbe> ofAddresses(VerifierSettings settings, InstantSource clock) {
        List<KeySetProbe> probes = new ArrayList<>();
        try (BoundedExchange exchange = new BoundedExchange(MAX_BODY_BYTES, status -> status == OK)) {
            for (URI address : settings.keySetAddresses()) {
                probes.add(probe(address, exchange, settings.keyTimes().fetchTimeout(), clock));
            }
        }
        return probes;
    }

    /**
     * Reads the pinned keys of a pool.
     *
     * @param settings of the pool
     * @param clock the wall clock, for their age
     * @return what is pinned; empty if no file is set
     */
    public static Optional<KeySetProbe> ofPinnedKeys(VerifierSettings settings, InstantSource clock) {
        return settings.pinnedKeys().map(place -> {
            try {
                PinnedKeys pinned = PinnedKeys.read(place, clock);
                boolean usable = pinned.snapshot(settings.pinnedKeysMaxAge(), clock, () -> 0)
                        .isUsable(clock.instant(), 0);
                Optional<String> problem = usable
                        ? Optional.empty()
                        : Optional.of("it is of " + pinned.asOf() + ", older than " + settings.pinnedKeysMaxAge());
                Set<String> ids = pinned.keys().keySet();
                return new KeySetProbe(place, problem, ids, ids.size(), Optional.empty(), Optional.empty());
            } catch (KeySetUnavailable e) {
                return without(place, e.getMessage(), Optional.empty());
            }
        });
    }

    private static KeySetProbe probe(URI address, BoundedExchange exchange, Duration timeout, InstantSource clock) {
        Instant before = clock.instant();
        try {
            BoundedExchange.Answer answer = get(address, exchange, timeout);
            Duration ago = Duration.between(before, clock.instant()).dividedBy(2);
            Optional<Duration> ahead =
                    answer.sentAt().map(sent -> Duration.between(sent.plus(HALF_A_SECOND), before.plus(ago)));
            if (answer.status() != OK) {
                return without(address.toString(), "HTTP status " + answer.status(), ahead);
            }
            byte[] json = answer.body();
            return new KeySetProbe(
                    address.toString(),
                    Optional.empty(),
                    KeySetParser.parse(json).keySet(),
                    KeySetParser.count(json),
                    ahead,
                    issuer(address, exchange, timeout));
        } catch (BoundedExchange.Failed | KeySetUnavailable e) {
            return without(address.toString(), e.getMessage(), Optional.empty());
        }
    }

    private static KeySetProbe without(String place, String problem, Optional<Duration> clockAhead) {
        return new KeySetProbe(place, Optional.of(problem), Set.of(), 0, clockAhead, Optional.empty());
    }

    /** Best effort: keys are good without it. */
    private static Optional<String> issuer(URI keySet, BoundedExchange exchange, Duration timeout) {
        String address = keySet.toString();
        if (!address.endsWith(KEY_SET)) {
            return Optional.empty();
        }
        String base = address.substring(0, address.length() - KEY_SET.length());
        try {
            BoundedExchange.Answer answer = get(URI.create(base + CONFIGURATION), exchange, timeout);
            return answer.status() == OK
                            && StrictJson.members(Set.of("issuer"), answer.body())
                                            .get("issuer")
                                    instanceof String issuer
                    ? Optional.of(issuer)
                    : Optional.empty();
        } catch (BoundedExchange.Failed | StrictJson.Malformed e) {
            return Optional.empty();
        }
    }

    private static BoundedExchange.Answer get(URI address, BoundedExchange exchange, Duration timeout)
            throws BoundedExchange.Failed {
        return exchange.send(
                HttpRequest.newBuilder(address)
                        .header("Accept", "application/json")
                        .build(),
                timeout);
    }
}
