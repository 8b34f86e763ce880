package org.cognito4j.jakarta.audit;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.cognito4j.jakarta.application.ScannedClasses;
import org.cognito4j.jakarta.platform.ApplicationLoader;
import org.jspecify.annotations.Nullable;

/** The URL patterns of an application's servlets, by the class or the name of the servlet. */
final class ServletPatterns {

    private ServletPatterns() {}

    static Map<String, Set<String>> of(ServletContext application) {
        Map<String, Set<String>> servlets = new LinkedHashMap<>();
        for (ServletRegistration servlet : application.getServletRegistrations().values()) {
            String type = servlet.getClassName() == null ? servlet.getName() : servlet.getClassName();
            if (isOfApplication(servlet.getClassName(), application) || RestPaths.isRest(type, NO_CLASSES)) {
                servlets.computeIfAbsent(type, name -> new LinkedHashSet<>()).addAll(servlet.getMappings());
            }
        }
        return servlets;
    }

    private static final ScannedClasses NO_CLASSES = new ScannedClasses(Map.of());

    /** The servlets that every application has of its server are no resources of their own. */
    private static boolean isOfApplication(@Nullable String className, ServletContext application) {
        if (className == null) {
            return true; // a page, or an instance
        }
        try {
            Class<?> type = Class.forName(className, false, ApplicationLoader.of(application));
            return type.getClassLoader() != Servlet.class.getClassLoader()
                    && type.getClassLoader() != application.getClass().getClassLoader();
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
