package org.cognito4j.jakarta.metadata;

import org.cognito4j.jakarta.constraint.UrlPattern;

/** What a URL pattern has to do with a path below the application. */
final class PatternPath {

    private PatternPath() {}

    /** Returns the path below which all requests of a pattern are; empty for all of the application. */
    static String rootOf(String pattern) {
        if (pattern.startsWith("*.") || pattern.equals("/")) {
            return "";
        }
        return pattern.endsWith("/*") ? pattern.substring(0, pattern.length() - 2) : pattern;
    }

    /** Returns whether requests of a pattern can be below a path, although the pattern does not begin with it. */
    static boolean covers(String pattern, String path) {
        return pattern.startsWith("*.") || new UrlPattern(pattern).fit(path) != UrlPattern.NONE;
    }
}
