package org.cognito4j.server.jetty;

import jakarta.servlet.ServletContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * Opens the Jetty packages that an {@code Authenticator} is made of to the web application.
 *
 * <p>Jetty hides all its classes from applications. Everything here goes by method name: no Jetty class can be linked
 * until this has run.
 */
final class HiddenPackages {

    private static final String[] NEEDED = {
        "org.eclipse.jetty.security.",
        "org.eclipse.jetty.server.",
        "org.eclipse.jetty.util.",
        "org.eclipse.jetty.http.",
        "org.eclipse.jetty.io.",
    };

    private HiddenPackages() {}

    static void open(ServletContext context) throws ReflectiveOperationException {
        Object contextHandler = call(context, "getContextHandler");
        if (!hidesClasses(contextHandler)) {
            return;
        }
        Object hiddenClasses = call(contextHandler, "getHiddenClassMatcher");
        Method exclude = hiddenClasses.getClass().getMethod("exclude", String[].class);
        exclude.invoke(hiddenClasses, (Object) NEEDED);
    }

    /** A plain {@code ServletContextHandler} shares the server's class path, only a {@code WebAppContext} hides. */
    private static boolean hidesClasses(Object contextHandler) {
        for (Class<?> type = contextHandler.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getSimpleName().equals("WebAppContext")) {
                return true;
            }
        }
        return false;
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        Object answer = target.getClass().getMethod(method).invoke(target);
        if (answer == null) {
            throw new InvocationTargetException(null, method + " answered nothing");
        }
        return answer;
    }
}
