package org.cognito4j.jakarta.access;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.FilteredRequest;
import org.cognito4j.jakarta.guard.ResponseHeaders;

/**
 * Makes {@link AccessRefused} the answer that it holds where a servlet lets it through, as it is or wrapped. Takes note of what the
 * server's own check of an enterprise bean throws.
 */
public final class AccessRefusedFilter implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            Optional<AccessRefused> refused = AccessRefused.within(failure);
            if (refused.isEmpty() && request instanceof HttpServletRequest http) {
                noteEnterpriseBean(failure, http);
            }
            if (refused.isEmpty() || response.isCommitted()) {
                throw failure;
            }
            answer(refused.get(), (HttpServletResponse) response);
        }
    }

    /**
     * Notes that the server's own check of an enterprise bean has refused the caller of a request, if that is what a failure says.
     *
     * @param failure what a resource or servlet has thrown
     */
    public static void noteEnterpriseBean(Throwable failure, HttpServletRequest request) {
        CognitoService service = FilteredRequest.serviceOf(request);
        if (service != null && isOfEnterpriseBean(failure)) {
            service.refusals().noteEnterpriseBean(request);
        }
    }

    /** Goes by the name: there are servers without enterprise beans. */
    private static boolean isOfEnterpriseBean(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < AccessRefused.DEEPEST; depth++) {
            for (Class<?> type = cause.getClass(); type != null; type = type.getSuperclass()) {
                if (type.getName().equals("jakarta.ejb.EJBAccessException")) {
                    return true;
                }
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static void answer(AccessRefused refused, HttpServletResponse response) {
        ResponseHeaders.removeBody(response); // it is for a caller who may see it
        refused.headers().forEach(response::setHeader);
        response.setStatus(refused.status());
    }
}
