package org.cognito4j;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.cognito4j.net.DaemonRefreshThread;
import org.cognito4j.net.QuietLog;

/** Makes the key rings of a verifier, and reports everything that stands against its start at once. */
final class KeyRings {

    private static final Logger LOG = QuietLog.of("org.cognito4j.keys");

    private final InstantSource clock;
    private final Optional<KeyListener> listener;
    private final LongSupplier ticker = System::nanoTime;
    private final Map<VerifierSettings, KeyRing> rings = new LinkedHashMap<>();
    private final List<SettingFault> faults = new ArrayList<>();

    private KeyRings(InstantSource clock, Optional<KeyListener> listener) {
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * One ring for each pool; fetched from already where that is asked for.
     *
     * @throws InvalidSettings if a pinned file cannot be used, or keys that are required cannot be had
     */
    static Map<VerifierSettings, KeyRing> start(
            Collection<VerifierSettings> pools, InstantSource clock, Optional<KeyListener> listener) {
        KeyRings made = new KeyRings(clock, listener);
        pools.forEach(made::makeRing);
        made.requireNoFault();
        made.fetch();
        made.requireNoFault();
        return made.rings;
    }

    private void makeRing(VerifierSettings settings) {
        KeyRing ring = new KeyRing(
                settings.userPool(),
                source(settings),
                settings.pinnedKeys()
                        .flatMap(location -> pinned(location, settings))
                        .orElse(KeySnapshot.EMPTY),
                new RefreshPolicy(
                        settings.keyTimes(), () -> ThreadLocalRandom.current().nextDouble()),
                new DaemonRefreshThread("cognito4j-keys-" + settings.userPool()),
                clock,
                ticker);
        rings.put(settings, ring);
    }

    private KeySetSource source(VerifierSettings settings) {
        KeySetSource fetcher = new KeySetFetcher(settings.keySetAddresses());
        return listener.isPresent() ? new ObservedKeySource(fetcher, settings.userPool(), listener.get()) : fetcher;
    }

    private Optional<KeySnapshot> pinned(String location, VerifierSettings settings) {
        try {
            KeySnapshot pinned = PinnedKeys.read(location, clock).snapshot(settings.pinnedKeysMaxAge(), clock, ticker);
            if (!pinned.isUsable(clock.instant(), ticker.getAsLong())) {
                LOG.log(
                        Level.WARNING,
                        "Pinned keys of user pool {0} are from {1}, too old to be used",
                        settings.userPool(),
                        pinned.taken().at());
            }
            return Optional.of(pinned);
        } catch (KeySetUnavailable e) {
            faults.add(new SettingFault(
                    "jwks-file",
                    "holds no keys for user pool " + settings.userPool() + ": " + e.getMessage(),
                    "Save the pool's key set there, or leave the setting out"));
            return Optional.empty();
        }
    }

    /** All pools at the same time. What is pinned is replaced in the background, without anybody waiting. */
    private void fetch() {
        rings.forEach((settings, ring) -> {
            if (settings.pinnedKeys().isPresent() || settings.startCheck() != KeyCheckAtStart.OFF) {
                ring.start();
            }
        });
        rings.forEach((settings, ring) -> {
            if (settings.startCheck() != KeyCheckAtStart.OFF) {
                Optional<String> failure = ring.awaitStart();
                if (settings.startCheck() == KeyCheckAtStart.REQUIRE) {
                    failure.ifPresent(error -> faults.add(new SettingFault(
                            "jwks.check-at-start",
                            "requires the keys of user pool " + settings.userPool() + ": " + error,
                            "See that this machine reaches the pool's endpoint, or set it to warn or off")));
                }
            }
        });
    }

    private void requireNoFault() {
        if (!faults.isEmpty()) {
            rings.values().forEach(KeyRing::close);
            throw new InvalidSettings(faults);
        }
    }
}
