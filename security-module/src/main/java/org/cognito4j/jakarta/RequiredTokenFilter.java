package org.cognito4j.jakarta;

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
import java.util.List;
import java.util.Optional;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.jakarta.Authentication.Caller;
import org.cognito4j.jakarta.Authentication.Refusal;

/**
 * Lets requests on {@code cognito.require-token} pass only with an acceptable token, where no container asks our mechanism
 * first, and for what a request is forwarded to or includes. Stands before all filters of the application. Fails closed.
 */
final class RequiredTokenFilter implements Filter {

    /** Registers the filter in an application that is starting. */
    static void addTo(ServletContext application) {
        FirstInChain.add(application, new RequiredTokenFilter(), EnumSet.allOf(DispatcherType.class));
    }

    /**
     * Ends the deployment if the setting cannot be enforced: the filter is registered by the module's initializer.
     *
     * @param patterns those of {@code cognito.require-token}
     * @throws InvalidSettings if there are any, and the server ran no initializer of the module
     */
    static void requireIn(ServletContext application, RequiredTokenPaths patterns) {
        if (!patterns.areNone() && !FirstInChain.has(RequiredTokenFilter.class, application)) {
            throw new InvalidSettings(List.of(new SettingFault(
                    "cognito.require-token",
                    "cannot be enforced: the server has not run the initializer of this jar",
                    "Let <absolute-ordering> in web.xml include <others/>, put the jar into WEB-INF/lib, or remove the"
                            + " setting and map CognitoFilter to " + String.join(", ", patterns.patterns()))));
        }
    }

    /** The first moment at which every container shows all servlets and filters of the application. */
    @Override
    public void init(FilterConfig config) {
        OpenResourceReport.publish(config.getServletContext());
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
        CognitoService service = CognitoService.in(request.getServletContext());
        if (service == null) {
            return Optional.empty(); // the module is not configured
        }
        try {
            if (!service.dispatchRequiresToken(request)) {
                return Optional.empty();
            }
            Authentication authentication =
                    service.authentication().authenticateOnce(request, service.verifier()::verify);
            if (authentication instanceof Caller) {
                return Optional.empty();
            }
            return Optional.of(
                    authentication instanceof Refusal refused
                            ? refused
                            : service.challenge().missing());
        } catch (Throwable failure) { // whatever it is, the request must not pass
            return Optional.of(service.authentication().failed(failure));
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
