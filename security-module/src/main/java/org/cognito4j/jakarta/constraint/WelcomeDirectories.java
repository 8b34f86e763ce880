package org.cognito4j.jakarta.constraint;

import jakarta.servlet.ServletContext;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The directories for which a server shows a welcome file: a pattern of the file alone does not cover them. */
public final class WelcomeDirectories {

    /** The pattern of the context root alone. */
    public static final String ROOT = "";

    private WelcomeDirectories() {}

    /**
     * Returns the directories that stand for exact paths of welcome files: whoever protects {@code /a/index.html} means {@code
     * /a/} as well.
     */
    public static Set<String> of(Collection<String> patterns, ServletContext application) {
        Set<String> directories = new LinkedHashSet<>();
        Set<String> files = WelcomeFiles.in(application);
        for (String pattern : patterns) {
            files.forEach(file -> directoryAbove(pattern, file).ifPresent(directories::add));
            int slash = pattern.lastIndexOf('/');
            if (new PatternReach(pattern).isExact() && files.contains(pattern.substring(slash + 1))) {
                directories.add(slash == 0 ? ROOT : pattern.substring(0, slash + 1));
            }
        }
        directories.removeAll(patterns);
        directories.removeIf(
                directory -> patterns.stream().anyMatch(pattern -> new PatternReach(pattern).covers(directory)));
        return directories;
    }

    /** A welcome file may name a path below a directory: {@code orders/1} leads from {@code /} to what a pattern covers. */
    private static Optional<String> directoryAbove(String pattern, String file) {
        int slash = file.lastIndexOf('/');
        if (slash <= 0 || !pattern.endsWith("/*")) {
            return Optional.empty();
        }
        for (int end = slash; end > 0; end = file.lastIndexOf('/', end - 1)) {
            String suffix = "/" + file.substring(0, end) + "/*";
            if (pattern.endsWith(suffix)) {
                String above = pattern.substring(0, pattern.length() - suffix.length());
                return Optional.of(above.isEmpty() ? ROOT : above + "/");
            }
        }
        return Optional.empty();
    }

    /** Returns whether a pattern may be that of the root's welcome file, for which the root is a pattern, too. */
    public static boolean mayIncludeRoot(Collection<String> patterns) {
        return patterns.stream()
                .anyMatch(pattern -> new PatternReach(pattern).isExact() && pattern.lastIndexOf('/') == 0);
    }
}
