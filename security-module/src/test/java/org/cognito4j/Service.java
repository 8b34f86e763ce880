package org.cognito4j;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The services that vectors are sent to, by what sets them apart from one with default settings. */
enum Service {
    FOR_MACHINES(settings -> settings),
    FOR_USERS(settings -> settings.callers(Callers.USERS)),
    FOR_BOTH(settings -> settings.callers(Callers.BOTH)),
    FOR_ANY_CLIENT(settings -> settings.clientIds(List.of("*"))),
    DENYING_A_CLIENT(settings -> settings.clientIds(List.of(TestPool.CLIENT, "suspended", "suspended2"))
            .clientDenied("suspended", true)),
    CUTTING_OFF(settings -> settings.clientIds(List.of(TestPool.CLIENT, "rotated", "lenient"))
            .issuedBefore(TestPool.NOW.minusSeconds(600))
            .clientIssuedBefore("rotated", TestPool.NOW)
            .clientIssuedBefore("lenient", TestPool.NOW.minusSeconds(3_600))
            .deniedTokens(Map.of(
                    "stolen", TestPool.NOW.plusSeconds(3_600),
                    "nearly-over", TestPool.NOW.plusSeconds(1),
                    "over", TestPool.NOW))),
    REQUIRING_CLAIMS(settings -> settings.clientIds(List.of(TestPool.CLIENT, "gold"))
            .requiredClaim(
                    "tenant",
                    List.of("acme", "globex", "caf\u00e9", "7", "1000", "12345678901234567890", "1.50", "true"))
            .clientRequiredClaim("gold", "tier", List.of("gold"))),
    REQUIRING_AUDIENCE_AND_CLAIMS(settings -> settings.audience("here").requiredClaim("tenant", List.of("acme"))),
    REQUIRING_PRESENCE(settings -> settings.requiredClaim("tenant", List.of("*"))),
    WITH_AUDIENCE(settings -> settings.audience(TestPool.RESOURCE_SERVER)),
    WITHOUT_SKEW(settings -> settings.clockSkew(Duration.ZERO)),
    FOR_SHORT_LIVES(settings -> settings.maxTokenLifetime(Duration.ofHours(1))),
    FOR_SHORT_TOKENS(settings -> settings.maxTokenSize(2_048));

    private final UnaryOperator<VerifierSettingsBuilder> difference;

    Service(UnaryOperator<VerifierSettingsBuilder> difference) {
        this.difference = difference;
    }

    VerifierSettings settings(TestPool pool) {
        return builder(pool).build();
    }

    VerifierSettingsBuilder builder(TestPool pool) {
        return difference.apply(pool.settings());
    }
}
