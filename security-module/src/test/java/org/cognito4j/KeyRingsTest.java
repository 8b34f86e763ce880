package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;
import org.cognito4j.Verification.Unavailable;
import org.cognito4j.fault.Fault;
import org.cognito4j.fault.FaultServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A verifier with an endpoint on loopback, from its start to its end. */
@Timeout(60)
class KeyRingsTest {

    private static final InstantSource CLOCK = InstantSource.fixed(TestPool.NOW);

    private final TestPool pool = TestPool.create();
    private final byte[] keySet = pool.keySet().getBytes(StandardCharsets.UTF_8);
    private final String token = pool.token().mint();
    private final Set<Thread> othersThreads = Thread.getAllStackTraces().keySet();
    private FaultServer endpoint;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        endpoint = new FaultServer(Fault.ok(keySet));
    }

    @AfterEach
    void stop() throws IOException {
        endpoint.close();
    }

    @Test
    void nothing_is_fetched_before_the_first_token() {
        try (TokenVerifier verifier = verifier(settings())) {
            assertThat(endpoint.requests()).isEmpty();
            assertThat(verifier.keyStates())
                    .singleElement()
                    .extracting(KeyState::status)
                    .isEqualTo(KeyState.Status.MISSING);
            assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);
            assertThat(endpoint.requests()).hasSize(1);
            assertThat(verifier.keyStates())
                    .singleElement()
                    .satisfies(state -> assertThat(state.keyIds())
                            .containsExactlyInAnyOrder(TestPool.KEY_ID, TestPool.OTHER_KEY_ID));
        }
    }

    @Test
    void a_start_without_the_endpoint_succeeds_and_callers_are_told_to_come_back() throws IOException {
        endpoint.close();
        try (TokenVerifier verifier = verifier(settings().startCheck(KeyCheckAtStart.WARN))) {
            assertThat(verifier.verify(token)).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    void a_check_at_the_start_leaves_the_first_caller_nothing_to_wait_for() {
        try (TokenVerifier verifier = verifier(settings().startCheck(KeyCheckAtStart.REQUIRE))) {
            assertThat(endpoint.requests()).hasSize(1);
            assertThat(verifier.keyStates())
                    .singleElement()
                    .extracting(KeyState::status)
                    .isEqualTo(KeyState.Status.FRESH);
        }
    }

    @Test
    void keys_that_are_required_and_missing_end_the_start() {
        endpoint.answer(Fault.status(403, new byte[0]));
        InvalidSettings refused = catchThrowableOfType(
                InvalidSettings.class, () -> verifier(settings().startCheck(KeyCheckAtStart.REQUIRE)));
        assertThat(refused.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.setting()).isEqualTo("jwks.check-at-start");
            assertThat(fault.problem()).contains("eu-west-1_AbCdEfGhI", "HTTP status 403");
        });
        awaitNoThreads();
    }

    @Test
    void two_pools_of_one_issuer_end_the_start_before_anything_is_fetched() {
        VerifierSettings settings =
                settings().startCheck(KeyCheckAtStart.REQUIRE).build();
        InvalidSettings refused =
                catchThrowableOfType(InvalidSettings.class, () -> TokenVerifier.of(List.of(settings, settings), CLOCK));
        assertThat(refused.faults()).extracting(SettingFault::setting).contains("issuers");
        assertThat(endpoint.requests()).isEmpty();
        awaitNoThreads();
    }

    @Test
    void pinned_keys_serve_a_start_without_the_endpoint() throws IOException {
        endpoint.answer(Fault.status(503, new byte[0]));
        try (TokenVerifier verifier = verifier(settings().pinnedKeys(pinned(TestPool.NOW)))) {
            assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);
            assertThat(verifier.keyStates())
                    .singleElement()
                    .extracting(KeyState::status)
                    .isEqualTo(KeyState.Status.PINNED);
        }
    }

    @Test
    void pinned_keys_give_way_to_published_ones_without_a_caller() throws IOException {
        try (TokenVerifier verifier = verifier(settings().pinnedKeys(pinned(TestPool.NOW)))) {
            while (verifier.keyStates().get(0).status() != KeyState.Status.FRESH) {
                RingUnderTest.yieldUnlessOvertime();
            }
            assertThat(endpoint.requests()).hasSize(1);
        }
    }

    @Test
    void pinned_keys_that_are_too_old_are_not_used() throws IOException {
        endpoint.answer(Fault.status(503, new byte[0]));
        Instant eightDaysAgo = TestPool.NOW.minus(Duration.ofDays(8));
        try (TokenVerifier verifier = verifier(settings().pinnedKeys(pinned(eightDaysAgo)))) {
            assertThat(verifier.verify(token)).isInstanceOf(Unavailable.class);
            assertThat(verifier.keyStates())
                    .singleElement()
                    .extracting(KeyState::status)
                    .isEqualTo(KeyState.Status.EXPIRED);
        }
    }

    @Test
    void pinned_keys_that_are_too_old_are_reported_and_others_are_not() throws IOException {
        try (RecordedLog log = RecordedLog.of("org.cognito4j.keys")) {
            verifier(settings().pinnedKeys(pinned(TestPool.NOW))).close();
            assertThat(log.lines()).noneMatch(line -> line.contains("too old"));
            verifier(settings().pinnedKeys(pinned(TestPool.NOW.minus(Duration.ofDays(8)))))
                    .close();
            assertThat(log.lines())
                    .contains("WARNING Pinned keys of user pool eu-west-1_AbCdEfGhI are from 2026-11-14T10:00:00Z,"
                            + " too old to be used");
        }
    }

    @Test
    void a_fleet_that_starts_in_step_does_not_refresh_in_step() {
        Set<Long> minutesToNextFetch = new HashSet<>();
        for (int i = 0; i < 8; i++) {
            try (TokenVerifier verifier = verifier(settings().startCheck(KeyCheckAtStart.REQUIRE))) {
                minutesToNextFetch.add(verifier.keyStates().get(0).nextRefresh().toMinutes());
            }
        }
        // Without jitter all of them had less than four minutes to go.
        assertThat(minutesToNextFetch).contains(4L);
    }

    @Test
    void a_pinned_file_without_keys_ends_the_start_before_anything_is_fetched() {
        InvalidSettings refused = catchThrowableOfType(
                InvalidSettings.class,
                () -> verifier(settings().pinnedKeys("nowhere.json").startCheck(KeyCheckAtStart.REQUIRE)));
        assertThat(refused.faults()).extracting(SettingFault::setting).containsExactly("jwks-file");
        assertThat(endpoint.requests()).isEmpty();
    }

    @Test
    void a_key_that_nobody_publishes_is_refused_and_one_that_is_published_now_is_found() {
        try (TokenVerifier verifier = verifier(settings())) {
            assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);
            pool.publish("new", TestKeys.rsa("new"));
            String early = pool.token("new").mint();
            endpoint.answer(Fault.ok(pool.keySet().getBytes(StandardCharsets.UTF_8)));
            assertThat(verifier.verify(early)).isInstanceOf(Accepted.class);
            assertThat(verifier.verify(
                            pool.token().headerText("kid", "nobody's").mint()))
                    .isEqualTo(new Rejected(RejectionReason.UNKNOWN_KEY));
        }
    }

    @Test
    void tells_a_listener_of_keys_that_came_and_of_those_that_did_not() {
        List<String> heard = new CopyOnWriteArrayList<>();
        KeyListener listener = new KeyListener() {
            @Override
            public void refreshed(UserPool userPool, int keys, Duration took) {
                heard.add(userPool + " has " + keys + (took.isNegative() ? "" : " in time"));
                throw new IllegalStateException("nobody minds");
            }

            @Override
            public void failed(UserPool userPool, String cause, Duration took) {
                heard.add(userPool + " fails: " + cause);
            }
        };
        try (TokenVerifier verifier = TokenVerifier.of(
                List.of(settings().startCheck(KeyCheckAtStart.WARN).build()), CLOCK, listener)) {
            assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);
            assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);
            assertThat(verifier.cacheMisses()).isEqualTo(1);
            assertThat(verifier.cacheHits()).isEqualTo(1);
        }
        endpoint.answer(Fault.status(403, new byte[0]));
        try (TokenVerifier verifier = TokenVerifier.of(
                List.of(settings().startCheck(KeyCheckAtStart.WARN).build()), CLOCK, listener)) {
            assertThat(verifier.verify(token)).isInstanceOf(Unavailable.class);
        }
        assertThat(heard.get(0)).isEqualTo("eu-west-1_AbCdEfGhI has 2 in time");
        assertThat(heard.get(1)).startsWith("eu-west-1_AbCdEfGhI fails: ").contains("403");
    }

    @Test
    void closing_ends_all_threads() {
        TokenVerifier idle = verifier(settings());
        idle.verify(token);
        idle.close();
        awaitNoThreads();
    }

    @Test
    void closing_ends_a_fetch_that_hangs() {
        endpoint.answer(Fault.silence());
        TokenVerifier busy = verifier(settings());
        Thread caller = new Thread(() -> busy.verify(token));
        caller.start();
        while (endpoint.requests().isEmpty()) {
            RingUnderTest.yieldUnlessOvertime();
        }
        busy.close();
        awaitNoThreads();
        assertThat(busy.verify(token)).isInstanceOf(Unavailable.class);
    }

    /** A fetch has time even where other work keeps all cores busy: what a late answer does is tested elsewhere. */
    private VerifierSettingsBuilder settings() {
        return pool.settings()
                .keySetAddresses(List.of(endpoint.address("/jwks.json")))
                .keyFetchTimeout(Duration.ofSeconds(30))
                .allowLoopbackHttp(true);
    }

    private static TokenVerifier verifier(VerifierSettingsBuilder settings) {
        return TokenVerifier.of(List.of(settings.build()), CLOCK);
    }

    private String pinned(Instant lastModified) throws IOException {
        Path file = Files.write(folder.resolve("jwks.json"), keySet);
        Files.setLastModifiedTime(file, FileTime.from(lastModified));
        return file.toString();
    }

    private void awaitNoThreads() {
        Pattern ours = Pattern.compile("cognito4j-.*|HttpClient-.*");
        Instant deadline = Instant.now().plusSeconds(20);
        while (Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !othersThreads.contains(thread))
                .anyMatch(thread -> ours.matcher(thread.getName()).matches())) {
            assertThat(Instant.now()).as("all threads have ended").isBefore(deadline);
            RingUnderTest.yieldUnlessOvertime();
        }
    }
}
