package org.cognito4j.jakarta.constraint;

/** A {@code url-pattern} and which paths it matches (Jakarta Servlet 6.0 section 12.2). */
public record UrlPattern(String text) {

    /** A path that a pattern does not match. */
    public static final int NONE = -1;

    private static final int EXACT = Integer.MAX_VALUE;

    /** Returns whether this is {@code /}, the pattern of the default servlet. */
    boolean isDefault() {
        return text.equals("/");
    }

    /**
     * How well the pattern fits a path: exactly, then the longest prefix, then the extension, then by default.
     *
     * @param path servlet path and path info
     * @return the greater the better, or {@link #NONE}
     */
    public int fit(String path) {
        if (text.isEmpty()) {
            return path.equals("/") ? EXACT : NONE; // the root of the application alone
        }
        if (text.equals("/")) {
            return 0;
        }
        if (text.startsWith("/") && text.endsWith("/*")) {
            int prefix = text.length() - 2;
            boolean isBelow =
                    path.regionMatches(0, text, 0, prefix) && (path.length() == prefix || path.charAt(prefix) == '/');
            return isBelow ? 2 + prefix : NONE;
        }
        if (text.startsWith("*.")) {
            String last = path.substring(path.lastIndexOf('/') + 1);
            int dot = last.lastIndexOf('.');
            return dot >= 0 && last.substring(dot + 1).equals(text.substring(2)) ? 1 : NONE;
        }
        return path.equals(text) ? EXACT : NONE;
    }
}
