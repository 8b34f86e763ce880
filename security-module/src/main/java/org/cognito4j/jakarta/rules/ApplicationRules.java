package org.cognito4j.jakarta.rules;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.jakarta.BearerFilter;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.constraint.WelcomeDirectories;
import org.cognito4j.jakarta.guard.FailedStart;
import org.cognito4j.jakarta.platform.ServerKind;
import org.cognito4j.jakarta.rules.RegisteredParts.Part;
import org.cognito4j.net.QuietLog;
import org.jspecify.annotations.Nullable;

/**
 * Checks the rules by which an application is protected, when it starts: that each filter of this module runs, and that each
 * mapping, constraint and path matches something. A rule without effect ends the deployment, a doubtful one is logged.
 */
public final class ApplicationRules {

    private static final Logger LOG = QuietLog.of("org.cognito4j");
    private static final String ATTRIBUTE = ApplicationRules.class.getName();

    private final ServletContext application;
    private final Collection<Class<?>> subclasses;
    private final RegisteredParts parts;
    private boolean finished;
    private @Nullable InvalidSettings failure;

    /**
     * Prepares the checks.
     *
     * @param subclasses the classes of the application that extend {@code CognitoFilter}, as the container found them
     */
    public ApplicationRules(ServletContext application, Collection<Class<?>> subclasses) {
        this.application = application;
        this.subclasses = List.copyOf(subclasses);
        this.parts = new RegisteredParts(application);
        application.setAttribute(ATTRIBUTE, this);
    }

    /** Returns whether the initializer of this module, or one of its filters, has been started in an application. */
    public static boolean areIn(ServletContext application) {
        return application.getAttribute(ATTRIBUTE) instanceof ApplicationRules;
    }

    /**
     * Checks an application once more when the first filter of this module is started: by then everything is registered, and
     * all containers list it. Where no initializer of this module was run, this is the only check.
     *
     * @throws InvalidSettings with every rule that has no effect
     */
    public static void finishIn(ServletContext application) {
        ApplicationRules rules = application.getAttribute(ATTRIBUTE) instanceof ApplicationRules known
                ? known
                : new ApplicationRules(application, List.of());
        rules.finish();
    }

    /** Filters of an application are started one after the other. */
    private void finish() {
        if (failure != null) {
            throw failure; // a server that goes on after the first time does not start this filter either
        }
        if (finished) {
            return;
        }
        try {
            check();
            finished = true;
        } catch (InvalidSettings faults) {
            failure = faults;
            FailedStart.noteIn(application);
            throw faults;
        }
    }

    private void check() {
        note();
        DeploymentDescriptors descriptors = DeploymentDescriptors.of(application);
        requireFilters(descriptors, true);
        FilterRules rules = new FilterRules(parts, descriptors);
        requireWork(rules);
        warn(new IgnoredFilters(application, parts, descriptors, subclasses).warnings());
        warn(rules.warnings());
        warn(new FilterOrder(application, parts, descriptors, rules).warnings());
        ContainerPages pages = new ContainerPages(application, parts, rules);
        warn(pages.errorPageWarnings(
                descriptors.inForce().stream().flatMap(descriptor -> descriptor.errorPages().stream())));
        warn(pages.welcomeWarnings());
        CognitoService service = CognitoService.in(application);
        if (service != null && parts.areAll()) {
            warn(new ConstraintRules(application, parts)
                    .warnings(service.paths(), service.requiredTokenPaths().paths()));
        }
    }

    /** Once everything is registered, each filter needs a path at which the application has something. */
    private void requireWork(FilterRules rules) {
        if (parts.areAll()) {
            OccupiedPaths occupied = new OccupiedPaths(application, parts);
            List<SettingFault> faults = rules.idle(occupied);
            if (!faults.isEmpty()) {
                throw new InvalidSettings(faults);
            }
            warn(rules.idlePatterns(occupied));
        }
    }

    /**
     * Lets each declared filter of this module run for the directories of the welcome files that it protects. Only an
     * initializer may do so.
     */
    public void addDirectories() {
        FilterRules rules = new FilterRules(parts, DeploymentDescriptors.of(application));
        for (Part filter : parts.ownFilters()) {
            Set<String> directories = WelcomeDirectories.of(rules.patterns(filter), application);
            FilterRegistration registration = application.getFilterRegistration(filter.name());
            if (!directories.isEmpty() && registration != null) {
                registration.addMappingForUrlPatterns(
                        EnumSet.of(DispatcherType.REQUEST), true, directories.toArray(String[]::new));
            }
        }
    }

    /**
     * Checks the constraints of an application in which the module has been started.
     *
     * @throws InvalidSettings with every constraint that protects nothing
     */
    public void requireConstraints() {
        if (CognitoService.in(application) != null) {
            List<SettingFault> faults =
                    new ConstraintRules(application, parts).faults(DeploymentDescriptors.of(application));
            if (!faults.isEmpty()) {
                throw new InvalidSettings(faults);
            }
        }
    }

    /** Adds the filters and servlets that are registered now. */
    public void note() {
        parts.note();
    }

    /**
     * Checks the filters of this module.
     *
     * @throws InvalidSettings with every filter that protects nothing
     */
    public void requireFilters() {
        requireFilters(DeploymentDescriptors.of(application), !ServerKind.isJetty(application));
    }

    /** Returns whether the application has a filter of this module, be it listed, or declared where the container lists none. */
    public boolean haveFilters() {
        if (!parts.ownFilters().isEmpty()) {
            return true;
        }
        DeploymentDescriptors descriptors = DeploymentDescriptors.of(application);
        boolean isDescribed = descriptors.inForce().stream()
                .flatMap(descriptor -> descriptor.filters().values().stream())
                .anyMatch(parts::isOwn);
        return isDescribed
                || (!descriptors.areComplete()
                        && new AnnotatedFilters(application, parts)
                                .inClasses().stream().anyMatch(BearerFilter::isOne));
    }

    /** Jetty lists mappings that an embedding program adds when filters are started, and not before. */
    private void requireFilters(DeploymentDescriptors descriptors, boolean areMappingsKnown) {
        List<SettingFault> faults =
                new ArrayList<>(new IgnoredFilters(application, parts, descriptors, subclasses).faults());
        faults.addAll(new FilterRules(parts, descriptors).faults(areMappingsKnown));
        if (!faults.isEmpty()) {
            throw new InvalidSettings(faults);
        }
    }

    private static void warn(List<SettingFault> warnings) {
        warnings.forEach(warning -> LOG.log(Level.WARNING, warning.toString()));
    }
}
