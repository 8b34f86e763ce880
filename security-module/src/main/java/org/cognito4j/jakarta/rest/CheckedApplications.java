package org.cognito4j.jakarta.rest;

import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the applications whose JAX-RS implementation has used this module: it has asked for the checks of at least one
 * resource method. {@link UncheckedResourceFilter} closes the resources of the others.
 */
final class CheckedApplications {

    private static final String ATTRIBUTE = CheckedApplications.class.getName();

    /** Stands for an application where the implementation does not name it. */
    private static final Set<ClassLoader> LOADERS =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** Of implementations that have asked for checks. */
    private static final Set<ClassLoader> IMPLEMENTATIONS =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** Those that use this class: with one, which has the jar in its own libraries, all checks are its own. */
    private static final Set<ServletContext> USERS =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** Those that were alone when checks were made. */
    private static final Set<ServletContext> CHECKED_ALONE =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** Whether checks were made before any application was noted. Guarded by the users. */
    private static boolean hasEarlyChecks;

    private CheckedApplications() {}

    /** Notes an application that starts. */
    static void use(ServletContext application) {
        synchronized (USERS) {
            if (USERS.isEmpty() && hasEarlyChecks) {
                CHECKED_ALONE.add(application);
            }
            hasEarlyChecks = false;
            USERS.add(application);
        }
    }

    /**
     * Notes that checks were made for a resource.
     *
     * @param application as the implementation injects it, if it does
     * @param implementation a class of the implementation
     */
    static void add(@Nullable ServletContext application, Class<?> resource, Class<?> implementation) {
        addOnlyUser();
        addTo(IMPLEMENTATIONS, implementation.getClassLoader());
        if (!isNoted(application)) {
            addLoader(resource.getClassLoader());
            addCurrent();
        }
    }

    /**
     * Notes the application that the current thread starts.
     *
     * @param implementation a class of the implementation
     */
    static void addCurrent(Class<?> implementation) {
        addOnlyUser();
        addTo(IMPLEMENTATIONS, implementation.getClassLoader());
        addCurrent();
    }

    /** What was checked for an application that has ended says nothing about the next one. */
    private static void addOnlyUser() {
        synchronized (USERS) {
            if (USERS.size() == 1) {
                CHECKED_ALONE.add(USERS.iterator().next());
            } else {
                hasEarlyChecks = USERS.isEmpty();
            }
        }
    }

    private static void addCurrent() {
        addLoader(Thread.currentThread().getContextClassLoader());
    }

    /** Returns whether checks were made for an application. */
    static boolean contain(ServletContext application) {
        return application.getAttribute(ATTRIBUTE) != null
                || LOADERS.contains(application.getClassLoader())
                || LOADERS.contains(Thread.currentThread().getContextClassLoader())
                || CHECKED_ALONE.contains(application);
    }

    /** Returns whether an implementation has asked for checks that is in the same libraries as a class. */
    static boolean containImplementationBeside(Class<?> type) {
        return IMPLEMENTATIONS.contains(type.getClassLoader());
    }

    /** Some implementations inject a proxy, which knows its application during a request alone. */
    private static boolean isNoted(@Nullable ServletContext application) {
        if (application == null) {
            return false;
        }
        try {
            application.setAttribute(ATTRIBUTE, Boolean.TRUE);
            return application.getAttribute(ATTRIBUTE) != null;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static void addLoader(@Nullable ClassLoader loader) {
        addTo(LOADERS, loader);
    }

    private static void addTo(Set<ClassLoader> loaders, @Nullable ClassLoader loader) {
        if (loader != null) {
            loaders.add(loader);
        }
    }
}
