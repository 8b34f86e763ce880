package org.cognito4j.jakarta;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * The paths on which the module speaks where the container authenticates; elsewhere another mechanism may. Immutable and
 * thread-safe.
 *
 * @param patterns {@code /*}, prefixes like {@code /api/*}, which hold {@code /api} too, and exact paths
 */
public record ProtectedPaths(List<String> patterns) {

    private static final String EVERYWHERE = "/*";

    public ProtectedPaths {
        patterns = List.copyOf(patterns);
    }

    /** Whether paths distinguish nothing. */
    boolean areAll() {
        return patterns.contains(EVERYWHERE);
    }

    /**
     * Whether the module speaks for a request. Goes by what the container has made of the path, decoded and without
     * parameters and dots: the same by which it finds the constraints and the servlet.
     */
    public boolean include(HttpServletRequest request) {
        return areAll() || include(text(request.getServletPath()) + text(request.getPathInfo()));
    }

    /** Returns whether a path, in the form that containers make of it, is one of these. */
    public boolean include(String path) {
        return patterns.stream().anyMatch(pattern -> matches(pattern, path));
    }

    private static boolean matches(String pattern, String path) {
        if (!pattern.endsWith("/*")) {
            return path.equals(pattern);
        }
        String prefix = pattern.substring(0, pattern.length() - 2);
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }

    private static String text(String part) {
        return part == null ? "" : part;
    }
}
