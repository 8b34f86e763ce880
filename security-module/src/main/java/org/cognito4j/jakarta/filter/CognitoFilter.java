package org.cognito4j.jakarta.filter;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cognito4j.jakarta.BearerFilter;
import org.cognito4j.jakarta.CognitoPrincipal;
import org.cognito4j.jakarta.FilteredRequest;
import org.cognito4j.jakarta.constraint.WelcomeDirectories;
import org.cognito4j.jakarta.guard.ChallengedResponse;
import org.cognito4j.jakarta.misplaced.AnnotationAudit;
import org.cognito4j.jakarta.platform.RecordMethodCaches;
import org.cognito4j.jakarta.rules.ApplicationRules;
import org.jspecify.annotations.Nullable;

/**
 * Protects the paths that it is mapped to by Cognito access tokens, in any servlet container: it needs neither CDI nor
 * Jakarta Security. Behind it {@code getUserPrincipal()} is a {@link CognitoPrincipal}, {@code isUserInRole} knows the
 * roles that the token's scopes give, {@code getAuthType()} is {@code Bearer}.
 *
 * <p>Put into {@code web.xml} as a {@code <filter>}, subclassed with {@code @WebFilter}, or registered by {@link
 * #register}; as often as there are paths with other requirements. All of them share what the application has
 * configured. A mapping should name every dispatcher type and permit asynchronous requests; a token is verified once per
 * request all the same. Its init parameters, all of them optional:
 *
 * <table>
 * <caption>Init parameters</caption>
 * <tr><th>Name</th><th>Meaning</th></tr>
 * <tr><td>{@code required-scopes}</td><td>scopes, separated by commas or white space, whole or without the configured
 *     {@code cognito.resource-server}. Without it any acceptable token will do</td></tr>
 * <tr><td>{@code match}</td><td>{@code all} (the default) if a token needs every one of them, {@code any} if one is
 *     enough</td></tr>
 * <tr><td>{@code methods}</td><td>the HTTP methods for which that is asked, by default every one. {@code GET} includes
 *     {@code HEAD}. Other methods of RFC 9110, and {@code PATCH}, then need no token; {@code TRACE} and methods that are
 *     not listed there, such as {@code get}, always do</td></tr>
 * <tr><td>{@code except-methods}</td><td>instead of {@code methods}: those that need no token, while all others
 *     do</td></tr>
 * <tr><td>{@code optional}</td><td>{@code true} to let requests without a token pass as anonymous; not together with
 *     {@code required-scopes}</td></tr>
 * <tr><td>{@code cognito.…}</td><td>any setting, for this filter alone: it comes before those of the application
 *     ({@code microprofile-config.properties}, context parameters) and behind system properties and environment
 *     variables. What is not named here is as the application has it</td></tr>
 * </table>
 *
 * <p>A token that is not acceptable is refused even where none is needed. Refusals are those of RFC 6750: 401, 400, 403
 * with {@code scope="…"}, or 503 if nobody can judge now. A refused request never reaches the application; an error page
 * that the caller may not see is left out, and the error keeps its status. Thread-safe.
 */
// Filter is named as well: Open Liberty looks no further than this when it asks whether a @WebFilter subclass is one.
public class CognitoFilter implements BearerFilter, Filter {

    private @Nullable FilterServices services;
    private @Nullable RequestGate gate;
    private @Nullable StartedFilters started;

    /** Called by the servlet container. */
    public CognitoFilter() {}

    /**
     * Registers a filter for every dispatcher type and asynchronous requests, before the filters of {@code web.xml} and
     * those that are annotated: none of them can answer by itself what this one protects. WebSocket handshakes
     * on its paths are decided on before all filters of the application.
     *
     * @param application an application that is starting
     * @param name a name that no other filter has
     * @param parameters the init parameters
     * @param urlPatterns the paths to protect
     * @return the registration, for further mappings
     * @throws IllegalStateException if there is a filter of that name
     */
    public static FilterRegistration.Dynamic register(
            ServletContext application, String name, Map<String, String> parameters, String... urlPatterns) {
        FilterRegistration.Dynamic registration = application.addFilter(name, CognitoFilter.class);
        if (registration == null) {
            throw new IllegalStateException("there is a filter of the name " + name + " already");
        }
        registration.setInitParameters(parameters);
        registration.setAsyncSupported(true);
        HandshakeFilter.addTo(application);
        Set<String> patterns = new LinkedHashSet<>(List.of(urlPatterns));
        patterns.addAll(WelcomeDirectories.of(patterns, application));
        registration.addMappingForUrlPatterns(
                EnumSet.allOf(DispatcherType.class), false, patterns.toArray(String[]::new));
        return registration;
    }

    /**
     * The init parameters that a subclass reads itself. All others are faults, told with the nearest that is known.
     *
     * @return names; none here
     */
    protected Set<String> furtherParameters() {
        return Set.of();
    }

    /**
     * Reads the init parameters and starts what verifies tokens, unless the application has it running.
     *
     * @param config the parameters
     * @throws org.cognito4j.InvalidSettings with every fault at once
     */
    @Override
    public void init(FilterConfig config) throws ServletException {
        ApplicationRules.finishIn(config.getServletContext());
        AnnotationAudit.runIn(config.getServletContext());
        FilterServices shared = FilterServices.in(config.getServletContext());
        gate = FilterParameters.read(config, furtherParameters()).gate(shared);
        services = shared;
        started = StartedFilters.in(config.getServletContext());
        started.add(config.getFilterName(), this);
        HandshakeFilter.requireFor(this, config);
    }

    /**
     * Lets a request pass, or refuses it.
     *
     * @param request the request
     * @param response takes a refusal
     * @param chain what is protected
     */
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http) || !(response instanceof HttpServletResponse answer)) {
            throw new ServletException("cognito4j protects HTTP alone");
        }
        RequestGate open = gate;
        if (open == null) {
            StartedFilters.noteRefusal(http);
            throw new ServletException("the filter has not been started: a subclass has to call super.init(config)");
        }
        if (open.service().answersMetadata(http, answer)
                || open.service().cors().answers(http, answer)) {
            return; // where no initializer of the module was run, which would have put it in front
        }
        Optional<HttpServletRequest> admitted = open.admit(http, answer);
        if (admitted.isEmpty()) {
            return;
        }
        if (admitted.get() instanceof CallerRequest caller && caller != request) {
            pass(caller, caller.respond(answer), chain);
        } else {
            FilteredRequest.pass(admitted.get(), response, chain);
        }
    }

    private static void pass(CallerRequest request, ChallengedResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            FilteredRequest.pass(request, response, chain);
        } finally {
            response.isServed(role -> request.service().refusals().noteMissingRole(request, role));
        }
    }

    private void withdraw() {
        StartedFilters known = started;
        if (known != null) {
            known.remove(this);
        }
    }

    /** Ends what this filter started, with the last filter that uses it. Later requests are refused. */
    @Override
    public void destroy() {
        FilterServices shared = services;
        RequestGate closed = gate;
        if (shared != null && closed != null) {
            services = null;
            withdraw();
            shared.release(closed.service());
        }
        RecordMethodCaches.forgetApplication(); // nobody else does where no initializer of the module was run
    }
}
