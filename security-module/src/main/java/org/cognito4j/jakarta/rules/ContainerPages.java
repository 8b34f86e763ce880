package org.cognito4j.jakarta.rules;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.cognito4j.SettingFault;
import org.cognito4j.jakarta.constraint.ConstraintRule;
import org.cognito4j.jakarta.constraint.PatternReach;
import org.cognito4j.jakarta.constraint.WebConstraints;
import org.cognito4j.jakarta.constraint.WelcomeDirectories;
import org.cognito4j.jakarta.platform.ServerKind;
import org.cognito4j.jakarta.rules.RegisteredParts.Part;

/**
 * The pages that a container shows on its own: bodies of errors, and the welcome file of a directory. Neither is requested
 * under its path, so that a rule on the path alone may not be asked.
 */
public final class ContainerPages {

    private static final String FILTERED_ERROR_PAGES = ContainerPages.class.getName() + ".error-pages";
    private static final String FILTERED_WELCOME_PAGES = ContainerPages.class.getName() + ".welcome-pages";
    private static final List<String> EVERYWHERE = List.of("/*", "/");

    private final ServletContext application;
    private final RegisteredParts parts;
    private final FilterRules rules;

    ContainerPages(ServletContext application, RegisteredParts parts, FilterRules rules) {
        this.application = application;
        this.parts = parts;
        this.rules = rules;
    }

    /** Notes that filters of the module are asked about error pages, whatever dispatcher types they are mapped to. */
    public static void noteFilteredErrorPagesIn(ServletContext application) {
        application.setAttribute(FILTERED_ERROR_PAGES, Boolean.TRUE);
    }

    /** Notes that filters of the module are asked for the directories of the welcome pages that they protect. */
    public static void noteFilteredWelcomePagesIn(ServletContext application) {
        application.setAttribute(FILTERED_WELCOME_PAGES, Boolean.TRUE);
    }

    /**
     * Returns a warning for each error page in a protected part of the application that is shown to everybody.
     *
     * @param locations where error pages are
     */
    List<SettingFault> errorPageWarnings(Stream<String> locations) {
        List<SettingFault> warnings = new ArrayList<>();
        locations
                .map(location -> location.replaceFirst("[?#].*", ""))
                .distinct()
                .forEach(location -> {
                    parts.ownFilters().stream()
                            .filter(filter -> isWithin(rules.patterns(filter), location)
                                    && rules.mappings(filter).stream()
                                            .noneMatch(mapping -> mapping.includes(DispatcherType.ERROR))
                                    && !rules.mappings(filter).isEmpty())
                            .forEach(filter -> warnings.add(errorPage(location, filter)));
                    boolean isConstrained = WebConstraints.of(application).all().stream()
                            .filter(constraint -> constraint.rule().kind() != ConstraintRule.Kind.EVERYBODY)
                            .anyMatch(constraint ->
                                    isWithin(List.of(constraint.pattern().text()), location));
                    if (isConstrained) {
                        warnings.add(new SettingFault(
                                "error page " + location,
                                "is shown to every caller, as containers ask no constraint for error pages",
                                "Show nothing on it that is protected"));
                    }
                });
        return warnings;
    }

    private SettingFault errorPage(String location, Part filter) {
        return application.getAttribute(FILTERED_ERROR_PAGES) != null
                ? new SettingFault(
                        "error page " + location,
                        "is shown only to callers that " + filter.title()
                                + " lets pass; others get the error without it",
                        "Move a page for all callers to a path that no filter protects")
                : new SettingFault(
                        "error page " + location,
                        "is shown to every caller, as " + filter.title()
                                + " is not mapped to the dispatcher type ERROR",
                        "Add <dispatcher>ERROR</dispatcher> to the mapping, or move a page for all callers elsewhere");
    }

    /** Returns a warning for each filter that Jetty does not ask for the directory of a welcome file. */
    List<SettingFault> welcomeWarnings() {
        if (!ServerKind.isJetty(application) || application.getAttribute(FILTERED_WELCOME_PAGES) != null) {
            return List.of();
        }
        List<SettingFault> warnings = new ArrayList<>();
        parts.ownFilters()
                .forEach(filter -> WelcomeDirectories.of(rules.patterns(filter), application)
                        .forEach(directory -> warnings.add(new SettingFault(
                                filter.title(),
                                "does not run for " + directory + ", for which Jetty shows a file that it protects",
                                "Map it to " + directory + ", too"))));
        return warnings;
    }

    private static boolean isWithin(Collection<String> patterns, String location) {
        return patterns.stream()
                .filter(pattern -> !EVERYWHERE.contains(pattern))
                .anyMatch(pattern -> new PatternReach(pattern).covers(location));
    }
}
