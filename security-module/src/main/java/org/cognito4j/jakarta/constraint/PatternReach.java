package org.cognito4j.jakarta.constraint;

/**
 * The paths that a {@code url-pattern} reaches, compared with those of another.
 *
 * @param text the pattern, in the shape of Jakarta Servlet 6.0 section 12.2
 */
public record PatternReach(String text) {

    /** Returns whether each path that the other pattern matches is matched by this one. */
    public boolean covers(String other) {
        if (text.equals("/*") || text.equals(other)) {
            return true;
        }
        if (isPrefix(text)) {
            return isPrefix(other)
                    ? isBelow(prefix(other), prefix(text))
                    : other.startsWith("/") && isBelow(other, prefix(text));
        }
        return isExtension(text) && other.startsWith("/") && !isPrefix(other) && other.endsWith(text.substring(1));
    }

    /** Returns whether there can be a path that both patterns match. */
    public boolean meets(String other) {
        if (covers(other) || new PatternReach(other).covers(text)) {
            return true;
        }
        return isPrefix(text) && isExtension(other) || isExtension(text) && isPrefix(other);
    }

    /** Returns whether this is the pattern of one path. */
    boolean isExact() {
        return text.length() > 1 && text.startsWith("/") && !isPrefix(text);
    }

    private static boolean isBelow(String path, String prefix) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }

    private static boolean isPrefix(String pattern) {
        return pattern.startsWith("/") && pattern.endsWith("/*");
    }

    private static String prefix(String pattern) {
        return pattern.substring(0, pattern.length() - 2);
    }

    private static boolean isExtension(String pattern) {
        return pattern.startsWith("*.");
    }
}
