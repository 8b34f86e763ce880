package org.cognito4j.server.liberty;

import static org.cognito4j.server.liberty.PrivateField.read;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.security.auth.Subject;

/**
 * Open Liberty's cache of authentications, which holds each caller, and so the class of the caller's principal, for ten
 * minutes. It is a service of OSGi, whose classes no application sees.
 */
final class LibertyAuthCache {

    private static final String SERVICE = "com.ibm.ws.security.authentication.cache.AuthCacheService";
    private static final String OSGI = "org.osgi.framework.";

    /** The generations that an entry passes through. */
    private static final List<String> TABLES = List.of("primaryTable", "secondaryTable", "tertiaryTable");

    private LibertyAuthCache() {}

    /** Ends what is cached of callers whose principal is a class of the application. */
    static void forget(ClassLoader server, ClassLoader application) throws ReflectiveOperationException {
        Osgi osgi = new Osgi(server.getClass().getClassLoader());
        Object bundle = osgi.call("BundleReference", server, "getBundle");
        Object context = osgi.call("Bundle", bundle, "getBundleContext");
        Class<?> reference = osgi.type("ServiceReference");
        Object found = osgi.type("BundleContext")
                .getMethod("getServiceReference", String.class)
                .invoke(context, SERVICE);
        Object service =
                osgi.type("BundleContext").getMethod("getService", reference).invoke(context, found);
        try {
            forgetIn(read(service, "cache"), application);
        } finally {
            osgi.type("BundleContext").getMethod("ungetService", reference).invoke(context, found);
        }
    }

    private static void forgetIn(Object cache, ClassLoader application) throws ReflectiveOperationException {
        synchronized (cache) { // as it does itself while entries pass from one table to the next
            for (String table : TABLES) {
                Map<?, ?> entries = (Map<?, ?>) read(cache, table);
                for (Object entry : Set.copyOf(entries.values())) {
                    if (isOf(application, entry)) {
                        entries.values().remove(entry);
                    }
                }
            }
        }
    }

    private static boolean isOf(ClassLoader application, Object entry) throws ReflectiveOperationException {
        Object cached = read(entry, "value");
        if (cached == null) {
            return false; // Liberty keeps entries with nothing in them, too
        }
        Subject subject = (Subject) cached.getClass().getMethod("getSubject").invoke(cached);
        Set<Principal> principals = subject.getPrincipals();
        synchronized (principals) {
            return principals.stream()
                    .anyMatch(principal -> principal.getClass().getClassLoader() == application);
        }
    }

    private record Osgi(ClassLoader framework) {

        Class<?> type(String name) throws ClassNotFoundException {
            return Class.forName(OSGI + name, true, framework);
        }

        Object call(String type, Object owner, String method) throws ReflectiveOperationException {
            return type(type).getMethod(method).invoke(owner);
        }
    }
}
