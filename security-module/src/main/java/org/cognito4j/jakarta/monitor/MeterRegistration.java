package org.cognito4j.jakarta.monitor;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.cognito4j.jakarta.platform.ClassPresence;
import org.cognito4j.net.QuietLog;

/** An application's figures as meters of Micrometer, where its API is there. */
final class MeterRegistration {

    private static final Logger LOG = QuietLog.of("org.cognito4j");

    private MeterRegistration() {}

    /**
     * Registers them. They are not worth a deployment: where they cannot be registered, that is told and nothing else.
     *
     * @return what removes them
     */
    static Runnable register(MeteredService service) {
        if (!ClassPresence.of("io.micrometer.core.instrument.MeterRegistry")) {
            return () -> {};
        }
        try {
            return MicrometerMeters.register(service);
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.WARNING, "No meters", e);
            return () -> {};
        }
    }
}
