package org.cognito4j.jakarta.rest;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The path of a sub-resource locator, a template of Jakarta RESTful Web Services 3.1 section 3.4.
 *
 * @param literal what it is without variables; without meaning if it has some
 * @param pattern what it matches
 * @param hasVariables whether it has any
 */
record LocatorPath(String literal, Pattern pattern, boolean hasVariables) {

    private static final Pattern ANYTHING = Pattern.compile("(?s).*");
    private static final Pattern BACK_REFERENCE = Pattern.compile("\\\\[1-9k]");

    static LocatorPath of(String template) {
        String path = trimmed(template);
        if (path.indexOf('{') < 0) {
            return new LocatorPath(path, Pattern.compile(Pattern.quote(path)), false);
        }
        try {
            return new LocatorPath(path, Pattern.compile(regex(path)), true);
        } catch (PatternSyntaxException | StringIndexOutOfBoundsException e) {
            return new LocatorPath(path, ANYTHING, true);
        }
    }

    /** The path without slashes at its ends, which count for nothing. */
    static String trimmed(String path) {
        int start = path.startsWith("/") ? 1 : 0;
        int end = path.length() > start && path.endsWith("/") ? path.length() - 1 : path.length();
        return path.substring(start, end);
    }

    boolean matches(String path) {
        return pattern.matcher(path).matches();
    }

    private static String regex(String template) {
        StringBuilder regex = new StringBuilder();
        int next = 0;
        while (next < template.length()) {
            int open = template.indexOf('{', next);
            int end = open < 0 ? template.length() : open;
            regex.append(Pattern.quote(template.substring(next, end)));
            next = end;
            if (open >= 0) {
                next = closing(template, open) + 1;
                regex.append("(?:")
                        .append(variable(template.substring(open + 1, next - 1)))
                        .append(')');
            }
        }
        return regex.toString();
    }

    private static String variable(String text) {
        int colon = text.indexOf(':');
        String own = colon < 0 ? "[^/]+" : text.substring(colon + 1).trim();
        return BACK_REFERENCE.matcher(own).find() ? ANYTHING.pattern() : own;
    }

    /** Where a variable ends, whose expression may have braces itself. */
    private static int closing(String template, int open) {
        int depth = 0;
        int at = open;
        do {
            char character = template.charAt(at++);
            depth += character == '{' ? 1 : character == '}' ? -1 : 0;
        } while (depth > 0);
        return at - 1;
    }
}
