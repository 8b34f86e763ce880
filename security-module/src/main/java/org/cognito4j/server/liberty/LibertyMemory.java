package org.cognito4j.server.liberty;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cognito4j.net.QuietLog;

/**
 * What Open Liberty remembers of applications that are gone, each of which would stay with all its classes. It is in private
 * fields: a later Liberty without them is left alone.
 */
final class LibertyMemory {

    private static final Logger LOG = QuietLog.of("org.cognito4j");
    private static final List<Part> PARTS =
            List.of(LibertyMechanisms::forgetByModule, LibertyMechanisms::forgetByName, LibertyAuthCache::forget);

    private final Set<ClassLoader> loaders = new LinkedHashSet<>();

    /** A class of the server, which may know where the memory is. */
    void found(Class<?> ofServer) {
        loaders.add(ofServer.getClassLoader());
    }

    boolean isThere() {
        return !loaders.isEmpty();
    }

    /** Ends what the server remembers of an application. */
    void forget(ClassLoader application) {
        PARTS.forEach(part -> forget(part, application));
    }

    private void forget(Part part, ClassLoader application) {
        for (ClassLoader loader : loaders) {
            try {
                part.forget(loader, application);
                return;
            } catch (ReflectiveOperationException | RuntimeException e) {
                LOG.log(Level.DEBUG, "Open Liberty may keep this application: {0}", e.toString());
            }
        }
    }

    /** One of the server's memories, found by the class loader of one of its bundles. */
    @FunctionalInterface
    private interface Part {

        void forget(ClassLoader server, ClassLoader application) throws ReflectiveOperationException;
    }
}
