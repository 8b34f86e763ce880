package org.cognito4j.jakarta.monitor;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import org.cognito4j.TokenVerifier;
import org.cognito4j.jakarta.platform.ClassPresence;
import org.cognito4j.net.QuietLog;

/** An application's figures as meters, where there is an API for these. */
final class MeterRegistration {

    private static final Logger LOG = QuietLog.of("org.cognito4j");

    private MeterRegistration() {}

    /**
     * Registers them. They are not worth a deployment: where they cannot be registered, that is told and nothing else.
     *
     * @return what removes them
     */
    static Runnable register(
            String contextPath,
            String filter,
            Counters counters,
            ClientCounts clients,
            TokenVerifier verifier,
            Supplier<String> policyProblem) {
        if (!ClassPresence.of("io.micrometer.core.instrument.MeterRegistry")) {
            return () -> {};
        }
        try {
            return MicrometerMeters.register(contextPath, filter, counters, clients, verifier, policyProblem);
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.WARNING, "No meters", e);
            return () -> {};
        }
    }
}
