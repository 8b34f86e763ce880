package org.cognito4j.jakarta.rest;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.decision.RefusalCode;
import org.cognito4j.jakarta.guard.FirstInChain;
import org.cognito4j.jakarta.platform.ClassPresence;
import org.cognito4j.jakarta.platform.ServerKind;
import org.cognito4j.net.QuietLog;

/**
 * Refuses requests for the JAX-RS resources of an application whose JAX-RS implementation does not use this module: annotations
 * of the resources would be without effect. Concerns applications alone whose resources have such annotations, or that set
 * {@code cognito.unannotated=deny}.
 *
 * <p>An implementation asks for the checks when its servlet is started. So the servlets are started with the application.
 * Where the container does not allow it, or where resources are reached by locators alone, for which RESTEasy asks when a request
 * comes, the answer to the first request is thrown away.
 */
public final class UncheckedResourceFilter implements Filter {

    private static final Logger LOG = QuietLog.of("org.cognito4j");
    private static final String STARTED = UncheckedResourceFilter.class.getName() + ".started";
    private static final String RESTRICTED = UncheckedResourceFilter.class.getName() + ".restricted";
    private static final int WITH_THE_APPLICATION = Integer.MAX_VALUE;

    private final AtomicBoolean isLogged = new AtomicBoolean();
    private final Map<String, Boolean> callsResources = new ConcurrentHashMap<>();
    private final Set<String> started = ConcurrentHashMap.newKeySet();
    /** Whether all implementations have asked for checks. */
    private volatile boolean isChecked;

    private boolean haveFilter;
    private boolean isAskedAtStart = true;
    private Map<String, Class<?>> ownServlets = Map.of();
    private Map<String, Class<?>> ownFilters = Map.of();
    private Optional<String> reason = Optional.empty();

    /** Registers the filter in an application that is starting. */
    public static void addTo(ServletContext application) {
        CheckedApplications.use(application);
        UncheckedResourceFilter filter = new UncheckedResourceFilter();
        FirstInChain.add(application, filter, EnumSet.allOf(DispatcherType.class));
        if (ClassPresence.of("jakarta.ws.rs.Path")) {
            Set<String> servlets = new RestParts(application).servletNames();
            servlets.forEach(servlet -> NamedDispatchFilter.addTo(application, servlet, filter::pass));
            ReachedResources.addTo(application, servlets);
        }
        startServlets(application);
    }

    /** Makes the container start the servlets of JAX-RS with the application, if it has resources with annotations. */
    private static void startServlets(ServletContext application) {
        RestParts parts = new RestParts(application);
        List<ServletRegistration> servlets = parts.servlets();
        if (servlets.isEmpty()
                || ServerKind.isOpenLiberty(application)
                || restrictedResource(application).isEmpty()) {
            return;
        }
        Set<String> started = ConcurrentHashMap.newKeySet();
        for (ServletRegistration servlet : servlets) {
            if (servlet instanceof ServletRegistration.Dynamic changeable) {
                changeable.setLoadOnStartup(WITH_THE_APPLICATION);
                started.add(servlet.getName());
            }
        }
        application.setAttribute(STARTED, started);
    }

    /** Looks for one in all classes, once. */
    private static Optional<String> restrictedResource(ServletContext application) {
        if (!(application.getAttribute(RESTRICTED) instanceof String)) {
            application.setAttribute(
                    RESTRICTED, new RestParts(application).restrictedResource().orElse(""));
        }
        return Optional.of((String) application.getAttribute(RESTRICTED)).filter(type -> !type.isEmpty());
    }

    /** Returns why the resources of an application need checks, if they do. */
    private static Optional<String> reason(ServletContext application) {
        CognitoService service = CognitoService.in(application);
        if (service == null) {
            return Optional.empty();
        }
        return service.deniesUnannotated()
                ? Optional.of("cognito.unannotated=deny")
                : restrictedResource(application).map(type -> "the annotations of " + type);
    }

    @Override
    public void init(FilterConfig config) {
        ServletContext application = config.getServletContext();
        RestParts parts = new RestParts(application);
        haveFilter = parts.haveFilter();
        if (haveFilter || !parts.servlets().isEmpty()) {
            reason = reason(application);
            ownServlets = parts.servletsOfOwnImplementations();
            ownFilters = parts.filtersOfOwnImplementations();
        }
        if (reason.isPresent()) {
            RestFilterOrder.warnings(application).forEach(warning -> LOG.log(Level.WARNING, warning.toString()));
        }
        isAskedAtStart = reason.isEmpty() || parts.haveResourceMethods();
        if (isAskedAtStart && application.getAttribute(STARTED) instanceof Set<?> names) {
            names.forEach(name -> started.add((String) name));
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse answer) {
            pass(servletOf(http), request, answer, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Passes a request on to a servlet, unless that one calls resources without checks. */
    private void pass(String servlet, ServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ServletContext application = request.getServletContext();
        if (reason.isEmpty() || isChecked || !haveFilter && !callsResources(servlet, application)) {
            chain.doFilter(request, response);
        } else if (isChecked(servlet, application)) {
            chain.doFilter(request, response);
        } else if ((haveFilter && isAskedAtStart) || started.contains(servlet)) {
            refuse(servlet, request, response);
        } else {
            passWithheld(servlet, request, response, chain);
        }
    }

    private void passWithheld(String servlet, ServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ServletContext application = request.getServletContext();
        WithheldResponse withheld = new WithheldResponse(
                response, () -> isChecked(servlet, application) || !mayHaveReachedResources(request));
        try {
            chain.doFilter(request, withheld);
        } finally {
            withheld.finish();
            if (mayHaveReachedResources(request)) { // another filter may have answered
                started.add(servlet);
                if (!isChecked(servlet, application)) {
                    refuse(servlet, request, response);
                }
            }
        }
    }

    /** An implementation that is a filter answers in front of the last filter. */
    private boolean mayHaveReachedResources(ServletRequest request) {
        return haveFilter || ReachedResources.mayHaveBeenBy(request);
    }

    /** The servlet of an included resource is named apart. */
    private static String servletOf(HttpServletRequest request) {
        HttpServletMapping mapping =
                request.getAttribute(RequestDispatcher.INCLUDE_MAPPING) instanceof HttpServletMapping included
                        ? included
                        : request.getHttpServletMapping();
        String name = mapping == null ? null : mapping.getServletName();
        return name == null ? "" : name;
    }

    /**
     * Returns whether the implementation behind a servlet has asked for checks, and those behind filters, which are in front of each
     * servlet. Of an implementation in the application's libraries the server's own checks say nothing.
     */
    private boolean isChecked(String servlet, ServletContext application) {
        if (isChecked) {
            return true;
        }
        if (!CheckedApplications.contain(application)
                || !ownFilters.values().stream().allMatch(CheckedApplications::containImplementationBeside)) {
            return false;
        }
        isChecked = ownServlets.values().stream().allMatch(CheckedApplications::containImplementationBeside);
        Class<?> own = ownServlets.get(servlet);
        return own == null || CheckedApplications.containImplementationBeside(own);
    }

    private boolean callsResources(String servlet, ServletContext application) {
        return callsResources.computeIfAbsent(
                servlet, name -> new RestParts(application).callsResources(application.getServletRegistration(name)));
    }

    private void refuse(String servlet, ServletRequest request, HttpServletResponse response) {
        ServletContext application = request.getServletContext();
        if (!isLogged.getAndSet(true)) {
            LOG.log(
                    Level.ERROR,
                    "The JAX-RS implementation of servlet \"" + servlet + "\" in \"" + application.getContextPath()
                            + "\" has not called org.cognito4j.jakarta.rest.RolesAllowedFeature, so "
                            + reason.orElseThrow()
                            + " would be without effect. Its resources answer 503. Return RolesAllowedFeature.class"
                            + " from getClasses() of the JAX-RS application, or remove the setting that disables it"
                            + " (jakarta.ws.rs.loadServices, resteasy.use.builtin.providers,"
                            + " resteasy.disable.providers).");
        }
        if (request instanceof HttpServletRequest http) {
            CognitoService.refusalsIn(application)
                    .unavailable(http, DecisionForm.GUARD, RefusalCode.UNCHECKED_RESOURCE);
        }
        if (!response.isCommitted()) {
            response.reset();
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
