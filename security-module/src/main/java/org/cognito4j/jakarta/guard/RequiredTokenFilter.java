package org.cognito4j.jakarta.guard;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Consumer;
import org.cognito4j.jakarta.Authentication;
import org.cognito4j.jakarta.Authentication.Caller;
import org.cognito4j.jakarta.Authentication.Refusal;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.RequiredTokenPaths;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.decision.RefusalCode;

/**
 * Lets requests on {@code cognito.require-token} pass only with an acceptable token, where no container asks our mechanism
 * first, and for what a request is forwarded to or includes. Refuses every request of an application whose
 * start has failed. Stands before all filters of the application. Fails closed.
 */
public final class RequiredTokenFilter implements Filter {

    private final Consumer<ServletContext> whenRegistered;

    RequiredTokenFilter(Consumer<ServletContext> whenRegistered) {
        this.whenRegistered = whenRegistered;
    }

    /**
     * Registers the filter in an application that is starting.
     *
     * @param whenRegistered called when the filter starts, which is the first moment at which every container shows all
     *     servlets and filters of the application
     */
    public static void addTo(ServletContext application, Consumer<ServletContext> whenRegistered) {
        FirstInChain.add(application, new RequiredTokenFilter(whenRegistered), EnumSet.allOf(DispatcherType.class));
        RequiredTokenPaths.noteEnforcementIn(application);
    }

    @Override
    public void init(FilterConfig config) {
        whenRegistered.accept(config.getServletContext());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Refusal> refusal = request instanceof HttpServletRequest http ? refusalOf(http) : Optional.empty();
        if (refusal.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            refuse(refusal.get(), (HttpServletRequest) request, (HttpServletResponse) response);
        }
    }

    private static Optional<Refusal> refusalOf(HttpServletRequest request) {
        if (FailedStart.isNotedIn(request.getServletContext())) {
            return Optional.of(CognitoService.refusalsIn(request.getServletContext())
                    .unavailable(request, DecisionForm.GUARD, RefusalCode.START_FAILED));
        }
        CognitoService service = CognitoService.in(request.getServletContext());
        if (service == null) {
            return Optional.empty(); // the module is not configured
        }
        try {
            if (!service.dispatchRequiresToken(request)) {
                return Optional.empty();
            }
            Authentication authentication = service.authenticateOnce(request, DecisionForm.REQUIRED_TOKEN);
            if (authentication instanceof Caller caller) {
                service.grants().anyToken(caller.token(), request::getAttribute);
                return Optional.empty();
            }
            return Optional.of(
                    authentication instanceof Refusal refused
                            ? refused
                            : service.refusals().missing(request));
        } catch (Throwable failure) { // whatever it is, the request must not pass
            return Optional.of(service.refusals().failed(request, DecisionForm.REQUIRED_TOKEN, failure));
        }
    }

    /** An error keeps its status: the page that would show it is left out. Nothing of an included resource is shown. */
    private static void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            response.setHeader("Cache-Control", "no-store");
        } else if (request.getDispatcherType() != DispatcherType.INCLUDE) {
            refusal.writeTo(response);
        }
    }
}
