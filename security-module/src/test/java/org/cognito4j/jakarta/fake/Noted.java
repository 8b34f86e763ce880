package org.cognito4j.jakarta.fake;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.cognito4j.GenuineTokens;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettings;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.decision.SecurityObserver;
import org.cognito4j.jakarta.monitor.Decisions;
import org.cognito4j.jakarta.monitor.Monitoring;

/** What takes note of decisions, for tests that have no service. */
public final class Noted {

    private Noted() {}

    /** Takes note for one observer. */
    public static Decisions by(SecurityObserver observer) {
        return new Monitoring(settings(Map.of()), List.of(observer), InstantSource.fixed(GenuineTokens.NOW), () -> 0)
                .decisions();
    }

    /** Settings for {@link GenuineTokens}, with some more. */
    public static ServiceSettings settings(Map<String, String> more) {
        return ServiceSettingsReader.read(Configuration.of(List.of(
                ConfigurationSource.of("more", more),
                ConfigurationSource.of(
                        "test",
                        Map.of(
                                "cognito.user-pool-id", GenuineTokens.POOL,
                                "cognito.client-ids", GenuineTokens.CLIENT)))));
    }
}
