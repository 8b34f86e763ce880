package org.cognito4j.jakarta.check;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.cognito4j.TokenCheck;
import org.cognito4j.TokenChecks;
import org.cognito4j.jakarta.platform.ClassPresence;
import org.cognito4j.net.QuietLog;

/** The {@link TokenCheck}s of the application that is being started: its services, and its beans where there is CDI. */
public final class ApplicationChecks {

    private static final Logger LOG = QuietLog.of("org.cognito4j");

    private ApplicationChecks() {}

    /**
     * Finds the checks.
     *
     * @param loader the application's
     * @param timeout how long all of them have for one request
     * @return what asks them, to be closed with the service that does
     * @throws java.util.ServiceConfigurationError if a service cannot be made: without it tokens would be accepted that it denies
     */
    public static TokenChecks find(ClassLoader loader, Duration timeout) {
        List<TokenCheck> checks = new ArrayList<>();
        ServiceLoader.load(TokenCheck.class, loader).forEach(checks::add);
        if (ClassPresence.of("jakarta.enterprise.inject.spi.CDI")) {
            checks.addAll(Beans.find());
        }
        if (checks.isEmpty()) {
            return TokenChecks.NONE;
        }
        LOG.log(
                Level.INFO,
                "Each verified token is shown to: {0}",
                checks.stream().map(check -> check.getClass().getName()).collect(Collectors.joining(", ")));
        return called(checks, timeout, loader);
    }

    private static TokenChecks called(List<TokenCheck> checks, Duration timeout, ClassLoader loader) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return TokenChecks.of(checks, timeout);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Apart, so that nothing of CDI is linked where it is not on the class path. */
    private static final class Beans {

        private Beans() {}

        static List<TokenCheck> find() {
            CDI<Object> container;
            try {
                container = CDI.current();
            } catch (NoClassDefFoundError | IllegalStateException e) {
                return List.of(); // the application has no CDI
            }
            Instance<TokenCheck> beans = container.select(TokenCheck.class, Any.Literal.INSTANCE);
            return beans.stream().toList();
        }
    }
}
