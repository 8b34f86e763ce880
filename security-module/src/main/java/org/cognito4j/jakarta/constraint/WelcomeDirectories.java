package org.cognito4j.jakarta.constraint;

import jakarta.servlet.ServletContext;
import java.util.Collection;
import java.util.LinkedHashSet;
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

    /** Returns whether a pattern may be that of the root's welcome file, for which the root is a pattern, too. */
    public static boolean mayIncludeRoot(Collection<String> patterns) {
        return patterns.stream()
                .anyMatch(pattern -> new PatternReach(pattern).isExact() && pattern.lastIndexOf('/') == 0);
    }
}
