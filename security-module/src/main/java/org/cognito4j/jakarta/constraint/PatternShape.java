package org.cognito4j.jakarta.constraint;

import java.util.Optional;
import org.cognito4j.SettingFault;

/**
 * The shape of a {@code url-pattern} (Jakarta Servlet 6.0 section 12.2). A pattern of another shape is an exact path to
 * containers, or no pattern at all, and then protects less than its author believes.
 */
public final class PatternShape {

    /** Characters that no path has once the container has decoded it and removed parameters and the query. */
    private static final String NEVER_IN_PATHS = "?#;\\";

    private PatternShape() {}

    /**
     * Returns the fault of a pattern to which a filter is mapped.
     *
     * @param subject the filter, for the message
     */
    public static Optional<SettingFault> ofFilter(String subject, String pattern) {
        if (pattern.equals("/") || pattern.isEmpty()) {
            return Optional.of(fault(
                    subject, pattern, "is the root page alone to some servers", "Map the filter to /* for all paths"));
        }
        return of(subject, pattern);
    }

    /**
     * Returns the fault of any pattern.
     *
     * @param subject the owner of the pattern, for the message
     */
    public static Optional<SettingFault> of(String subject, String pattern) {
        if (pattern.isEmpty() || pattern.equals("/")) {
            return Optional.empty();
        }
        if (pattern.startsWith("*.")) {
            boolean isExtension = pattern.length() > 2 && !pattern.substring(2).matches(".*[./*].*");
            return isExtension
                    ? Optional.empty()
                    : Optional.of(fault(
                            subject,
                            pattern,
                            "matches no path, as an extension is the text behind the last dot",
                            "Write a pattern like *.json, or a prefix like /orders/*"));
        }
        if (!pattern.startsWith("/")) {
            return Optional.of(fault(
                    subject,
                    pattern,
                    "matches no path, as it begins neither with / nor with *.",
                    "Write /" + pattern.replaceFirst("^\\*+/?", "")));
        }
        return ofPath(subject, pattern);
    }

    private static Optional<SettingFault> ofPath(String subject, String pattern) {
        String path = pattern.endsWith("/*") ? pattern.substring(0, pattern.length() - 2) : pattern;
        if (path.contains("*")) {
            String prefix = path.substring(0, path.indexOf('*')).replaceFirst("/+$", "");
            return Optional.of(fault(
                    subject,
                    pattern,
                    "matches only a path with a literal *, as * is a wildcard in a final /* alone",
                    "Write " + prefix + "/*"));
        }
        boolean isNeverNormal = path.contains("//") || (path + "/").contains("/./") || (path + "/").contains("/../");
        boolean hasForeign = path.chars().anyMatch(character -> NEVER_IN_PATHS.indexOf(character) >= 0);
        return isNeverNormal || hasForeign
                ? Optional.of(fault(
                        subject,
                        pattern,
                        "matches no path, as containers compare decoded paths without parameters, query and dots",
                        "Write the path as the servlet sees it"))
                : Optional.empty();
    }

    private static SettingFault fault(String subject, String pattern, String problem, String remedy) {
        return new SettingFault(subject, "the url-pattern \"" + pattern + "\" " + problem, remedy);
    }
}
